/** Input that cannot be used; the message is one line for the user who gave it. */
export class UnusableInputError extends Error {
  override readonly name = "UnusableInputError";
}
