import type { AlertKind } from "./alert-kind";
import {
  DEFAULT_PATTERN_LENGTH,
  patternLength,
  type EventPattern,
} from "../aws/eventbridge/event-pattern";
import { toPattern, unite, type EventBox } from "./event-set";
import { consoleSignInKinds } from "./kinds/console-sign-in";
import { directEventKinds } from "./kinds/direct-events";
import { otherSessionKinds } from "./kinds/other-sessions";
import { rootKinds } from "./kinds/root";
import { unrecognizedKind } from "./kinds/unrecognized";

const claimingKinds = [
  ...rootKinds,
  ...consoleSignInKinds,
  ...otherSessionKinds,
  ...directEventKinds,
];

/** Every alert kind. Each sign-in event is of exactly one. */
export const catalog: readonly AlertKind[] = [...claimingKinds, unrecognizedKind(claimingKinds)];

/** The kind of that name, or undefined. */
export function findKind(name: string): AlertKind | undefined {
  return catalog.find((kind) => kind.name === name);
}

/** The event pattern that matches exactly the events of these kinds. */
export function patternOf(kinds: readonly AlertKind[]): EventPattern {
  return toPattern(unite(...kinds.map(({ events }) => events)));
}

const nameFields = ["source", "detail-type", "detail.eventName"];

// Every account of an organization forwards the same kinds: their pattern is worked out once.
const forwarderPatterns = new WeakMap<readonly AlertKind[], EventPattern>();

/** Events of sign-in by their names alone: more than the box holds, and shorter to say. */
function byName(box: EventBox): EventBox {
  if (!box["source"]?.values.includes("aws.signin")) return box;
  return Object.fromEntries(Object.entries(box).filter(([field]) => nameFields.includes(field)));
}

/**
 * The event pattern of a rule that forwards these kinds: exactly their events where that can be said
 * in 2,048 characters. Some mixtures cannot; then sign-in events are chosen by name alone, and the
 * hub's rules, which are exact, leave the others unanswered.
 */
export function forwarderPattern(kinds: readonly AlertKind[]): EventPattern {
  const known = forwarderPatterns.get(kinds);
  if (known) return known;
  const exact = patternOf(kinds);
  const pattern =
    patternLength(exact) <= DEFAULT_PATTERN_LENGTH
      ? exact
      : toPattern(unite(...kinds.map(({ events }) => events.map(byName))));
  forwarderPatterns.set(kinds, pattern);
  return pattern;
}

/**
 * State of a rule that is to see these kinds: read-only events reach only rules that ask for them.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export function ruleStateFor(
  kinds: readonly AlertKind[],
): "ENABLED" | "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS" {
  return kinds.some(({ readOnly }) => readOnly !== false)
    ? "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"
    : "ENABLED";
}

/** Distinct values that a field such as `source` has in the events of these kinds, sorted. */
export function valuesOf(
  kinds: readonly Pick<AlertKind, "events">[],
  field: "source" | "detail-type",
): readonly string[] {
  const values = kinds.flatMap(({ events }) => events.flatMap((box) => box[field]?.values ?? []));
  return [...new Set(values)].filter((value) => typeof value === "string").sort();
}
