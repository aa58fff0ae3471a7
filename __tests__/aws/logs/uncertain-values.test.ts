import { compileFilterPattern } from "../../../src/aws/logs";
import type { JsonObject, JsonValue } from "../../../src/json/value";

const operators = ["=", "!="] as const;

function matches(condition: string, value: JsonValue): boolean {
  const event: JsonObject = { field: value };
  return compileFilterPattern(`{ ${condition} }`).matches(event);
}

describe("what AWS's pages leave open does not match, whether = or != asks", () => {
  const rows: readonly (readonly [what: string, value: JsonValue, term: string])[] = [
    ["a null and a string", null, "x"],
    ["a null and a wildcard", null, "*"],
    ["a null and a number", null, "0"],
    ["true and a string", true, '"true"'],
    ["false and a wildcard", false, "*"],
    ["a string of digits and a number", "400", "400"],
    ["a number and a quoted number", 400, '"400"'],
    ["a number and a word", 400, "abc"],
    ["a number and a wildcard in quotes", 404, '"4*"'],
    ["a fraction and its first digit", 0.5, "0*"],
    ["a number beyond 2^53 and its first digit", 2 ** 60, "1*"],
  ];
  test.each(rows)("%s", (_what, value, term) => {
    for (const operator of operators) {
      expect(matches(`$.field ${operator} ${term}`, value)).toBe(false);
    }
  });

  test("a missing field and any term", () => {
    for (const term of ["x", '"x"', "1", "*", '"x*"']) {
      for (const operator of operators) {
        expect(matches(`$.absent ${operator} ${term}`, 1)).toBe(false);
      }
    }
  });

  test("a missing field and != beside NOT EXISTS, which finds it", () => {
    expect(matches("$.absent != x || $.absent NOT EXISTS", 1)).toBe(true);
  });
});

describe("an array or object at the end of a compared selector", () => {
  const structures: readonly JsonValue[] = [[], [1, 2], {}, { inner: 1 }];

  test.each(structures.map((value) => [value]))("%j is equal to nothing", (value) => {
    for (const term of ["1", "x", "*"]) {
      for (const operator of operators) {
        expect(matches(`$.field ${operator} ${term}`, value)).toBe(false);
      }
    }
  });

  test.each(structures.map((value) => [value]))("%j keeps the whole pattern from it", (value) => {
    expect(matches("$.field = 1 || $.absent NOT EXISTS", value)).toBe(false);
    expect(matches("$.absent NOT EXISTS || $.field = 1", value)).toBe(false);
  });

  test.each(structures.map((value) => [value]))("%j may be asked for by IS and EXISTS", (value) => {
    expect(matches("$.field IS NULL || $.absent NOT EXISTS", value)).toBe(true);
    expect(matches("$.field NOT EXISTS", value)).toBe(false);
    expect(matches("$.field IS FALSE", value)).toBe(false);
  });
});
