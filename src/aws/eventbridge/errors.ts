/**
 * An event pattern that EventBridge would refuse, or whose meaning is not certain.
 * The message names the place, what was found and what is allowed.
 */
export class InvalidEventPatternError extends Error {
  override readonly name: string = "InvalidEventPatternError";

  /**
   * @param path - the place in the pattern, such as `detail.eventName[0]`
   * @param found - what stands there
   * @param allowed - what may stand there
   */
  constructor(
    readonly path: string,
    readonly found: string,
    readonly allowed: string,
  ) {
    super(`event pattern: ${path} is ${found}, allowed: ${allowed}`);
  }
}

/** An operator this project does not know: never treated as "matches". */
export class UnknownOperatorError extends InvalidEventPatternError {
  override readonly name = "UnknownOperatorError";

  constructor(
    path: string,
    readonly operator: string,
    allowed: readonly string[],
  ) {
    super(path, `the unknown operator '${operator}'`, allowed.join(", "));
  }
}

/** An input transformer that EventBridge would refuse, or whose meaning is not certain. */
export class InvalidInputTransformerError extends Error {
  override readonly name = "InvalidInputTransformerError";

  /**
   * @param place - `inputTemplate`, or an entry such as `inputPaths.user`
   * @param found - what stands there
   * @param allowed - what may stand there
   */
  constructor(
    readonly place: string,
    readonly found: string,
    readonly allowed: string,
  ) {
    super(`input transformer: ${place} ${found}, allowed: ${allowed}`);
  }
}

/** A value as an error message shows it: JSON, at most 80 characters. */
export function shown(value: unknown): string {
  const json = value === undefined ? "undefined" : JSON.stringify(value);
  return json.length > 80 ? `${json.slice(0, 79)}…` : json;
}
