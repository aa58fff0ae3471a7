import type { EventPattern } from "../aws/eventbridge";
import { isJsonArray } from "../json/value";
import type { AlertKind } from "./alert-kind";
import { complement, contains, subtract, type Condition, type EventSet } from "./event-set";
import { freeTextOf, type FieldName } from "./fields";
import { alertPatterns, type AlertScope } from "./ignored";
import { shownFields, type MessageStyle } from "./message";
import type { SampleEvent } from "./sample-event";

/** One rule of the hub: the events it matches, and what it says of them. */
export interface AlertRuleOfKind {
  readonly pattern: EventPattern;
  /** The kind with the message of this rule. */
  readonly kind: AlertKind;
}

/** Values that no condition of a field's safety accepts. */
const elsewhere: readonly SampleEvent["detail"][] = [
  { errorMessage: "Something that AWS has not written before" },
  { errorCode: "ValidationError" },
];

/** A sample of what the first part leaves. @throws Error where none is found: a fault of the catalog */
function sampleOf(rest: EventSet, { sample, name }: AlertKind): SampleEvent {
  const { userIdentity } = sample.detail;
  const identity =
    typeof userIdentity === "object" && !isJsonArray(userIdentity) ? userIdentity : {};
  const candidates = [...elsewhere, { userIdentity: { ...identity, type: "SAMLUser" } }].map(
    (more): SampleEvent => ({ ...sample, detail: { ...sample.detail, ...more } }),
  );
  const found = candidates.find((candidate) => contains(rest, { ...candidate }));
  if (!found) throw new Error(`no sample of ${name} shows what its rule cannot tell`);
  return found;
}

/** A part of a kind, and what it leaves out of the kind's events. */
interface PlainPart {
  readonly kind: AlertKind;
  readonly taken: EventSet;
}

// Every route and every account asks for the same.
const parts = new WeakMap<AlertKind, readonly PlainPart[]>();

/**
 * The parts of a kind that rules of their own are for. Events in which AWS has made sure of every text
 * get all of the message; in others somebody may have written a `"`, which would keep the alert from
 * being delivered: their message leaves those texts out. A function shows them all the same, by the same
 * rules, so that switching it on replaces no rule.
 */
function partsOf(kind: AlertKind): readonly PlainPart[] {
  const known = parts.get(kind);
  const made = known ?? (kind.parts ?? [kind]).flatMap((part) => takenApart(asPartOf(kind, part)));
  parts.set(kind, made);
  return made;
}

/** A part under the name of the whole, as rules and messages have it. */
function asPartOf(whole: AlertKind, part: AlertKind): AlertKind {
  if (part === whole) return whole;
  const { name, title, severity, readOnly, note } = whole;
  return { ...part, name, title, severity, readOnly, ...(note !== undefined && { note }) };
}

/** Free texts that a message shows, each with the events in which AWS has made sure of it. */
function guardsOf(kind: AlertKind, style: MessageStyle) {
  const { reasons = [] } = kind.message;
  return shownFields(kind, style).flatMap((name) => {
    const { safeWhere } = freeTextOf(name) ?? {};
    if (!safeWhere) return [];
    const { field, condition } = safeWhere;
    const known = name === "errorMessage" ? [...reasons].sort() : condition.values;
    return [{ name, field, condition: { ...condition, values: known } }];
  });
}

/** Who acted decides whether a name may be shown, what else is in the event does not. */
const identityType = "detail.userIdentity.type";

function takenApart(kind: AlertKind): readonly PlainPart[] {
  const guarded = guardsOf(kind, "standard");
  const safe = Object.fromEntries(
    guarded.map(({ field, condition }): [string, Condition] => [field, condition]),
  );
  // A full message shows more only where no further rule is needed for it.
  const shown = guardsOf(kind, "full");
  const unsure = shown
    .filter(({ field, condition }) => {
      const isAsked = field in safe;
      return !isAsked && subtract(kind.events, [{ [field]: condition }]).length > 0;
    })
    .map(({ name }) => name);
  const part = (hidden: readonly FieldName[], taken: EventSet): readonly PlainPart[] => {
    const rest = subtract(kind.events, taken);
    if (rest.length === 0) return [];
    const sample = contains(rest, { ...kind.sample }) ? kind.sample : sampleOf(rest, kind);
    return [{ kind: { ...kind, message: { ...kind.message, hidden }, sample }, taken }];
  };
  if (guarded.length === 0 || subtract(kind.events, [safe]).length === 0) return part(unsure, []);
  const unsafe = Object.entries(safe).map(([field, condition]) => ({
    [field]: complement(condition),
  }));
  const hidden = shown.map(({ name }) => name);
  const { [identityType]: named, ...others } = safe;
  const isNamedAnyhow = kind.message.actor?.includes("identityArn") === true;
  if (named === undefined || isNamedAnyhow || Object.keys(others).length === 0) {
    return [...part(unsure, unsafe), ...part(hidden, [safe])];
  }
  // A reason that nobody knows hides no name, but for a rule more: a bus holds 300.
  const unnamed = shown.filter(({ field }) => field !== identityType).map(({ name }) => name);
  return [
    ...part(unsure, unsafe),
    ...part(hidden, [{ [identityType]: named }]),
    ...part([...unsure, ...unnamed], [safe, { [identityType]: complement(named) }]),
  ];
}

/** The kinds by which rules tell of one: each has the message of a rule, and a sample of it. */
export function plainParts(kind: AlertKind): readonly AlertKind[] {
  return partsOf(kind).map((part) => part.kind);
}

/** Samples of a kind: one for each rule that tells of it. */
export function samplesOf(kind: AlertKind): readonly SampleEvent[] {
  return plainParts(kind).map(({ sample }) => sample);
}

/**
 * The hub's rules for one kind: its events, of these accounts, less those ignored. No event matches two
 * of them; there is none where nothing is left.
 * @throws RangeError where EventBridge cannot express what is left
 */
export function alertRulesOf(kind: AlertKind, scope: AlertScope): readonly AlertRuleOfKind[] {
  return partsOf(kind).flatMap((part) =>
    alertPatterns(part.kind, scope, part.taken).map((pattern) => ({ pattern, kind: part.kind })),
  );
}
