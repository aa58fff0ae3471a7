/** What Terraform refuses of values that are all known; the message names kinds, never values, which may be secret. */
class RefusalError extends Error {
  override readonly name = "RefusalError";
}

/** @throws RefusalError */
export function refuse(problem: string): never {
  throw new RefusalError(problem);
}

/** What something is worth, or why Terraform refuses it. */
export type Outcome<T> = { readonly value: T } | { readonly refusal: string };

export function attempt<T>(work: () => T): Outcome<T> {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof RefusalError) return { refusal: error.message };
    throw error;
  }
}

/**
 * What is worked out at a place, which a refusal names.
 * @throws RefusalError
 */
export function inPlace<T>(place: string, work: () => T): T {
  const outcome = attempt(work);
  return "refusal" in outcome ? refuse(`${place}: ${outcome.refusal}`) : outcome.value;
}
