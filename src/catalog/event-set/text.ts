import { addressesBut, blockAround } from "../../aws/ipv4-block";
import { fitsWildcard, parseWildcard } from "../../aws/eventbridge/wildcard";

type Form = "prefix" | "suffix" | "wildcard" | "literal";

/** Texts known by their form, such as all that begin with one of several words. */
export interface TextGroup {
  readonly form: Form;
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

/** Every text that ends with one of these. */
export function endingWith(...suffixes: readonly string[]): TextGroup {
  return group("suffix", suffixes);
}

/** The value `false` of JSON, which is no text. EventBridge cannot ask for all but it. */
export const no: TextGroup = group("literal", ["false"]);

/** One text or group in a form that EventBridge can compare with. */
export interface ComparableText {
  readonly form: "exact" | Form;
  readonly text: string;
}

/** The texts in forms that EventBridge can compare with. */
export function comparable(text: Text): readonly ComparableText[] {
  return typeof text === "string"
    ? [{ form: "exact", text }]
    : text.texts.map((each) => ({ form: text.form, text: each }));
}

/** The text as a wildcard. */
export function asWildcard({ form, text }: ComparableText): string {
  if (form === "wildcard") return text;
  const plain = text.replace(/[\\*]/g, "\\$&");
  return `${form === "suffix" ? "*" : ""}${plain}${form === "prefix" ? "*" : ""}`;
}

/** Whether a value is the text, or of the group. */
export function fits(text: Text, value: unknown): boolean {
  if (typeof text === "string") return text === value;
  if (text === no) return value === false;
  if (typeof value !== "string") return false;
  return comparable(text).some((each) => {
    const pieces = parseWildcard(asWildcard(each));
    return typeof pieces !== "string" && fitsWildcard(value, pieces);
  });
}

const contains: Readonly<Record<Form, (text: string, part: string) => boolean>> = {
  prefix: (text, part) => text.startsWith(part),
  suffix: (text, part) => text.endsWith(part),
  wildcard: (text, part) => text === part,
  literal: (text, part) => text === part,
};

/** Whether every value of the second is one of the first. */
export function covers(a: Text, b: Text): boolean {
  if (a === b) return true;
  if (typeof a === "string") return false;
  if (typeof b === "string") return fits(a, b);
  return (
    a.form === b.form &&
    b.texts.every((text) => a.texts.some((part) => contains[a.form](text, part)))
  );
}

/** Whether two different texts may have a value in common. */
export function mayOverlap(a: Text, b: Text): boolean {
  if (a === b || (typeof a === "string" && typeof b === "string")) return false;
  if (typeof a === "string" || typeof b === "string") return covers(a, b) || covers(b, a);
  if (a === no || b === no) return false;
  if (a.form !== b.form || a.form === "wildcard") return true;
  return a.texts.some((one) =>
    b.texts.some((other) => contains[a.form](one, other) || contains[a.form](other, one)),
  );
}

function refuse(a: Text, b: Text): never {
  const shown = [a, b].map((text) => comparable(text).map(asWildcard).join(", "));
  throw new RangeError(`${shown.join(" and ")} overlap`);
}

/** The values of one text that are not of the other; a part of a block of addresses can be cut out. */
function difference(text: Text, taken: Text): readonly Text[] {
  if (covers(taken, text)) return [];
  if (!mayOverlap(text, taken)) return [text];
  const rest = [text, taken].map((each) => comparable(each)[0]?.text ?? "");
  return addressesBut(rest[0] ?? "", rest[1] ?? "")?.map(addressText) ?? refuse(text, taken);
}

/** An address, or all that begin so where it ends with a dot. */
export function addressText(address: string): Text {
  return address.endsWith(".") ? beginningWith(address) : address;
}

function isGroup(text: Text): text is TextGroup {
  return typeof text !== "string";
}

/** The values of these texts that are of none of the others. @throws RangeError for a part of a group */
export function without(texts: readonly Text[], taken: readonly Text[]): readonly Text[] {
  // Of a thousand accounts each would be compared with each.
  const known = new Set(taken);
  const left = texts.filter((text) => !known.has(text));
  return (left.some(isGroup) ? taken : taken.filter(isGroup)).reduce<readonly Text[]>(
    (rest, each) => rest.flatMap((text) => difference(text, each)),
    left,
  );
}

/** The values that are of both. @throws RangeError for a part of a group */
export function shared(texts: readonly Text[], others: readonly Text[]): readonly Text[] {
  const known = new Set(others);
  const groups = others.filter(isGroup);
  return texts.flatMap((text) => {
    if (known.has(text)) return [text];
    return (isGroup(text) ? others : groups).flatMap((other) => {
      if (covers(other, text)) return [text];
      if (covers(text, other)) return [other];
      return mayOverlap(text, other) ? refuse(text, other) : [];
    });
  });
}

function blockOf(text: Text): string | undefined {
  const [only] = comparable(text);
  return only?.form === "exact" || only?.form === "prefix" ? blockAround(only.text) : undefined;
}

/** Texts that are negated, in fewer: a block of addresses that holds several, and what else is in it. */
export function joinedByBlock(
  texts: readonly Text[],
): { readonly fewer: readonly Text[]; readonly others: readonly Text[] } | undefined {
  const blocks = new Map<string, Text[]>();
  for (const text of texts) {
    const block = blockOf(text);
    if (block !== undefined) blocks.set(block, [...(blocks.get(block) ?? []), text]);
  }
  const [largest] = [...blocks].sort(([, a], [, b]) => b.length - a.length);
  const [block, held = []] = largest ?? [];
  if (block === undefined || held.length < 2) return undefined;
  const whole = beginningWith(block);
  return {
    fewer: [...texts.filter((text) => !held.includes(text)), whole],
    others: without([whole], held),
  };
}
