import type { LocatedProblem } from "./configuration-file-error";
import { YamlSource } from "./yaml-source";

/** A YAML text and what it holds, or why nobody could look into it. */
export type ReadYaml =
  | { readonly source: YamlSource; readonly value: unknown; readonly unreadable?: undefined }
  | {
      readonly unreadable: readonly LocatedProblem[];
      readonly source?: undefined;
      readonly value?: undefined;
    };

/** Signs that no line of a text has, and what is to be done about them. */
const strangers: readonly (readonly [RegExp, string, string])[] = [
  [/\0/u, "it is not text in UTF-8", "save it as UTF-8"],
  [
    /\r(?!\n)/u,
    "a line ends with a carriage return alone",
    "save it with ends of lines as Unix or Windows has them",
  ],
];

function strange(text: string): ReadYaml | undefined {
  for (const [sign, reason, fix] of strangers) {
    const at = text.search(sign);
    if (at === -1) continue;
    const line = text.slice(0, at).split("\n").length;
    return unreadable(reason, { line, allowed: "a YAML file in UTF-8", fix });
  }
  return undefined;
}

function unreadable(reason: string, more: Partial<LocatedProblem> = {}): ReadYaml {
  const problem = {
    line: 1,
    column: 1,
    path: [],
    value: undefined,
    problem: `this file cannot be read: ${reason}`,
    allowed: "a few levels of keys and lists, few aliases",
    fix: "write it with fewer levels and aliases",
    ...more,
  };
  return { unreadable: [problem] };
}

/** Deeper than any file that people write, and far from the depth at which a reader of YAML gives up. */
const deepest = 100;

/** Signs that begin a block within a block, at the beginning of a line. */
const blockSigns = /^[ \t]*(?:[-?:][ \t]+)*/;

/**
 * Whether a text is nested too deeply to be read: by brackets, or by indentation. Brackets in
 * quotes count as well; no file has that many.
 */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth = Math.max(0, depth - 1);
    if (depth > deepest) return true;
  }
  return text
    .split("\n")
    .some((line) => (blockSigns.exec(line.slice(0, 10_000))?.[0].length ?? 0) > 4 * deepest);
}

/**
 * Reads a YAML text of anybody. Where the source has problems that are fatal, its value is undefined.
 */
export function readYaml(text: string): ReadYaml {
  const found = strange(text);
  if (found !== undefined) return found;
  // Some regular expressions end the whole process where the stack of calls does.
  if (isTooDeep(text)) return unreadable("it is nested too deeply");
  try {
    const source = new YamlSource(text);
    // Aliases are followed only now.
    return { source, value: source.isReadable ? source.value : undefined };
  } catch (error) {
    // The aliases of YAML would multiply.
    if (!(error instanceof ReferenceError)) throw error;
    return unreadable(error.message);
  }
}
