/** One thing wrong in a policy document, and where. */
export interface PolicyProblem {
  /** Where in the document, for example `Statement[0].Condition.StringEquals`. */
  readonly path: string;
  /** What was found, what is allowed. */
  readonly message: string;
}

/** A policy document that is malformed, or that says something this evaluator does not understand. */
export class PolicyParseError extends Error {
  override readonly name = "PolicyParseError";

  /** @param problems - every problem of the document, not only the first */
  constructor(readonly problems: readonly PolicyProblem[]) {
    super(
      `the policy cannot be evaluated:\n${problems
        .map(({ path, message }) => `  ${path === "" ? "document" : path}: ${message}`)
        .join("\n")}`,
    );
  }
}

/** A condition key whose value, or absence, the evaluator cannot know: no answer is better than a guess. */
export class ConditionKeyError extends Error {
  override readonly name = "ConditionKeyError";

  /**
   * @param statement - the name of the statement that needs the keys
   * @param keys - the keys, as the policy spells them
   * @param why - for each key, why it cannot be decided
   */
  constructor(
    readonly statement: string,
    readonly keys: readonly string[],
    why: readonly string[],
  ) {
    super(`statement ${statement} cannot be decided: ${why.join("; ")}`);
  }
}

/** A request that AWS could not make: the caller's mistake, not the policy's. */
export class PolicyRequestError extends Error {
  override readonly name = "PolicyRequestError";
}
