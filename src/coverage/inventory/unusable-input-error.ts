/** Input that is nothing this package can read; the message is one line for its user. */
export class UnusableInputError extends Error {
  override readonly name = "UnusableInputError";
}
