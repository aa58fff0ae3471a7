/** Thrown where a command cannot use what it was given; its message is one line for its user. */
export class BadInputError extends Error {
  public override readonly name = "BadInputError";
}
