import { assignmentLines, indented, type Assignment, type Lines } from "./lines";
import { literalText } from "./template";

/** What stands between blank lines: assignments together, or a block. */
export type Paragraph = readonly Assignment[] | Block;

/** A block of HCL. */
export interface Block {
  /** Such as `resource`; a word. */
  readonly type: string;
  /** Such as the type and the name of a resource. @default none */
  readonly labels?: readonly string[];
  readonly body: readonly Paragraph[];
}

/** A block as `terraform fmt` writes it. */
export function blockLines({ type, labels = [], body }: Block): Lines {
  const head = [type, ...labels.map(literalText)].join(" ");
  const paragraphs = body.filter((part) => !isAssignments(part) || part.length > 0);
  if (paragraphs.length === 0) return [`${head} {}`];
  const lines = paragraphs.flatMap((part, index) => [
    ...(index === 0 ? [] : [""]),
    ...(isAssignments(part) ? assignmentLines(part) : blockLines(part)),
  ]);
  return [`${head} {`, ...indented(lines), "}"];
}

function isAssignments(part: Paragraph): part is readonly Assignment[] {
  return Array.isArray(part);
}
