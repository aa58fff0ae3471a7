import { Cache, Names } from "../cache";
import type { AlertKind } from "./alert-kind";
import {
  DEFAULT_PATTERN_LENGTH,
  patternLength,
  type EventPattern,
} from "../aws/eventbridge/event-pattern";
import { toPattern, unite, widest, type Condition, type EventBox, type Text } from "./event-set";
import { consoleSignInKinds } from "./kinds/console-sign-in";
import { directEventKinds } from "./kinds/direct-events";
import { federatedSignInKinds } from "./kinds/federated";
import { identityCenterKinds } from "./kinds/identity-center";
import { otherSessionKinds } from "./kinds/other-sessions";
import { rootCallKinds } from "./kinds/root-calls";
import { rootSignInKinds } from "./kinds/root-sign-in";
import { signInSettingKinds } from "./kinds/sign-in-settings";
import { unrecognizedKind } from "./kinds/unrecognized";

const claimingKinds = [
  ...rootSignInKinds,
  ...rootCallKinds,
  ...consoleSignInKinds,
  ...federatedSignInKinds,
  ...signInSettingKinds,
  ...identityCenterKinds,
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
const sourceFields = ["source", "detail-type"];

// Every account of an organization forwards the same kinds, and every check asks for the same ones.
const forwarderPatterns = new Cache<EventPattern>(200);
// By events: kinds are the same whatever their severity.
const names = new Names();

/** More than the box holds, and shorter to say: events of sign-in by these fields, others without exceptions. */
function shorter(box: EventBox, fields: readonly string[]): EventBox {
  const { source } = box;
  const isOfSignIn = source?.negated === false && source.values.includes("aws.signin");
  return Object.fromEntries(
    Object.entries(box).filter(([field, { negated }]) =>
      isOfSignIn ? fields.includes(field) : !(negated && nameFields.includes(field)),
    ),
  );
}

/** The kinds whose events are forwarded for these, each once. */
function forwardedKinds(kinds: readonly AlertKind[]): readonly AlertKind[] {
  const own = kinds.filter(({ forwardedAs }) => forwardedAs === undefined);
  const names = new Set(own.map(({ name }) => name));
  const others = kinds.flatMap(({ forwardedAs = [] }) => forwardedAs);
  return [...own, ...new Set(others.filter(({ name }) => !names.has(name)))];
}

/**
 * The event pattern of a rule that forwards these kinds: exactly their events where that can be said
 * in 2,048 characters. Some mixtures cannot; then sign-in events are chosen by name alone, or by source
 * where the names are too many, and root's calls without exceptions. The hub's rules, which are exact,
 * leave the others unanswered.
 */
export function forwarderPattern(routed: readonly AlertKind[]): EventPattern {
  const kinds = forwardedKinds(routed);
  const mixture = kinds.map(({ events }) => names.of(events));
  return forwarderPatterns.get(mixture.join(" "), () => {
    const patternOfAll = (told: (box: EventBox) => EventBox): EventPattern =>
      toPattern(widest(unite(...kinds.map(({ events }) => events.map(told)))));
    const exact = patternOfAll((box) => box);
    if (patternLength(exact) <= DEFAULT_PATTERN_LENGTH) return exact;
    const byName = patternOfAll((box) => shorter(box, nameFields));
    if (patternLength(byName) <= DEFAULT_PATTERN_LENGTH) return byName;
    return patternOfAll((box) => shorter(box, sourceFields));
  });
}

/**
 * The event pattern of an archive that keeps every event of these kinds: by source and detail-type, as
 * nothing but what is forwarded has those on the hub's event bus.
 */
export function archivePattern(kinds: readonly AlertKind[]): EventPattern {
  return {
    ...(!kinds.some(isOfAnyService) && { source: valuesOf(kinds, "source") }),
    "detail-type": valuesOf(kinds, "detail-type"),
  };
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

function namedIn(condition: Condition | undefined): readonly Text[] {
  return condition && !condition.negated ? condition.values : [];
}

/** Whether the trail has to log read-only events for the kind, as some of its events are all such. */
export function needsReadEvents({ readOnly, parts = [] }: AlertKind): boolean {
  return readOnly === true || parts.some(needsReadEvents);
}

/**
 * Whether events of the kind come from any service of AWS, not from some that it names. AWS User
 * Notifications asks for one source by name, so it cannot tell of such a kind.
 */
export function isOfAnyService({ events }: Pick<AlertKind, "events">): boolean {
  return events.some(({ source }) => source === undefined || source.negated);
}

/** Distinct values that events of these kinds are asked to have in a field such as `source`, sorted. */
export function valuesOf(
  kinds: readonly Pick<AlertKind, "events">[],
  field: "source" | "detail-type",
): readonly string[] {
  const values = kinds.flatMap(({ events }) => events.flatMap((box) => namedIn(box[field])));
  return [...new Set(values)].filter((value) => typeof value === "string").sort();
}
