import fc from "fast-check";
import { inexactNumber } from "../../src/json/inexact-number";

test.each([
  ['{"a":9007199254740993}', "9007199254740993"],
  ["[1, -0.12345678901234567890]", "-0.12345678901234567890"],
  ["4503599627370497.5", "4503599627370497.5"],
  ["[1e400]", "1e400"],
  ["[1E-400]", "1E-400"],
  ['{"1e400":"1e400","a":[0.30000000000000001]}', "0.30000000000000001"],
])("of %s not all digits are kept", (json, number) => {
  expect(inexactNumber(json)).toBe(number);
});

test.each([
  "9007199254740991",
  "1.50000000000000000000",
  "0.000000000000000000001e21",
  "1E+5",
  "-0.0e7",
  "0.1",
  '"9007199254740993 \\" 1e400"',
])("of %s all digits are kept", (json) => {
  expect(inexactNumber(json)).toBeUndefined();
});

test("of what JavaScript writes all digits are kept", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(inexactNumber(JSON.stringify(json))).toBeUndefined();
    }),
  );
});

const digit = fc.nat({ max: 9 }).map(String);
const leading = fc.integer({ min: 1, max: 9 }).map(String);
const digits = (minLength: number, maxLength: number) =>
  fc
    .tuple(leading, fc.array(digit, { minLength, maxLength }), fc.nat({ max: maxLength }))
    .map(([first, rest, point]) => {
      const all = [first, ...rest].join("");
      return `${all.slice(0, point + 1)}.${all.slice(point + 1)}7`;
    });

test("up to 15 digits are kept, wherever the point stands", () => {
  fc.assert(
    fc.property(digits(0, 13), (number) => {
      expect(inexactNumber(`[${number}]`)).toBeUndefined();
    }),
  );
});

test("of 18 digits and more some are lost, wherever the point stands", () => {
  fc.assert(
    fc.property(digits(16, 40), (number) => {
      expect(inexactNumber(`[${number}]`)).toBe(number);
    }),
  );
});
