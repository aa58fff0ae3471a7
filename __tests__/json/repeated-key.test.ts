import fc from "fast-check";
import { repeatedKey } from "../../src/json/repeated-key";

test.each([
  ['{"a":1,"a":2}', "a"],
  ['{"a":{"b":[{"c":1,"c":1}]}}', "c"],
  ['{"a":1,"\\u0061":2}', "a"],
  ['{"":1, "" : 2}', ""],
  ['[{"__proto__":1,"__proto__":2}]', "__proto__"],
  ['{"x":"{","x":1}', "x"],
])("%s has a key twice", (json, key) => {
  expect(repeatedKey(json)).toBe(key);
});

test.each(['{"a":{"a":{"a":1}}}', '[{"a":1},{"a":1}]', '{"a":"a:\\"a\\":","b":"a"}', '"a"', "{}"])(
  "%s has each key once",
  (json) => {
    expect(repeatedKey(json)).toBeUndefined();
  },
);

test("what JavaScript writes has each key once", () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(repeatedKey(JSON.stringify(JSON.parse(json)))).toBeUndefined();
    }),
  );
});

test("a key that is added again is found, wherever it is", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (object) => {
      const [first] = Object.entries(object).map(([key, value]) => [key, JSON.stringify(value)]);
      const [key = "", value = ""] = first ?? [];
      const text = `${JSON.stringify(object).slice(0, -1)},${JSON.stringify(key)}:${value}}`;
      expect(repeatedKey(`[[${text}]]`)).toBe(key);
    }),
  );
});
