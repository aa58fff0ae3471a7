import { BlockList, isIP } from "node:net";
import { literalText, type PolicyText } from "./policy-text";
import type { Matcher } from "./wildcards";

/** A comparison of values that are read as numbers; a value that is not one does not fit. */
export function ordering(
  read: (text: string) => number,
  fits: (value: number, wanted: number) => boolean,
): (text: PolicyText) => Matcher {
  return (text) => {
    const wanted = read(literalText(text));
    return (value) => {
      if (typeof value === "string") return fits(read(value), wanted);
      const least = read(value.notBefore ?? "none");
      // Whatever is later than the wanted value compares with it alike.
      return wanted < least ? fits(least, wanted) : undefined;
    };
  };
}

const SECONDS = /^\d+$/u;
const ISO = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/u;

/**
 * Milliseconds since 1970 of a time, written as ISO 8601 or in seconds; NaN where it is neither.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export function instantOf(text: string): number {
  if (SECONDS.test(text)) return Number(text) * 1_000;
  return ISO.test(text) ? Date.parse(text) : Number.NaN;
}

interface Network {
  readonly address: string;
  readonly bits: number;
  readonly family: "ipv4" | "ipv6";
}

/** An address alone, or a network in CIDR notation; undefined where a text is neither. */
export function networkOf(text: string): Network | undefined {
  const [, address = "", written] = /^([^/]+)(?:\/(\d{1,3}))?$/u.exec(text) ?? [];
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  const bits = Number(written ?? most);
  if (version === 0 || bits > most) return undefined;
  return { address, bits, family: version === 4 ? "ipv4" : "ipv6" };
}

/** Whether an address is in a network. */
export function inNetwork(text: PolicyText): Matcher {
  const network = networkOf(literalText(text));
  if (network === undefined) return () => undefined;
  const { address, bits, family } = network;
  const list = new BlockList();
  list.addSubnet(address, bits, family);
  return (value) => {
    if (typeof value !== "string") return undefined;
    const version = isIP(value);
    return version !== 0 && list.check(value, version === 4 ? "ipv4" : "ipv6");
  };
}
