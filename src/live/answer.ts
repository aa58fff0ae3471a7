/** An account, and a region where the call is of one. */
export interface LivePlace {
  readonly account: string;
  readonly region: string;
}

/** Something that AWS did not say. It is never the same as "there is none". */
export interface NotKnown extends LivePlace {
  /** Permission that the call needs, such as `events:ListRules`. */
  readonly permission: string;
  /** Why, in a line; the same for the same failure: no time, no id of a request. */
  readonly reason: string;
}

/**
 * What AWS answered.
 * - `known`: the value
 * - `missing`: AWS says that what was asked for does not exist
 * - `not known`: denied, throttled for too long, unreachable, or an answer without its result
 */
export type Answer<T> =
  | { readonly state: "known"; readonly value: T }
  | { readonly state: "missing" }
  | { readonly state: "not known"; readonly notKnown: NotKnown };

export function known<T>(value: T): Answer<T> {
  return { state: "known", value };
}

/** The same answer about something made of its value. */
export function mapAnswer<T, R>(answer: Answer<T>, make: (value: T) => R): Answer<R> {
  return answer.state === "known" ? known(make(answer.value)) : answer;
}
