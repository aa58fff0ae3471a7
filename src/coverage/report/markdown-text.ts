import type { ResourceAddress } from "../finding";
import { plainLine } from "./plain-text";

/** Text in Markdown that means nothing but itself: no link, tag, mention or cell border. */
export function markdownText(text: string): string {
  return plainLine(text)
    .replace(/[\\`*_[\]#|<>~&]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/@/g, "&#64;")
    .replace(/:\/\//g, "&#58;//")
    .replace(/\bwww\./gi, (word) => `${word.slice(0, -1)}&#46;`);
}

/** Text in Markdown between backticks, also where it holds backticks itself. */
export function markdownCode(text: string): string {
  const line = plainLine(text).replace(/\|/g, "\u2223");
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 || line.trim() === "" ? " " : "";
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
