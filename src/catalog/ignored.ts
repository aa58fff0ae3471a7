import type { EventPattern, ValueMatcher } from "../aws/eventbridge";

/** Events of some kinds that nobody is told of, on purpose: all that is said must hold. */
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

/** One condition of which events are kept: a field, and what it must be. */
type Kept = readonly EventPattern[];

function at(path: readonly string[], matcher: ValueMatcher): EventPattern {
  const [last = "", ...outer] = [...path].reverse();
  return outer.reduce<EventPattern>((inner, key) => ({ [key]: inner }), { [last]: [matcher] });
}

/** A value that is none of these, or that is not there: what is missing must never vanish. */
function noneOf(path: readonly string[], excluded: ValueMatcher): Kept {
  return [at(path, excluded), at(path, { exists: false })];
}

const principal = ["detail", "userIdentity", "arn"];
const source = ["detail", "sourceIPAddress"];

/** Without zeros in front of a number: CloudTrail writes none, and programs read them as octal. */
const ipv4Block = /^((?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3})\/([1-9]\d?)$/;

/**
 * The beginnings that the addresses of an IPv4 block have, written as CloudTrail writes them; single
 * addresses where the block is smaller than the last part. Undefined for what is no such block.
 */
export function addressPrefixes(cidr: string): readonly string[] | undefined {
  const [, address, bits] = ipv4Block.exec(cidr) ?? [];
  const parts = address?.split(".").map(Number) ?? [];
  const length = Number(bits);
  if (parts.length !== 4 || parts.some((part) => part > 255) || length < 8 || length > 32) {
    return undefined;
  }
  const whole = Math.ceil(length / 8);
  const free = whole * 8 - length;
  const head = parts.slice(0, whole);
  const last = head.at(-1) ?? 0;
  // Bits behind the block must be zero, or another block was meant.
  if (last % 2 ** free !== 0 || parts.slice(whole).some((part) => part !== 0)) return undefined;
  return Array.from({ length: 2 ** free }, (_, i) =>
    [...head.slice(0, -1), last + i].join(".").concat(whole === 4 ? "" : "."),
  );
}

function notFrom(cidrs: readonly string[]): Kept {
  const prefixes = cidrs.flatMap((cidr) => addressPrefixes(cidr) ?? []);
  const single = prefixes.filter((prefix) => !prefix.endsWith("."));
  const blocks = prefixes.filter((prefix) => prefix.endsWith("."));
  if (single.length > 0 && blocks.length > 0) {
    throw new RangeError("single addresses and blocks are excluded one after the other");
  }
  return noneOf(source, {
    "anything-but": single.length > 0 ? single : { prefix: blocks },
  });
}

function notBy(arns: readonly string[]): Kept {
  return noneOf(principal, { "anything-but": { wildcard: arns } });
}

/** What is kept though an entry says more than one thing: whatever differs in one of them. */
function keptBeside({ principalArn, accounts, sourceCidr }: IgnoredEvents): Kept {
  return [
    ...(principalArn === undefined ? [] : notBy([principalArn])),
    ...(accounts === undefined ? [] : [at(["account"], { "anything-but": [...accounts] })]),
    ...(sourceCidr === undefined ? [] : notFrom([sourceCidr])),
  ];
}

/** How many things an entry says besides the kinds. */
function saidBy({ principalArn, accounts, sourceCidr }: IgnoredEvents): number {
  return [principalArn, accounts, sourceCidr].filter((part) => part !== undefined).length;
}

/**
 * What is kept of a kind: one pattern of each list must match. Entries that say one thing only are
 * taken together, which keeps patterns short.
 */
export function keptOf(kind: string, ignored: readonly IgnoredEvents[]): readonly Kept[] {
  const ofKind = ignored.filter(({ kinds }) => kinds.includes(kind));
  const alone = ofKind.filter((entry) => saidBy(entry) === 1);
  const arns = alone.flatMap(({ principalArn }) => principalArn ?? []);
  const accounts = [...new Set(alone.flatMap((entry) => entry.accounts ?? []))].sort();
  const blocks = alone.flatMap(({ sourceCidr }) => sourceCidr ?? []);
  const isSingle = (cidr: string): boolean =>
    addressPrefixes(cidr)?.some((prefix) => !prefix.endsWith(".")) ?? false;
  const lists = [blocks.filter(isSingle), blocks.filter((cidr) => !isSingle(cidr))];
  return [
    ...(arns.length > 0 ? [notBy(arns)] : []),
    ...(accounts.length > 0 ? [[at(["account"], { "anything-but": accounts })]] : []),
    ...lists.filter((list) => list.length > 0).map(notFrom),
    ...ofKind.filter((entry) => saidBy(entry) > 1).map(keptBeside),
  ];
}
