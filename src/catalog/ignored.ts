import { compilePattern, InvalidEventPatternError, type EventPattern } from "../aws/eventbridge";
import { addressPrefixes } from "../aws/ipv4-block";
import type { AlertKind } from "./alert-kind";
import { valuesOf } from "./catalog";
import {
  addressesIn,
  differencePattern,
  is,
  isNot,
  like,
  type EventBox,
  type EventSet,
} from "./event-set";

/** Events of some kinds that no route is notified of, on purpose: all criteria must hold. */
export interface IgnoredEvents {
  /** Names of the kinds it is about. */
  readonly kinds: readonly string[];
  /** ARN of who acted; `*` stands for any text. An event without an ARN is never ignored. */
  readonly principalArn?: string;
  /** Ids of the accounts that sign-ins are to. */
  readonly accounts?: readonly string[];
  /** IPv4 block such as `203.0.113.0/24`, of at most 256 neighbours of one size. */
  readonly sourceCidr?: string;
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
  /** Events that no route is notified of. @default none */
  readonly ignored?: readonly IgnoredEvents[];
}

/** What several entries ask for, each by itself. */
interface Criteria {
  readonly arns?: readonly string[];
  readonly accounts?: readonly string[];
  readonly cidrs?: readonly string[];
}

/** Events by root, or by an identity of no type, are never ignored; what is missing never vanishes. */
function boxOf({ arns = [], accounts = [], cidrs = [] }: Criteria): EventBox {
  return {
    "detail.userIdentity.type": isNot("Root"),
    ...(arns.length > 0 && { "detail.userIdentity.arn": is(like(...arns)) }),
    ...(accounts.length > 0 && { account: is(...accounts) }),
    ...(cidrs.length > 0 && { "detail.sourceIPAddress": is(addressesIn(...cidrs)) }),
  };
}

function criteriaOf({ principalArn, accounts, sourceCidr }: IgnoredEvents): Criteria {
  return {
    ...(principalArn !== undefined && { arns: [principalArn] }),
    ...(accounts && { accounts }),
    ...(sourceCidr !== undefined && { cidrs: [sourceCidr] }),
  };
}

function isOfSingleAddresses(cidr: string): boolean {
  return addressPrefixes(cidr)?.some((prefix) => !prefix.endsWith(".")) ?? false;
}

/**
 * The events of a kind that no route is notified of. Entries with one criterion only are joined, which keeps patterns short.
 */
export function ignoredEvents(kind: string, ignored: readonly IgnoredEvents[]): EventSet {
  const entries = ignored.filter(({ kinds }) => kinds.includes(kind)).map(criteriaOf);
  const alone = entries.filter((entry) => Object.keys(entry).length === 1);
  const cidrs = alone.flatMap((entry) => entry.cidrs ?? []);
  const together: readonly Criteria[] = [
    { arns: alone.flatMap(({ arns = [] }) => arns) },
    { accounts: alone.flatMap(({ accounts = [] }) => accounts) },
    { cidrs: cidrs.filter(isOfSingleAddresses) },
    { cidrs: cidrs.filter((cidr) => !isOfSingleAddresses(cidr)) },
  ];
  return [
    ...together.filter((entry) => Object.values(entry).some(({ length }) => length > 0)),
    ...entries.filter((entry) => Object.keys(entry).length > 1),
  ].map(boxOf);
}

/** EventBridge accepts each path once, beside alternatives or in them. */
function differenceOf(...sets: Parameters<typeof differencePattern>): EventPattern | undefined {
  try {
    const found = differencePattern(...sets);
    if (found) compilePattern(found);
    return found;
  } catch (error) {
    if (!(error instanceof InvalidEventPatternError || error instanceof RangeError)) throw error;
    throw new RangeError("entries of ignore with several criteria ask about the same field");
  }
}

/**
 * The pattern of the hub's rule for one kind: its events, of these accounts, less those ignored.
 * @throws RangeError where nothing is left, or where one pattern cannot express the entries
 */
export function alertPattern(
  kind: AlertKind,
  { accounts, ignored = [] }: AlertScope,
): EventPattern {
  const found = differenceOf(kind.events, ignoredEvents(kind.name, ignored), accounts);
  if (found === undefined) throw new RangeError(`no account is left for ${kind.name}`);
  return found;
}
