import type { JsonObject } from "../../json/value";
import { type Combination, combinations } from "./combinations";
import type { EventPattern } from "./event-pattern";
import { eventValues, joinMemberships, type Membership } from "./event-values";
import { explain } from "./explain-mismatch";
import { parseEventPattern } from "./parse-event-pattern";

/** A pattern that was read once and can be asked many times. */
export interface CompiledPattern {
  /** Whether EventBridge would match the event. */
  matches(event: JsonObject): boolean;
  /** The first condition that fails and the value seen; `undefined` exactly when it matches. */
  explainMismatch(event: JsonObject): string | undefined;
}

/**
 * Reads a pattern for repeated matching, with the semantics of EventBridge:
 *
 * - Strings are equal by character, and two spellings of one IP address are equal.
 * - Numbers are equal by value (300 and 3.0e2). Beyond ±5e9 AWS compares their text, which
 *   JavaScript has lost: there 1e10 equals 10000000000 here, but not for AWS.
 * - Only leaf values count. `exists` is true for null and "", and false for a missing key, an
 *   object and an empty array.
 * - An array in the event matches when one element does. Conditions on objects in one array must
 *   be met by one and the same element.
 *
 * @param pattern - an {@link EventPattern}, or parsed JSON
 * @throws InvalidEventPatternError when EventBridge would refuse it or its meaning is not certain
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 * @see https://github.com/aws/event-ruler
 */
export function compilePattern(pattern: unknown): CompiledPattern {
  const condition = parseEventPattern(pattern);
  const alternatives = combinations(condition);
  const matches = (event: JsonObject) =>
    alternatives.some((fields) => meets(event, fields, 0, undefined));
  return {
    matches,
    explainMismatch: (event) => (matches(event) ? undefined : explain(condition, event)),
  };
}

/**
 * Whether EventBridge would match the event; {@link compilePattern} says how. For many events,
 * compile once.
 *
 * @throws InvalidEventPatternError as {@link compilePattern}
 */
export function matchesPattern(pattern: EventPattern, event: JsonObject): boolean {
  return compilePattern(pattern).matches(event);
}

/**
 * Why an event does not match, such as `detail.eventName is "CheckMfa", expected ["ConsoleLogin"]`.
 *
 * @returns `undefined` exactly when it matches
 * @throws InvalidEventPatternError as {@link compilePattern}
 */
export function explainMismatch(pattern: EventPattern, event: JsonObject): string | undefined {
  return compilePattern(pattern).explainMismatch(event);
}

function meets(
  event: JsonObject,
  fields: Combination,
  position: number,
  membership: Membership | undefined,
): boolean {
  const field = fields[position];
  if (field === undefined) return true;
  let isAbsent = true;
  for (const candidate of eventValues(event, field.keys)) {
    const joined = joinMemberships(membership, candidate.membership);
    if (joined === false) continue;
    isAbsent = false;
    const isMet = field.matchers.some((matcher) => matcher.matches(candidate.value));
    if (isMet && meets(event, fields, position + 1, joined)) return true;
  }
  const acceptsAbsence = isAbsent && field.matchers.some((matcher) => matcher.matchesAbsent);
  return acceptsAbsence && meets(event, fields, position + 1, membership);
}
