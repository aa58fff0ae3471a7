import { createHash } from "node:crypto";
import { coverageHtml, coverageTable, reviewMarkdown, reviewOf } from "../../src/coverage";
import { chatText, exampleVersion, mailText, withoutOneRule } from "../sample-outputs";

/** How the text of a picture is shown. */
export type Frame = "mail" | "chat" | "comment" | "terminal" | "map" | "page" | "phone";

/** A picture of what the program writes. */
export interface Picture {
  /** File in this folder. */
  readonly file: string;
  readonly frame: Frame;
  /** What the program writes, of which the picture is drawn. */
  readonly source: string;
}

/** Every picture. `npm run pictures` draws them; a test fails when the program writes something else. */
export function pictures(): readonly Picture[] {
  const base = exampleVersion();
  const head = exampleVersion(withoutOneRule);
  const page = coverageHtml(head.coverage);
  return [
    { file: "map.png", frame: "map", source: page },
    { file: "page.png", frame: "page", source: page },
    { file: "phone.png", frame: "phone", source: page },
    { file: "mail.png", frame: "mail", source: mailText() },
    { file: "chat.png", frame: "chat", source: chatText() },
    { file: "review.png", frame: "comment", source: reviewMarkdown(reviewOf(base, head, [])) },
    {
      file: "terminal.png",
      frame: "terminal",
      source: coverageTable(head.coverage, { colors: true }),
    },
  ];
}

/** What is kept beside the pictures, to see whether they are older than what the program writes. */
export function fingerprint({ source }: Picture): string {
  return createHash("sha256").update(source).digest("hex");
}
