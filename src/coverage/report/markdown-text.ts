import type { ResourceAddress } from "../finding";
import { plainLine } from "./plain-text";

/** GitHub reads entities before it looks for mentions and numbers of issues: a character between stops it. */
const APART = "\u200B";

/** Text in Markdown that means nothing but itself: no link, tag, mention, issue or cell border. */
export function markdownText(text: string): string {
  return plainLine(text)
    .replace(/[\\`*_[\]#|<>~&]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/&#35;(?=\d)/g, (sign) => `${sign}${APART}`)
    .replace(/\bGH-(?=\d)/gi, (word) => `${word}${APART}`)
    .replace(/@/g, `&#64;${APART}`)
    .replace(/:\/\//g, "&#58;//")
    .replace(/\bwww\./gi, (word) => `${word.slice(0, -1)}&#46;`);
}

/** Text in Markdown between backticks, also where it holds backticks itself. */
export function markdownCode(text: string): string {
  const line = plainLine(text).replace(/\|/g, "\u2223");
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  // A space at either end goes away where one is at both, unless the text is nothing else.
  const isPadded = line.startsWith(" ") && line.endsWith(" ");
  const space = longest > 0 || isPadded || line === "" ? " " : "";
  return `${fence}${space}${line}${space}${fence}`;
}

/** A resource as Markdown, or nothing. */
export function markdownResource(resource: ResourceAddress | undefined): string {
  return resource ? markdownCode(`${resource.stack} ${resource.address}`) : "";
}

/** Several lines in a code block that the lines cannot end. */
export function markdownBlock(lines: readonly string[]): readonly string[] {
  const longest = Math.max(
    2,
    ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)),
  );
  const fence = "`".repeat(longest + 1);
  return [`${fence}text`, ...lines, fence];
}
