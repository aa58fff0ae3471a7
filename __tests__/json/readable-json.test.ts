import fc from "fast-check";
import { deepestJson, readableJson } from "../../src/json/value";
import { runs } from "../property-runs";

const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

test("what is nested within a list as deep as the limit is read", () => {
  expect(readableJson(nested(deepestJson + 1))).toBeInstanceOf(Array);
});

test.each([
  ["an array a level too deep", nested(deepestJson + 2)],
  [
    "objects a level too deep",
    `${'{"a":'.repeat(deepestJson + 1)}{}${"}".repeat(deepestJson + 1)}`,
  ],
])("fails for %s", (_, text) => {
  expect(() => readableJson(text)).toThrow(/more than 100 levels deep/u);
});

test.each([
  ["as it is", '{"a":[{"__proto__":1}]}'],
  ["written with an escape", String.raw`{"a":{"_\u005fproto__":1}}`],
])("fails for a key that JavaScript gives a meaning, %s", (_, text) => {
  expect(() => readableJson(text)).toThrow("it has a key __proto__");
});

test("anything else is read as JavaScript reads it, texts that speak of such a key included", () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom("__proto__", "[".repeat(200), "\\"), (json, text) => {
      const written = JSON.stringify({ text, value: JSON.parse(json) as unknown });
      fc.pre(!/"__proto__":/u.test(written));
      expect(readableJson(written)).toEqual(JSON.parse(written));
    }),
    runs(200),
  );
});
