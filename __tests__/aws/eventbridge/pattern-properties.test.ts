import fc from "fast-check";
import {
  compilePattern,
  explainMismatch,
  type EventPattern,
  type JsonObject,
  type JsonValue,
  matchesPattern,
  type ValueMatcher,
} from "../../../src/aws/eventbridge";

// Few keys and values, so that patterns and events meet often.
const keys = ["a", "b", "c"] as const;
const word = fc.constantFrom("", "x", "xy", "yx", "*", "X", "10.0.0.1", "::1");
const count = fc.constantFrom(-1, 0, 1, 2, 300);
const leaf = fc.oneof(word, count, fc.boolean(), fc.constant(null));
const value: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  fc.array(leaf, { maxLength: 3 }),
  fc.constant({ inner: 1 }),
);
const event: fc.Arbitrary<JsonObject> = fc.dictionary(fc.constantFrom(...keys), value);

const excluded = fc.oneof(
  word,
  count,
  fc.array(word, { minLength: 1, maxLength: 3 }),
  fc.array(count, { minLength: 1, maxLength: 3 }),
);
const matcher: fc.Arbitrary<ValueMatcher> = fc.oneof(
  leaf,
  word.map((prefix) => ({ prefix })),
  word.map((suffix) => ({ suffix })),
  word.map((text) => ({ "equals-ignore-case": text })),
  fc.constantFrom("*x", "x*", "*", "x*y").map((wildcard) => ({ wildcard })),
  excluded.map((but) => ({ "anything-but": but })),
  fc.boolean().map((exists) => ({ exists })),
  count.map((bound): ValueMatcher => ({ numeric: [">=", bound] })),
  fc.constant<ValueMatcher>({ cidr: "10.0.0.0/8" }),
);
const matchers = fc.array(matcher, { minLength: 1, maxLength: 3 });
const flat: fc.Arbitrary<EventPattern> = fc.dictionary(fc.constantFrom(...keys), matchers, {
  minKeys: 1,
});
const arms = fc.array(flat, { minLength: 2, maxLength: 4 });

test("a pattern matches exactly when each of its fields does", () => {
  fc.assert(
    fc.property(flat, event, (pattern, each) => {
      const parts = Object.entries(pattern).map(([key, part]) => ({ [key]: part }));
      expect(matchesPattern(pattern, each)).toBe(parts.every((part) => matchesPattern(part, each)));
    }),
  );
});

test("a field matches exactly when one of its matchers does", () => {
  fc.assert(
    fc.property(matchers, event, (entries, each) => {
      expect(matchesPattern({ a: entries }, each)).toBe(
        entries.some((entry) => matchesPattern({ a: [entry] }, each)),
      );
    }),
  );
});

test("$or is the union of its arms", () => {
  fc.assert(
    fc.property(arms, event, ($or, each) => {
      expect(matchesPattern({ $or }, each)).toBe($or.some((arm) => matchesPattern(arm, each)));
    }),
  );
});

test("a pattern under a key matches what it matches at the root", () => {
  fc.assert(
    fc.property(arms, event, ($or, each) => {
      expect(matchesPattern({ detail: { $or } }, { detail: each })).toBe(
        matchesPattern({ $or }, each),
      );
    }),
  );
});

test("anything-but is the complement on present values, and never matches an absent key", () => {
  fc.assert(
    fc.property(excluded, leaf, (but, present) => {
      const list: readonly ValueMatcher[] = Array.isArray(but) ? but : [but];
      const pattern: EventPattern = { a: [{ "anything-but": but }] };
      expect(matchesPattern(pattern, { a: present })).toBe(
        !list.some((entry) => entry === present),
      );
      expect(matchesPattern(pattern, { b: present })).toBe(false);
    }),
  );
});

test("a negated string operator is the complement of the operator on strings", () => {
  const named = fc.constantFrom("prefix", "suffix", "equals-ignore-case", "wildcard");
  fc.assert(
    fc.property(named, fc.constantFrom("x", "xy", "Y"), fc.string(), (operator, argument, text) => {
      const affirmed = { a: [{ [operator]: argument }] };
      const negated = { a: [{ "anything-but": { [operator]: argument } }] };
      expect(compilePattern(negated).matches({ a: text })).toBe(
        !compilePattern(affirmed).matches({ a: text }),
      );
    }),
  );
});

test("exists false is the complement of exists true", () => {
  fc.assert(
    fc.property(event, (each) => {
      expect(matchesPattern({ a: [{ exists: false }] }, each)).toBe(
        !matchesPattern({ a: [{ exists: true }] }, each),
      );
    }),
  );
});

test("an explanation is given exactly when the pattern does not match", () => {
  fc.assert(
    fc.property(arms, flat, event, ($or, inner, each) => {
      const pattern: EventPattern = { $or, detail: inner };
      const nested: JsonObject = { ...each, detail: each };
      expect(explainMismatch(pattern, nested) === undefined).toBe(matchesPattern(pattern, nested));
    }),
  );
});

test("a wildcard agrees with the regular expression that says the same", () => {
  const piece = fc.stringMatching(/^[ab\\*.]{0,3}$/);
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), piece, (pieces, filler) => {
      const joined = pieces.filter((each, i) => each !== "" || i === 0);
      const wildcard = joined.map((each) => each.replace(/[\\*]/g, "\\$&")).join("*");
      const source = joined.map((each) => each.replace(/[\\*.]/g, "\\$&")).join(".*");
      const regex = new RegExp(`^${source}$`, "s");
      for (const text of [joined.join(filler), joined.join("") + filler, filler]) {
        expect(matchesPattern({ a: [{ wildcard }] }, { a: text })).toBe(regex.test(text));
      }
    }),
  );
});
