import type { SignInAlertsProps } from "../../../src/stacks";
import { reviewed, versionOf, type Edit } from "./review-of";

/** A change of the small organization, and what the review says. */
export interface Change {
  readonly name: string;
  readonly base?: Partial<SignInAlertsProps>;
  readonly head?: Partial<SignInAlertsProps>;
  readonly baseEdit?: Edit;
  /** Of the head. */
  readonly edit?: Edit;
  readonly harmless: boolean;
  /** What the review says. */
  readonly says: readonly string[];
}

/** Expects what a change says, and whether it is harmless. */
export function expectSaid({ base, baseEdit, head, edit, harmless, says }: Change): void {
  const found = reviewed(versionOf(base, baseEdit), versionOf(head, edit));
  // Entities stand for signs that mean something in Markdown.
  const text = found.markdown.replaceAll(/&#(\d+);/gu, (_, code: string) =>
    String.fromCharCode(Number(code)),
  );
  for (const each of says) expect(text).toContain(each);
  expect(found.harmless).toBe(harmless);
}
