import { allowsUnder } from "./sample-policies";

const KEY = "aws:SourceOrgPaths";
const WANTED = ["a*", "b"];

test.each([
  ["ForAllValues:StringLike", ["ab", "b"], true],
  ["ForAllValues:StringLike", ["ab", "c"], false],
  ["ForAnyValue:StringLike", ["ab", "c"], true],
  ["ForAnyValue:StringLike", ["c", "d"], false],
  ["ForAllValues:StringNotLike", ["c", "d"], true],
  ["ForAllValues:StringNotLike", ["ab", "c"], false],
  ["ForAnyValue:StringNotLike", ["ab", "c"], true],
  ["ForAnyValue:StringNotLike", ["ab", "b"], false],
])("%s takes the values %j: %s", (operator, values, expected) => {
  expect(allowsUnder({ [operator]: { [KEY]: WANTED } }, { [KEY]: values })).toBe(expected);
});

describe.each([
  ["an absent key", {}],
  ["an empty list", { [KEY]: [] }],
])("%s", (_, context) => {
  test.each([
    ["ForAllValues:StringLike", true],
    ["ForAllValues:StringNotLike", true],
    ["ForAnyValue:StringLike", false],
    ["ForAnyValue:StringNotLike", false],
    ["ForAnyValue:StringLikeIfExists", true],
    ["ForAllValues:StringLikeIfExists", true],
    ["StringLike", false],
    ["StringNotLike", true],
  ])("makes %s %s", (operator, expected) => {
    expect(allowsUnder({ [operator]: { [KEY]: WANTED } }, context)).toBe(expected);
  });

  test("is null", () => {
    expect(allowsUnder({ Null: { [KEY]: "true" } }, context)).toBe(true);
  });
});

test("an empty string is as good as no value to a set operator", () => {
  const context = { [KEY]: [""] };
  expect(allowsUnder({ "ForAllValues:StringLike": { [KEY]: WANTED } }, context)).toBe(true);
  expect(allowsUnder({ "ForAnyValue:StringLike": { [KEY]: "*" } }, context)).toBe(false);
});

test("a plain operator on a list is only known to refuse a list of which no value fits", () => {
  expect(allowsUnder({ StringEquals: { [KEY]: "b" } }, { [KEY]: ["b"] })).toBeUndefined();
  expect(allowsUnder({ StringEquals: { [KEY]: "b" } }, { [KEY]: ["b", "c"] })).toBeUndefined();
  expect(allowsUnder({ StringEquals: { [KEY]: "b" } }, { [KEY]: ["a", "c"] })).toBe(false);
  expect(allowsUnder({ StringNotEquals: { [KEY]: "b" } }, { [KEY]: ["a"] })).toBeUndefined();
});
