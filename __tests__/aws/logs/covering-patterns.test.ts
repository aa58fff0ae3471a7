import fc from "fast-check";
import { compileFilterPattern, coverFilterPatterns } from "../../../src/aws/logs";

const condition = fc
  .tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("=", "!="), fc.constantFrom("1", "2"))
  .map(([field, operator, value]) => `$.${field} ${operator} "${value}"`);
const joined = fc
  .array(
    fc.array(condition, { minLength: 1, maxLength: 3 }).map((all) => `(${all.join(" && ")})`),
    { minLength: 1, maxLength: 3 },
  )
  .map((any) => any.join(" || "));
const pattern = fc
  .tuple(condition, joined)
  .map(([common, alternatives]) => `{ ${common} && (${alternatives}) }`);
const patterns = fc.array(pattern, { minLength: 1, maxLength: 2 });
const values = ["1", "2", "3"];
const events = values.flatMap((a) => values.flatMap((b) => values.map((c) => ({ a, b, c }))));

const matches = (some: readonly string[], event: Record<string, string>) =>
  some.some((each) => compileFilterPattern(each).matches(event));

test("patterns that cover others match every event of theirs", () => {
  fc.assert(
    fc.property(patterns, patterns, (wide, narrow) => {
      if (coverFilterPatterns(wide, narrow) !== true) return;
      for (const event of events) {
        if (matches(narrow, event)) expect(matches(wide, event)).toBe(true);
      }
    }),
  );
});

test("patterns cover themselves, in any order, and each of them alone", () => {
  fc.assert(
    fc.property(patterns, (some) => {
      expect(coverFilterPatterns([...some].reverse(), some)).toBe(true);
      for (const each of some) expect(coverFilterPatterns(some, [each])).toBe(true);
    }),
  );
});

test("one alternative less covers less", () => {
  const both = '{ $.eventName = "ConsoleLogin" && ($.user = "a" || $.user = "b") }';
  const one = '{ $.eventName = "ConsoleLogin" && $.user = "a" }';
  expect(coverFilterPatterns([both], [one])).toBe(true);
  expect(coverFilterPatterns([one], [both])).toBe(false);
  expect(
    coverFilterPatterns([one, '{ $.eventName = "ConsoleLogin" && $.user = "b" }'], [both]),
  ).toBe(true);
});

test("of a pattern that cannot be read, or has too many alternatives, nothing is known", () => {
  expect(coverFilterPatterns(["ERROR"], ["{ $.a = 1 }"])).toBeUndefined();
  const choice = Array.from({ length: 11 }, (_, i) => `($.a${i} = 1 || $.b${i} = 1)`).join(" && ");
  expect(coverFilterPatterns([`{ ${choice} }`], ["{ $.a = 1 }"])).toBeUndefined();
});
