import { createHash } from "node:crypto";
import { escaped } from "./markup";

/** A page that needs no network: everything in it is in its file. */
export interface HtmlDocument {
  readonly title: string;
  /** CSS. */
  readonly style: string;
  /** JavaScript, at the end of the page. @default - it runs nothing */
  readonly script?: string;
  /** What stands in the body, as HTML. */
  readonly body: string;
}

function digest(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** The page as HTML. Nothing is fetched, and nothing runs but the one script: not even what a name might smuggle in. */
export function htmlDocument({ title, style, script, body }: HtmlDocument): string {
  const policy = [
    "default-src 'none'",
    ...(script === undefined ? [] : [`script-src ${digest(script)}`]),
    `style-src ${digest(style)}`,
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${body}${script === undefined ? "" : `\n<script>${script}</script>`}
</body>
</html>
`;
}
