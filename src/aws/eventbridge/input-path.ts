import type { JsonStep } from "../../json/path";

/** Characters an input path may have. */
const MAXIMUM_INPUT_PATH_LENGTH = 256;

/** The forms {@link parseInputPath} reads, for messages. */
export const INPUT_PATH_FORMS = "$, $.key, $.key.key and $.key[0] of at most 256 characters";

/**
 * Reads an input path. EventBridge knows a part of JSONPath and does not check it when the rule is
 * made, so only its certain forms are read: `$`, `$.key.key`, and `[0]` after a key. Keys consist
 * of letters, digits, `-`, `_` and `/`. Wildcards, `['key']`, filters and `..` are refused.
 *
 * @returns the steps, or `undefined` for any other form
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function parseInputPath(path: string): readonly JsonStep[] | undefined {
  const isKnown = /^\$(\.[\w/-]+(\[\d+\])*)*$/.test(path);
  if (!isKnown || path.length > MAXIMUM_INPUT_PATH_LENGTH) return undefined;
  const steps = path.slice(1).match(/[\w/-]+|\[\d+\]/g) ?? [];
  return steps.map((step) => (step.startsWith("[") ? Number(step.slice(1, -1)) : step));
}
