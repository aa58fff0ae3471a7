import type { Truth } from "./truth";

/** A text of which only the beginning is known; `""` says that nothing of it is. */
export interface PartlyKnown {
  readonly startsWith: string;
  /** Of a time: how early it is at the earliest, as the key writes it. @default - not known */
  readonly notBefore?: string;
}

/** A value of a request: a text, or the beginning of one. */
export type KeyText = string | PartlyKnown;

/** One character of a pattern: itself, one of any kind, or any number of them. */
export type Token =
  { readonly literal: string } | { readonly any: "one" | "many"; readonly colons: boolean };

/** Whether a value fits; of a partly known one, whether every text that begins so does. */
export type Matcher = (value: KeyText) => Truth;

/** Matches literally, in any case where `fold` is set. */
export function literally(wanted: string, fold = false): Matcher {
  const folded = (text: string): string => (fold ? text.toLowerCase() : text);
  const expected = folded(wanted);
  return (value) => {
    if (typeof value === "string") return folded(value) === expected;
    return expected.startsWith(folded(value.startsWith)) ? undefined : false;
  };
}

/**
 * Matches tokens in a time that grows with length of pattern times length of value, whatever the
 * wildcards: all places in the pattern that a beginning may have reached are followed at once.
 */
export function byTokens(tokens: readonly Token[], fold = false): Matcher {
  if (tokens.every((token) => "literal" in token)) {
    return literally(tokens.map((token) => token.literal).join(""), fold);
  }
  const folded = tokens.map((token) =>
    "literal" in token && fold ? { literal: token.literal.toLowerCase() } : token,
  );
  // Most texts differ before the first wildcard, and are compared at once.
  const start = folded.findIndex((token) => "any" in token);
  const literals = folded.slice(0, start);
  const beginning = literals.map((token) => ("literal" in token ? token.literal : "")).join("");
  const open = folded.slice(start);
  return (value) => {
    const text = typeof value === "string" ? value : value.startsWith;
    const known = fold ? text.toLowerCase() : text;
    if (known.length < beginning.length) {
      return typeof value !== "string" && beginning.startsWith(known) ? undefined : false;
    }
    if (!known.startsWith(beginning)) return false;
    const reached = reachedBy(open, known.slice(beginning.length));
    if (typeof value === "string") return reached.has(open.length);
    if (reached.size === 0) return false;
    const isOpen = (at: number): boolean =>
      at < open.length &&
      open.slice(at).every((token) => "any" in token && token.any === "many" && token.colons);
    return [...reached].some(isOpen) ? true : undefined;
  };
}

/** The places in the pattern that a text may have reached at its end. */
function reachedBy(tokens: readonly Token[], text: string): ReadonlySet<number> {
  let places = new Set<number>();
  reach(tokens, 0, places);
  for (const character of text) {
    const next = new Set<number>();
    for (const at of places) {
      const token = tokens[at];
      if (token === undefined) continue;
      if ("literal" in token) {
        if (token.literal === character) reach(tokens, at + 1, next);
      } else if (token.colons || character !== ":") {
        reach(tokens, token.any === "many" ? at : at + 1, next);
      }
    }
    if (next.size === 0) return next;
    places = next;
  }
  return places;
}

/** A wildcard for any number may also stand for none. */
function reach(tokens: readonly Token[], from: number, places: Set<number>): void {
  for (let at = from; !places.has(at); at += 1) {
    places.add(at);
    const token = tokens[at];
    if (token === undefined || "literal" in token || token.any === "one") return;
  }
}
