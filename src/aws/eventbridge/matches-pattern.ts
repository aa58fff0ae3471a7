import {
  isJsonArray,
  type JsonLeaf,
  type JsonObject,
  type JsonValue,
  ownValue,
} from "../../json/value";
import { shown } from "./errors";
import type { EventPattern } from "./event-pattern";
import {
  type Combination,
  combinations,
  type FieldCondition,
  parseEventPattern,
  type PatternCondition,
} from "./parse-event-pattern";

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

/** The array elements a value was reached through, innermost first. */
interface Membership {
  readonly array: readonly JsonValue[];
  readonly index: number;
  readonly outer: Membership | undefined;
}

/** A leaf value of an event, and where in which arrays it is. */
interface EventValue {
  readonly value: JsonLeaf;
  readonly membership: Membership | undefined;
}

/**
 * The leaf values at a path. Arrays on the path are looked through; an object at the end of the
 * path, an empty array and a missing key have none. `null` is a leaf value.
 */
function eventValues(event: JsonObject, keys: readonly string[]): readonly EventValue[] {
  const found: EventValue[] = [];
  collect(event, keys, 0, undefined, found);
  return found;
}

function collect(
  node: JsonValue,
  keys: readonly string[],
  depth: number,
  membership: Membership | undefined,
  found: EventValue[],
): void {
  if (typeof node !== "object" || node === null) {
    if (depth === keys.length) found.push({ value: node, membership });
    return;
  }
  if (isJsonArray(node)) {
    node.forEach((element, index) => {
      // Only elements with children bind their siblings; plain values of an array do not.
      const hasChildren = typeof element === "object" && element !== null;
      const inside = hasChildren ? { array: node, index, outer: membership } : membership;
      collect(element, keys, depth, inside, found);
    });
    return;
  }
  const key = keys[depth];
  const child = key === undefined ? undefined : ownValue(node, key);
  if (child !== undefined) collect(child, keys, depth + 1, membership, found);
}

/** Joins two memberships, or says `false` when they are in different elements of one array. */
function joinMemberships(
  soFar: Membership | undefined,
  added: Membership | undefined,
): Membership | undefined | false {
  let joined = soFar;
  for (let each = added; each !== undefined; each = each.outer) {
    const index = indexIn(soFar, each.array);
    if (index === undefined) joined = { array: each.array, index: each.index, outer: joined };
    else if (index !== each.index) return false;
  }
  return joined;
}

function indexIn(
  membership: Membership | undefined,
  array: readonly JsonValue[],
): number | undefined {
  for (let each = membership; each !== undefined; each = each.outer) {
    if (each.array === array) return each.index;
  }
  return undefined;
}

/** Arms of one `$or` that an explanation spells out. */
const ARMS_SHOWN = 3;

/** Says why an event that does not match fails: the pattern's conditions in their own order. */
function explain(condition: PatternCondition, event: JsonObject): string {
  return (
    firstFailure(condition, event) ??
    "each condition is met, but by different elements of one array"
  );
}

function firstFailure(condition: PatternCondition, event: JsonObject): string | undefined {
  if (condition.kind === "field") return fieldFailure(condition, event);
  if (condition.kind === "any") return armsFailure(condition.path, condition.conditions, event);
  for (const each of condition.conditions) {
    const failure = firstFailure(each, event);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

function armsFailure(
  path: string,
  arms: readonly PatternCondition[],
  event: JsonObject,
): string | undefined {
  const failures: string[] = [];
  for (const arm of arms) {
    const failure = firstFailure(arm, event);
    if (failure === undefined) return undefined;
    failures.push(`(${failures.length + 1}) ${failure}`);
  }
  const more = failures.length - ARMS_SHOWN;
  const rest = more > 0 ? [`and ${more} more`] : [];
  const reasons = [...failures.slice(0, ARMS_SHOWN), ...rest].join("; ");
  return `${path}: none of ${arms.length} arms matches: ${reasons}`;
}

function fieldFailure(field: FieldCondition, event: JsonObject): string | undefined {
  const values = eventValues(event, field.keys).map((each) => each.value);
  const isMet = field.matchers.some((matcher) =>
    values.length === 0 ? matcher.matchesAbsent : values.some(matcher.matches),
  );
  if (isMet) return undefined;
  const seen = values.length === 0 ? "absent" : shown(values.length === 1 ? values[0] : values);
  return `${field.path} is ${seen}, expected ${field.expected}`;
}
