/** Deeper than any configuration, and far from the depth at which a reader of YAML gives up. */
const deepest = 100;

/** Signs that begin a block within a block, at the beginning of a line. */
const blockSigns = /^[ \t]*(?:[-?:][ \t]+)*/;

/**
 * Whether a text is nested too deeply to be read: by brackets, or by indentation. Brackets in
 * quotes count as well; no configuration has that many.
 */
export function isTooDeep(text: string): boolean {
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
