import { isJsonArray, type JsonObject, type JsonValue, ownValue } from "./json-value";

/** Characters an input path may have. */
export const MAXIMUM_INPUT_PATH_LENGTH = 256;

/** A step of an input path: a key of an object, or an index of an array. */
export type InputPathStep = string | number;

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
export function parseInputPath(path: string): readonly InputPathStep[] | undefined {
  const isKnown = /^\$(\.[\w/-]+(\[\d+\])*)*$/.test(path);
  if (!isKnown || path.length > MAXIMUM_INPUT_PATH_LENGTH) return undefined;
  const steps = path.slice(1).match(/[\w/-]+|\[\d+\]/g) ?? [];
  return steps.map((step) => (step.startsWith("[") ? Number(step.slice(1, -1)) : step));
}

/** The value at the path, `undefined` when there is none. */
export function valueAt(event: JsonObject, steps: readonly InputPathStep[]): JsonValue | undefined {
  let value: JsonValue | undefined = event;
  for (const step of steps) {
    if (value === undefined || typeof value !== "object" || value === null) return undefined;
    if (isJsonArray(value)) value = typeof step === "number" ? value[step] : undefined;
    else value = typeof step === "string" ? ownValue(value, step) : undefined;
  }
  return value;
}
