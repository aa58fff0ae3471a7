import { fitsWildcard, parseWildcard } from "../../aws/eventbridge/wildcard";
import { addressPrefixes } from "../../aws/ipv4-block";

/** Texts known by their form, such as all that begin with one of several words. */
export interface TextGroup {
  readonly form: "prefix" | "wildcard" | "cidr";
  /** One of these is enough. */
  readonly texts: readonly string[];
  /** Its name: unlike that of any other group, and unlike any text. */
  toString(): string;
}

/** What a condition knows of a field: one text, or a group of them. */
export type Text = string | TextGroup;

// One object for one group, so that sets compare groups as they compare texts.
const groups = new Map<string, TextGroup>();

function group(form: TextGroup["form"], texts: readonly string[]): TextGroup {
  const name = `\0${form}\0${texts.join("\0")}`;
  const known = groups.get(name);
  if (known) return known;
  const made = { form, texts, toString: () => name };
  groups.set(name, made);
  return made;
}

/** Every text that begins with one of these. */
export function beginningWith(...prefixes: readonly string[]): TextGroup {
  return group("prefix", prefixes);
}

/** Every text that one of these fits; `*` stands for any text. */
export function like(...wildcards: readonly string[]): TextGroup {
  return group("wildcard", wildcards);
}

/** Every IPv4 address in one of these blocks, such as `203.0.113.0/24`. */
export function addressesIn(...cidrs: readonly string[]): TextGroup {
  return group("cidr", cidrs);
}

/** One text or group in a form that EventBridge can compare with. */
export interface ComparableText {
  readonly form: "exact" | "prefix" | "wildcard";
  readonly text: string;
}

/** The texts in forms that EventBridge can compare with: it has no `anything-but` for blocks of addresses. */
export function comparable(text: Text): readonly ComparableText[] {
  if (typeof text === "string") return [{ form: "exact", text }];
  const { form, texts } = text;
  if (form !== "cidr") return texts.map((each) => ({ form, text: each }));
  return texts.flatMap((cidr) =>
    (addressPrefixes(cidr) ?? []).map((each) => ({
      form: each.endsWith(".") ? ("prefix" as const) : ("exact" as const),
      text: each,
    })),
  );
}

/** The text as a wildcard. */
export function asWildcard({ form, text }: ComparableText): string {
  if (form === "wildcard") return text;
  return text.replace(/[\\*]/g, "\\$&") + (form === "prefix" ? "*" : "");
}

/** Whether a value is the text, or of the group. */
export function fits(text: Text, value: string): boolean {
  return comparable(text).some((each) => {
    const pieces = parseWildcard(asWildcard(each));
    return typeof pieces !== "string" && fitsWildcard(value, pieces);
  });
}

/** Whether two different texts may have a value in common. */
export function mayOverlap(a: Text, b: Text): boolean {
  if (a === b || (typeof a === "string" && typeof b === "string")) return false;
  if (typeof a === "string") return fits(b, a);
  return typeof b === "string" ? fits(a, b) : true;
}
