import type { Constant } from "../constant";
import { refuse } from "../refusal";
import { textIn, wholeNumber, type Functions } from "./functions";

const BITS = 32;
const V4 = /^(?<address>\d{1,3}(?:\.\d{1,3}){3})\/(?<length>\d+)$/u;

/** The bits of a prefix of IPv4; undefined for one of IPv6, which is not analyzed. */
function bitsOf(prefix: Constant): number | undefined {
  const { address = "", length = "" } = V4.exec(textIn(prefix))?.groups ?? {};
  const isRight = address !== "" && address.split(".").every((part) => Number(part) <= 255);
  if (isRight && Number(length) <= BITS) return Number(length);
  return !isRight && /:.*\//u.test(textIn(prefix))
    ? undefined
    : refuse("the prefix is no network such as 10.0.0.0/16");
}

function host([prefix, number]: readonly Constant[]): Constant {
  const bits = bitsOf(prefix);
  const place = wholeNumber(number, "the number of the host");
  if (bits === undefined) return undefined;
  return place >= 2 ** (BITS - bits) ? refuse("the network has no such host") : undefined;
}

function mask([prefix]: readonly Constant[]): Constant {
  return bitsOf(prefix) === undefined ? refuse("networks of IPv6 have no mask") : undefined;
}

function subnet([prefix, more, number]: readonly Constant[]): Constant {
  const bits = bitsOf(prefix);
  const added = wholeNumber(more, "the number of bits");
  const place = wholeNumber(number, "the number of the network");
  if (bits === undefined || added < 0) return undefined;
  if (bits + added > BITS) return refuse(`a prefix of ${bits} bits has no ${added} more`);
  return place >= 2 ** added ? refuse(`${added} bits have no network ${place}`) : undefined;
}

function subnets([prefix, ...more]: readonly Constant[]): Constant {
  const bits = bitsOf(prefix);
  const added = more.map((each) => wholeNumber(each, "the number of bits"));
  if (added.some((each) => each < 1)) return refuse("each number of bits must be 1 or more");
  if (bits === undefined) return undefined;
  if (added.some((each) => bits + each > BITS))
    return refuse(`a prefix of ${bits} bits has not so many more`);
  const used = added.reduce((sum, each) => sum + 2 ** -each, 0);
  return used > 1 ? refuse("the networks do not fit into the prefix") : undefined;
}

/** Functions of networks: whether they are right, not what they make. */
export const networks: Functions = new Map([
  ["cidrhost", host],
  ["cidrnetmask", mask],
  ["cidrsubnet", subnet],
  ["cidrsubnets", subnets],
]);
