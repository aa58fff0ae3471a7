import { allowsUnder, policyOf, problemsOf, topicStatement } from "./sample-policies";

const KEY = "aws:SourceOwner";

describe("string operators", () => {
  test.each([
    ["StringEquals", "alpha", "alpha", true],
    ["StringEquals", "alpha", "Alpha", false],
    ["StringEquals", "al*", "alpha", false],
    ["StringEquals", "al*", "al*", true],
    ["StringNotEquals", "alpha", "Alpha", true],
    ["StringNotEquals", "alpha", "alpha", false],
    ["StringEqualsIgnoreCase", "alpha", "ALPHA", true],
    ["StringNotEqualsIgnoreCase", "alpha", "ALPHA", false],
    ["StringLike", "al*a", "alpha", true],
    ["StringLike", "al?ha", "alpha", true],
    ["StringLike", "al?a", "alpha", false],
    ["StringLike", "AL*", "alpha", false],
    ["StringLike", "a*:z", "a:b:c:z", true],
    ["StringLike", "*", "", true],
    ["StringLike", "a.b", "axb", false],
    ["StringNotLike", "al*", "alpha", false],
    ["StringNotLike", "be*", "alpha", true],
  ])("%s %s takes %s: %s", (operator, wanted, value, expected) => {
    expect(allowsUnder({ [operator]: { [KEY]: wanted } }, { [KEY]: value })).toBe(expected);
  });

  test("a number or a boolean in the policy is the text of it", () => {
    expect(allowsUnder({ StringEquals: { [KEY]: 12 } }, { [KEY]: "12" })).toBe(true);
    expect(allowsUnder({ StringEquals: { [KEY]: true } }, { [KEY]: true })).toBe(true);
  });
});

describe("several values and keys", () => {
  test("one of several values is enough", () => {
    const condition = { StringEquals: { [KEY]: ["alpha", "beta"] } };
    expect(allowsUnder(condition, { [KEY]: "beta" })).toBe(true);
    expect(allowsUnder(condition, { [KEY]: "gamma" })).toBe(false);
  });

  test("a negated operator wants none of several values", () => {
    const condition = { StringNotEquals: { [KEY]: ["alpha", "beta"] } };
    expect(allowsUnder(condition, { [KEY]: "beta" })).toBe(false);
    expect(allowsUnder(condition, { [KEY]: "gamma" })).toBe(true);
  });

  test("every key of an operator has to hold", () => {
    const condition = { StringEquals: { [KEY]: "alpha", "aws:SourceAccount": "1" } };
    expect(allowsUnder(condition, { [KEY]: "alpha", "aws:SourceAccount": "1" })).toBe(true);
    expect(allowsUnder(condition, { [KEY]: "alpha", "aws:SourceAccount": "2" })).toBe(false);
  });
});

describe("an absent key", () => {
  test.each([
    ["StringEquals", false],
    ["StringLike", false],
    ["StringEqualsIgnoreCase", false],
    ["StringNotEquals", true],
    ["StringNotLike", true],
    ["StringEqualsIfExists", true],
    ["StringLikeIfExists", true],
    ["StringNotEqualsIfExists", true],
  ])("under %s makes the condition %s", (operator, expected) => {
    expect(allowsUnder({ [operator]: { [KEY]: "alpha" } }, {})).toBe(expected);
  });

  test("is what IfExists forgives, a wrong value it does not", () => {
    expect(allowsUnder({ StringEqualsIfExists: { [KEY]: "alpha" } }, { [KEY]: "beta" })).toBe(
      false,
    );
  });

  test("is what Null asks for by true, and refuses by false", () => {
    expect(allowsUnder({ Null: { [KEY]: "true" } }, {})).toBe(true);
    expect(allowsUnder({ Null: { [KEY]: true } }, { [KEY]: "alpha" })).toBe(false);
    expect(allowsUnder({ Null: { [KEY]: "false" } }, {})).toBe(false);
    expect(allowsUnder({ Null: { [KEY]: "false" } }, { [KEY]: "alpha" })).toBe(true);
  });
});

test.each([
  ["NumericEquals", "1.2", true],
  ["NumericNotEquals", 1.2, false],
  ["NumericLessThan", "1.2", false],
  ["NumericLessThanEquals", "1.20", true],
  ["NumericGreaterThan", 1, true],
  ["NumericGreaterThanEquals", "2", false],
])("%s compares 1.2 as a number with %s: %s", (operator, wanted, expected) => {
  expect(allowsUnder({ [operator]: { [KEY]: wanted } }, { [KEY]: "1.2" })).toBe(expected);
  expect(allowsUnder({ [operator]: { [KEY]: wanted } }, {})).toBe(operator === "NumericNotEquals");
});

test.each([
  ["DateEquals", "2026-01-31T00:00:00Z", true],
  ["DateNotEquals", 1769817600, false],
  ["DateLessThan", "2026-01-31T01:00:00+01:00", false],
  ["DateLessThanEquals", "2026-01-31", true],
  ["DateGreaterThan", "2026-01-30T23:59:59Z", true],
  ["DateGreaterThanEquals", "1769817601", false],
])("%s compares a time with %s: %s", (operator, wanted, expected) => {
  const condition = { [operator]: { [KEY]: wanted } };
  expect(allowsUnder(condition, { [KEY]: "2026-01-31T00:00:00Z" })).toBe(expected);
  expect(allowsUnder(condition, {})).toBe(operator === "DateNotEquals");
  expect(allowsUnder(condition, { [KEY]: { sent: "always" } })).toBeUndefined();
});

test.each([
  [{ DateGreaterThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } }, true],
  [{ DateLessThan: { "aws:CurrentTime": "2020-01-01" } }, false],
  [{ NumericLessThan: { "aws:EpochTime": "1577836800" } }, false],
  [{ DateNotEquals: { "aws:EpochTime": "1577836800" } }, true],
  [{ DateEquals: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } }, false],
  [{ DateLessThan: { "aws:CurrentTime": "2040-01-01T00:00:00Z" } }, undefined],
  [{ DateGreaterThan: { "aws:CurrentTime": "2040-01-01T00:00:00Z" } }, undefined],
  [{ NumericGreaterThan: { "aws:CurrentTime": "1" } }, undefined],
])("a call is made after this was written, and nothing else is known of when: %j", (when, is) => {
  expect(allowsUnder(when, {})).toBe(is);
});

test.each([
  ["10.0.0.0/8", "10.255.0.1", true],
  ["10.0.0.0/8", "11.0.0.1", false],
  ["192.0.2.7", "192.0.2.7", true],
  ["2001:db8::/32", "2001:db8::1", true],
  ["2001:db8::/32", "10.0.0.1", false],
  ["10.0.0.0/8", "no address", false],
])("the network %s has the address %s: %s", (network, address, expected) => {
  const within = { IpAddress: { [KEY]: network } };
  const outside = { NotIpAddress: { [KEY]: network } };
  expect(allowsUnder(within, { [KEY]: address })).toBe(expected);
  expect(allowsUnder(outside, { [KEY]: address })).toBe(!expected);
  expect(allowsUnder(within, {})).toBe(false);
  expect(allowsUnder(outside, {})).toBe(true);
  expect(allowsUnder(outside, { [KEY]: { sent: "always" } })).toBeUndefined();
});

test.each([
  { IpAddress: { [KEY]: "10.0.0.0/33" } },
  { IpAddress: { [KEY]: "10.0.0" } },
  { DateLessThan: { [KEY]: "next week" } },
  { DateLessThan: { [KEY]: "${aws:CurrentTime}" } },
  { BinaryEquals: { [KEY]: "QmluYXJ5" } },
])("of %j, which is not analyzed, nothing is known", (condition) => {
  expect(allowsUnder(condition, { [KEY]: "10.0.0.1" })).toBeUndefined();
  const refused = { ...condition, StringEquals: { [KEY]: "a" } };
  expect(allowsUnder(refused, { [KEY]: "b" })).toBe(false);
});

describe("Bool", () => {
  const condition = { Bool: { "aws:SecureTransport": "false" } };

  test("compares true and false, written either way", () => {
    expect(allowsUnder(condition, { "aws:SecureTransport": false })).toBe(true);
    expect(allowsUnder(condition, { "aws:SecureTransport": "true" })).toBe(false);
    expect(
      allowsUnder({ Bool: { "aws:SecureTransport": true } }, { "aws:SecureTransport": true }),
    ).toBe(true);
  });

  test("of a key that is absent is false, whichever it wants", () => {
    expect(allowsUnder({ Bool: { "aws:MultiFactorAuthPresent": "false" } }, {})).toBe(false);
    expect(allowsUnder({ BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } }, {})).toBe(true);
  });

  test("is false of a value that is neither", () => {
    expect(allowsUnder(condition, { "aws:SecureTransport": "yes" })).toBe(false);
  });
});

test.each([
  ["a number that is none", { NumericEquals: { [KEY]: "one" } }, /must be a number/],
  ["an operator in another case", { stringEquals: { [KEY]: "a" } }, /stringEquals: is no operator/],
  ["an unknown prefix", { "ForSomeValues:StringLike": { [KEY]: "a" } }, /is no operator/],
  ["Null with IfExists", { NullIfExists: { [KEY]: "true" } }, /is no operator/],
  ["Null of another value", { Null: { [KEY]: "yes" } }, /must be true or false/],
  ["Bool of another value", { Bool: { "aws:SecureTransport": "True" } }, /must be true or false/],
  ["Bool of a key that is a text", { Bool: { [KEY]: "true" } }, /is not true or false/],
  ["a list in a list", { StringEquals: { [KEY]: [["a"]] } }, /must be a string/],
  ["a number with a fraction", { StringEquals: { [KEY]: 0.5 } }, /must be a string/],
  ["an empty list of values", { StringEquals: { [KEY]: [] } }, /must not be empty/],
  ["no condition key", { StringEquals: { SourceOwner: "a" } }, /is no condition key/],
  [
    "a key twice",
    { StringEquals: { [KEY]: "a", "aws:sourceowner": "b" } },
    /same key in another case/,
  ],
  ["an operator without a key", { StringEquals: {} }, /StringEquals: must name a condition key/],
  ["an operator of a text", { StringEquals: "a" }, /StringEquals: must be an object/],
  ["a list of operators", [{ StringEquals: { [KEY]: "a" } }], /Condition: must be an object/],
])("fails on %s in a condition", (_, Condition, expected) => {
  expect(problemsOf(policyOf(topicStatement({ Condition })))).toEqual([
    expect.stringMatching(expected),
  ]);
});
