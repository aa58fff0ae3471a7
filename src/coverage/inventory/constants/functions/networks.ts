import { isIPv4, isIPv6 } from "node:net";
import type { Constant } from "../constant";
import { refuse } from "../refusal";
import { textIn, wholeNumber, type Functions } from "./functions";

/** Bits that may be added to a prefix of IPv6 at a time. */
const MOST_ADDED = 32;

/** A prefix: the bits that it has, of all bits of an address. */
interface Prefix {
  readonly bits: number;
  readonly of: number;
}

/**
 * A prefix; undefined for an address that is written in both ways, which is not analyzed.
 * @throws RefusalError for what is no prefix
 */
function prefixIn(value: Constant): Prefix | undefined {
  const [written = "", length = "", ...others] = textIn(value).split("/");
  if (/:.*\./u.test(written)) return undefined;
  // Unlike Node.js, Terraform takes zeros that lead a number.
  const address = written.replace(/\b0+(?=\d+(?:\.|$))/gu, "");
  const isNumber = /^\d{1,3}$/u.test(length) && others.length === 0;
  const of = isIPv4(address) ? 32 : isIPv6(address) && !address.includes("%") ? 128 : 0;
  if (of !== 0 && isNumber && Number(length) <= of) return { bits: Number(length), of };
  return refuse("the prefix is no network such as 10.0.0.0/16 or fd00::/8");
}

/** What refuses nothing that a prefix might have. */
const unknown = { bits: 0, of: Infinity } as const;

function host([prefix, number]: readonly Constant[]): Constant {
  const place = wholeNumber(number, "the number of the host");
  const { bits, of } = prefixIn(prefix) ?? unknown;
  const most = 2 ** (of - bits);
  return place >= most || -place > most ? refuse("the network has no such host") : undefined;
}

function mask([prefix]: readonly Constant[]): Constant {
  return prefixIn(prefix)?.of === 128 ? refuse("networks of IPv6 have no mask") : undefined;
}

function subnet([prefix, more, number]: readonly Constant[]): Constant {
  const { bits, of } = prefixIn(prefix) ?? unknown;
  const added = wholeNumber(more, "the number of bits");
  const place = wholeNumber(number, "the number of the network");
  if (added < 0) return undefined;
  if (bits + added > of) return refuse(`a prefix of ${bits} bits has no ${added} more`);
  return place >= 2 ** added ? refuse(`${added} bits have no network ${place}`) : undefined;
}

/** Networks one after another: each begins where a network of its size may begin. */
function subnets([prefix, ...more]: readonly Constant[]): Constant {
  const { bits, of } = prefixIn(prefix) ?? unknown;
  const added = more.map((each) => wholeNumber(each, "the number of bits"));
  if (added.some((each) => each < 1)) return refuse("each number of bits must be 1 or more");
  if (added.some((each) => each > MOST_ADDED)) {
    return refuse(`each number of bits must be ${MOST_ADDED} or less`);
  }
  if (added.some((each) => bits + each > of)) {
    return refuse(`a prefix of ${bits} bits has not so many more`);
  }
  const end = added.reduce((begin, each) => {
    const size = 2 ** -each;
    return Math.ceil(begin / size) * size + size;
  }, 0);
  return end > 1 ? refuse("the networks do not fit into the prefix") : undefined;
}

/** Functions of networks: whether they are right, not what they make. */
export const networks: Functions = new Map([
  ["cidrhost", host],
  ["cidrnetmask", mask],
  ["cidrsubnet", subnet],
  ["cidrsubnets", subnets],
]);
