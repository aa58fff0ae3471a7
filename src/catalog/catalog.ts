import type { AlertKind } from "./alert-kind";
import { toPattern, unite, type PatternNode } from "./event-set";
import { consoleSignInKinds } from "./kinds/console-sign-in";
import { rootKinds } from "./kinds/root";
import { unrecognizedKind } from "./kinds/unrecognized";

const claimingKinds = [...rootKinds, ...consoleSignInKinds];

/** Every alert kind. Each sign-in event is of exactly one. */
export const catalog: readonly AlertKind[] = [...claimingKinds, unrecognizedKind(claimingKinds)];

/** The kind of that name, or undefined. */
export function findKind(name: string): AlertKind | undefined {
  return catalog.find((kind) => kind.name === name);
}

/** The event pattern that matches exactly the events of these kinds. */
export function patternOf(kinds: readonly AlertKind[]): PatternNode {
  return toPattern(unite(...kinds.map(({ events }) => events)));
}

/**
 * State of a rule that is to see these kinds: read-only events reach only rules that ask for them.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export function ruleStateFor(
  kinds: readonly AlertKind[],
): "ENABLED" | "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS" {
  return kinds.some(({ readOnly }) => readOnly)
    ? "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"
    : "ENABLED";
}

/** Distinct values that a field such as `source` has in the events of these kinds, sorted. */
export function valuesOf(
  kinds: readonly AlertKind[],
  field: "source" | "detail-type",
): readonly string[] {
  const values = kinds.flatMap(({ events }) => events.flatMap((box) => box[field]?.values ?? []));
  return [...new Set(values)].sort();
}
