import fc from "fast-check";
import { compileFilterPattern, InvalidFilterPatternError } from "../../../src/aws/logs";
import type { JsonObject, JsonValue } from "../../../src/json/value";
import { runs } from "../../property-runs";

// Few names and values, so that patterns and events meet often.
const name = fc.constantFrom("a", "b", "c-d", "e_1");
const word = fc.constantFrom("x", "xy", "yx", "X", "404");
const number = fc.constantFrom(-1, 0, 2, 40.5, 404);
const leaf: fc.Arbitrary<JsonValue> = fc.oneof(word, number, fc.boolean(), fc.constant(null));
const flatEvent: fc.Arbitrary<JsonObject> = fc.dictionary(name, leaf);
const event: fc.Arbitrary<JsonObject> = fc.dictionary(
  name,
  fc.oneof({ weight: 5, arbitrary: leaf }, fc.array(leaf, { maxLength: 2 }), flatEvent),
);

const selector = fc
  .tuple(name, fc.constantFrom("", "[0]", ".a", ".['b']"))
  .map(([first, next]) => `$.${first}${next}`);
const term = fc.oneof(
  word.filter((text) => text !== "404"),
  fc.constantFrom("x", "", "é", "a b").map((text) => JSON.stringify(text)),
  number.map(String),
  fc.constantFrom("*", "x*", "*x", "*x*", "4*", '"*"', '"x*"'),
);
const comparison = fc.oneof(
  fc.tuple(selector, fc.constantFrom("=", "!="), term),
  fc.tuple(selector, fc.constantFrom("<", "<=", ">", ">="), number.map(String)),
);
const state = fc.tuple(selector, fc.constantFrom("IS NULL", "IS TRUE", "IS FALSE", "NOT EXISTS"));
const condition = fc.oneof(
  comparison.map((parts) => parts.join(" ")),
  state.map((parts) => parts.join(" ")),
);
const conditions = fc.array(condition, { minLength: 1, maxLength: 5 });
const expression = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    condition,
    fc.tuple(tie("tree"), fc.constantFrom("&&", "||"), tie("tree")).map((parts) => parts.join(" ")),
    tie("tree").map((inner) => `(${inner})`),
  ),
})).tree;

function matches(pattern: string, each: JsonObject): boolean {
  return compileFilterPattern(`{ ${pattern} }`).matches(each);
}

test("a pattern of equal fields matches exactly when every field is equal", () => {
  const wanted = fc.dictionary(name, fc.oneof(fc.constantFrom("x", "xy", "a b"), number), {
    minKeys: 1,
  });
  fc.assert(
    fc.property(wanted, flatEvent, fc.boolean(), (fields, other, isMerged) => {
      const each = isMerged ? { ...other, ...fields } : other;
      const pattern = Object.entries(fields)
        .map(([key, value]) => `$.${key} = ${JSON.stringify(value)}`)
        .join(" && ");
      const areEqual = Object.entries(fields).every(([key, value]) => each[key] === value);
      expect(matches(pattern, each)).toBe(areEqual);
    }),
  );
});

test("&& matches exactly when each of its conditions does", () => {
  fc.assert(
    fc.property(conditions, event, (parts, each) => {
      expect(matches(parts.join(" && "), each)).toBe(parts.every((part) => matches(part, each)));
    }),
  );
});

test("|| matches exactly when one of its conditions does, if no array or object is compared", () => {
  const simple = fc.array(
    comparison.map(([field, ...others]) => [field.slice(0, 3), ...others].join(" ")),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(simple, flatEvent, (parts, each) => {
      expect(matches(parts.join(" || "), each)).toBe(parts.some((part) => matches(part, each)));
    }),
  );
});

test("|| matches nothing that none of its conditions matches", () => {
  fc.assert(
    fc.property(conditions, event, (parts, each) => {
      if (!matches(parts.join(" || "), each)) return;
      expect(parts.some((part) => matches(part, each))).toBe(true);
    }),
  );
});

test("parentheses around a whole pattern change nothing", () => {
  fc.assert(
    fc.property(expression, event, (pattern, each) => {
      expect(matches(`(${pattern})`, each)).toBe(matches(pattern, each));
    }),
  );
});

test("conditions in parentheses match what they match without", () => {
  fc.assert(
    fc.property(conditions, fc.array(fc.constantFrom("&&", "||")), event, (parts, joints, each) => {
      const joined = (texts: readonly string[]) =>
        texts.map((text, i) => (i === 0 ? text : `${joints[i - 1] ?? "&&"} ${text}`)).join(" ");
      expect(matches(joined(parts.map((part) => `(${part})`)), each)).toBe(
        matches(joined(parts), each),
      );
    }),
  );
});

test("&& binds tighter than || on either side", () => {
  fc.assert(
    fc.property(condition, condition, condition, event, (a, b, c, each) => {
      expect(matches(`${a} || ${b} && ${c}`, each)).toBe(matches(`${a} || (${b} && ${c})`, each));
      expect(matches(`${a} && ${b} || ${c}`, each)).toBe(matches(`(${a} && ${b}) || ${c}`, each));
    }),
  );
});

test("no value is both equal and unequal to a term", () => {
  fc.assert(
    fc.property(selector, term, event, (field, value, each) => {
      const both = matches(`${field} = ${value}`, each) && matches(`${field} != ${value}`, each);
      expect(both).toBe(false);
    }),
  );
});

test("= and != are complements on strings, and the orders on numbers", () => {
  const text = fc.constantFrom("x", '"xy"', "x*", "*x", "*y*", "*");
  fc.assert(
    fc.property(fc.string(), text, number, number, (value, wanted, a, bound) => {
      expect(matches(`$.a = ${wanted}`, { a: value })).toBe(
        !matches(`$.a != ${wanted}`, { a: value }),
      );
      expect(matches(`$.a < ${bound}`, { a })).toBe(!matches(`$.a >= ${bound}`, { a }));
      expect(matches(`$.a > ${bound}`, { a })).toBe(!matches(`$.a <= ${bound}`, { a }));
    }),
  );
});

test("any text is read or refused with a place inside it, and nothing else happens", () => {
  const piece = fc.constantFrom(
    ...["{", "}", "(", ")", "$.", "$", "a", ".b", "[0]", "[*]", "['x.y']", " ", "=", "!=", ">="],
    ...["&&", "||", "&", "IS NULL", "NOT EXISTS", "EXISTS", '"', "'", "*", "%", "1", "1e3", "-"],
    ...["\\", "\n", "é", "😀"],
  );
  const pieces = fc.array(piece).map((texts) => texts.join(""));
  const near = fc
    .tuple(expression, fc.nat(), fc.oneof(piece, fc.string()))
    .map(([text, at, put]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + 1);
    });
  const inner = fc.oneof(fc.string(), pieces, near, expression);
  const text = fc.oneof(
    fc.string(),
    inner.map((each) => `{${each}}`),
    pieces,
  );
  fc.assert(
    fc.property(text, event, (pattern, each) => {
      try {
        expect(typeof compileFilterPattern(pattern).matches(each)).toBe("boolean");
      } catch (error) {
        if (!(error instanceof InvalidFilterPatternError)) throw error;
        expect(error.offset).toBeGreaterThanOrEqual(0);
        expect(error.offset).toBeLessThanOrEqual(pattern.length);
      }
    }),
    runs(2000),
  );
});
