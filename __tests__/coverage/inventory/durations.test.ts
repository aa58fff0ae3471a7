import fc from "fast-check";
import { isDuration } from "../../../src/coverage/inventory/durations";

/** As Go writes units; two signs are used for a millionth. */
const units = ["ns", "us", "\u00b5s", "\u03bcs", "ms", "s", "m", "h"];

test.each(["1h", "1h30m", "1.5h", ".5s", "1.s", "0", "+0", "-1h", "+5s", "1ns2ms", "2562047h"])(
  "%j is a duration",
  (text) => {
    expect(isDuration(text)).toBe(true);
  },
);

test.each([
  ...["12hours", "", "h", "1 h", "1h ", "1d", "1H", "1h-30m", "1e3s", "0.0", "00", "5", ".", " "],
  ...["true", "\u0663s", "2562048h", "99999999999999999999ns", "1h\n"],
])("fails on %j as a duration", (text) => {
  expect(isDuration(text)).toBe(false);
});

test("any numbers with units are a duration, and none of them without its unit", () => {
  const part = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.constantFrom(...units));
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const text = parts.map(([number, unit]) => `${number}${unit}`).join("");
      expect(isDuration(text)).toBe(true);
      expect(isDuration(`${text}1`)).toBe(false);
    }),
  );
});
