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

function unreadable(reason: string): ReadYaml {
  const problem = {
    line: 1,
    column: 1,
    path: [],
    value: undefined,
    problem: `this file cannot be read: ${reason}`,
    allowed: "a few levels of keys and lists, few aliases",
    fix: "write it with fewer levels and aliases",
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
