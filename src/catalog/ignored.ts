import type { EventPattern } from "../aws/eventbridge";
import { addressPrefixes } from "../aws/ipv4-block";
import { Cache, Names } from "../cache";
import type { AlertKind } from "./alert-kind";
import { valuesOf } from "./catalog";
import {
  addressText,
  differencePatterns,
  is,
  isNot,
  unite,
  type EventBox,
  type EventSet,
} from "./event-set";
import { principalOf, roleFieldOf, roleName } from "./principal";

/** Events of some kinds that no route is notified of, on purpose: all criteria must hold. */
export interface IgnoredEvents {
  /** Names of the kinds it is about. */
  readonly kinds: readonly string[];
  /** ARNs of who acted, one of them; `*` stands for any text. An event without an ARN is never ignored. */
  readonly principalArns?: readonly string[];
  /** Ids of the accounts that sign-ins are to. */
  readonly accounts?: readonly string[];
  /** IPv4 blocks such as `203.0.113.0/24`, of lengths 8 to 32; one of them. */
  readonly sourceCidrs?: readonly string[];
  /** Why, and until when, for reports. */
  readonly note?: string;
}

/** Whether events of a kind may never be ignored: root's own. */
export function isRootKind({ name }: Pick<AlertKind, "name">): boolean {
  return /(^|-)root(-|$)/.test(name);
}

/** Whether the events of a kind never name who acted: EventBridge's own, without a record of CloudTrail. */
export function namesNoPrincipal({ events }: Pick<AlertKind, "events">): boolean {
  const types = valuesOf([{ events }], "detail-type");
  return types.length > 0 && types.every((type) => !type.endsWith("via CloudTrail"));
}

/** Which events of its kinds a route is notified of. */
export interface AlertScope {
  /** Ids of the accounts that sign-ins are to. @default - all */
  readonly accounts?: readonly string[];
  /** Ids of accounts of which nothing is, whatever it is; about a hundred fit into a pattern. @default none */
  readonly exceptAccounts?: readonly string[];
  /** Events that no route is notified of. @default none */
  readonly ignored?: readonly IgnoredEvents[];
}

/** Events by root, or by an identity of no type, are never ignored; what is missing never vanishes. */
function boxesOf(kind: IgnorableKind, entry: IgnoredEvents): EventSet {
  const { principalArns, accounts, sourceCidrs } = entry;
  const common: EventBox = accounts ? { account: is(...accounts) } : {};
  const addresses = sourceCidrs
    ?.flatMap((cidr) => addressPrefixes(cidr) ?? [])
    .map((each) => addressText(each));
  const from: EventBox = addresses ? { "detail.sourceIPAddress": is(...addresses) } : {};
  const type = "detail.userIdentity.type";
  if (!principalArns) return [{ ...common, [type]: isNot("Root"), ...from }];
  return principalArns.map((arn) => {
    const principal = principalOf(arn, roleFieldOf(kind));
    return { ...common, [type]: principal.type, ...from, [principal.field]: is(principal.text) };
  });
}

/** What divides events comes first: rules then differ in that, and only leave out the rest. */
const dividing = ["account", "detail.userIdentity.type", "detail.sourceIPAddress"];

function inOrder(box: EventBox): EventBox {
  const rank = (field: string): number => dividing.indexOf(field) + 1 || dividing.length + 1;
  return Object.fromEntries(Object.entries(box).sort(([a], [b]) => rank(a) - rank(b)));
}

/** What is asked of a kind to know which of its events are ignored. */
export type IgnorableKind = Pick<
  AlertKind,
  "name" | "withoutArn" | "withoutSessionIssuer" | "eventsByRoleArn"
>;

/** The events of a kind that no route is notified of. */
export function ignoredEvents(kind: IgnorableKind, ignored: readonly IgnoredEvents[]): EventSet {
  const entries = ignored.filter(
    ({ kinds, principalArns }) =>
      kinds.includes(kind.name) && !(kind.withoutArn === true && principalArns),
  );
  return unite(...entries.map((entry) => boxesOf(kind, entry))).map(inOrder);
}

/** What is ignored in other accounts than these, of which a route has nothing in any case. */
function beyond(ignored: readonly IgnoredEvents[], except: readonly string[]) {
  return ignored.flatMap((entry): readonly IgnoredEvents[] => {
    const accounts = entry.accounts?.filter((id) => !except.includes(id));
    return accounts?.length === 0 ? [] : [{ ...entry, ...(accounts && { accounts }) }];
  });
}

// Every check of a configuration asks for the same ones.
const sets = new Names();
const patterns = new Cache<readonly EventPattern[]>(10_000);

/**
 * The patterns of the hub's rules for one kind: its events, of these accounts, less those ignored. No
 * event matches two of them; there is none where nothing is left.
 * @param taken what else is left out
 * @throws RangeError where EventBridge cannot express what is left
 */
export function alertPatterns(
  kind: AlertKind,
  { accounts: only, exceptAccounts: except = [], ignored = [] }: AlertScope,
  taken: EventSet = [],
): readonly EventPattern[] {
  const without = ignoredEvents(kind, beyond(ignored, except));
  // Of accounts that are named those are left that are not left out; else a pattern leaves them out.
  const accounts = only?.filter((id) => !except.includes(id));
  const elsewhere = accounts || except.length === 0 ? [] : [{ account: is(...except) }];
  const watched = kind.watched ? unite(without, kind.watched).map(inOrder) : without;
  const left = [...elsewhere, ...watched, ...taken];
  const leavesOutRoles = left.some((box) => roleName in box);
  const { events, eventsByRoleArn = events } = kind;
  const from = leavesOutRoles ? eventsByRoleArn : events;
  return patterns.get(`${sets.of(from)} ${JSON.stringify([left, accounts])}`, () =>
    differencePatterns(from, left, accounts),
  );
}
