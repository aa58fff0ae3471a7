/** Characters of a note at most. */
const longestNote = 200;

/** What a note may be, in words. */
export const noteForm = `1 to ${longestNote} characters on one line, without " \\ < > { }`;

/** Characters that a reader does not see, or that change what is seen round them. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

/** What ends a text, a placeholder or an expression of EventBridge or Terraform. */
const ofTemplates = /["\\<>{}]/u;

/** Why a text cannot be the note of a kind, in a few words; undefined where it can. */
export function noteProblem(note: string): string | undefined {
  const length = Array.from(note).length;
  if (note.trim() === "") return "the note is empty";
  if (length > longestNote) return `the note has ${length} characters`;
  if (unseen.test(note)) return "the note has a character that nobody sees, such as a line break";
  const [found] = ofTemplates.exec(note) ?? [];
  return found === undefined
    ? undefined
    : `the note has a ${found}, which would break the template of the message`;
}
