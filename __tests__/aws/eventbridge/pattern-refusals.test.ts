import {
  compilePattern,
  InvalidEventPatternError,
  UnknownOperatorError,
} from "../../../src/aws/eventbridge";

const arms = (count: number) => Array.from({ length: count }, (_, i) => ({ [`f${i}`]: [i] }));

const refused: readonly (readonly [what: string, pattern: unknown, message: RegExp])[] = [
  ["a text", "pattern", /the pattern is "pattern", allowed: an object/],
  ["an array", [], /the pattern is \[\]/],
  ["no field", {}, /at least one field/],
  ["an empty object", { detail: {} }, /detail is \{\}/],
  ["an empty array", { detail: { a: [] } }, /detail\.a is \[\], allowed: a non-empty array/],
  ["a bare value", { source: "aws.signin" }, /source is "aws\.signin"/],
  ["null in place of an array", { source: null }, /source is null/],
  ["a list in a list", { a: [["x"]] }, /a\[0\] is \["x"\]/],
  ["an operator object with no key", { a: [{}] }, /a\[0\] is \{\}, allowed: .* one operator/],
  ["two operators in one object", { a: [{ prefix: "x", suffix: "y" }] }, /one operator/],
  ["a number as prefix", { a: [{ prefix: 5 }] }, /a\[0\]\.prefix is 5, allowed: a string/],
  ["a list as prefix", { a: [{ prefix: ["x"] }] }, /allowed: a string/],
  ["two wildcards in a row", { a: [{ wildcard: "x**" }] }, /two wildcards in a row/],
  ["an unknown escape", { a: [{ wildcard: "\\x" }] }, /backslash/],
  ["a backslash at the end", { a: [{ wildcard: "x\\" }] }, /backslash/],
  ["exists as text", { a: [{ exists: "true" }] }, /true or false/],
  ["anything-but null", { a: [{ "anything-but": null }] }, /anything-but is null/],
  ["anything-but true", { a: [{ "anything-but": true }] }, /anything-but is true/],
  ["anything-but nothing", { a: [{ "anything-but": [] }] }, /non-empty list/],
  ["anything-but a mixed list", { a: [{ "anything-but": ["x", 1] }] }, /one of them/],
  ["anything-but an empty prefix", { a: [{ "anything-but": { prefix: "" } }] }, /non-empty/],
  ["anything-but no suffix", { a: [{ "anything-but": { suffix: [] } }] }, /one or more/],
  ["anything-but a bad wildcard", { a: [{ "anything-but": { wildcard: "**" } }] }, /in a row/],
  ["anything-but a number as prefix", { a: [{ "anything-but": { prefix: 1 } }] }, /a string/],
  ["numeric without a list", { a: [{ numeric: 5 }] }, /the numeric 5/],
  ["numeric without a number", { a: [{ numeric: ["="] }] }, /the numeric/],
  ["numeric with text", { a: [{ numeric: ["=", "5"] }] }, /the numeric/],
  ["numeric with an unknown sign", { a: [{ numeric: ["!=", 5] }] }, /the numeric/],
  ["numeric upside down", { a: [{ numeric: ["<", 5, ">", 0] }] }, /lower bound first/],
  ["numeric with an empty range", { a: [{ numeric: [">", 5, "<", 5] }] }, /lower bound first/],
  ["numeric out of bounds", { a: [{ numeric: ["<", 6e9] }] }, /5e9/],
  ["cidr without a mask", { a: [{ cidr: "10.0.0.1" }] }, /address block/],
  ["cidr of one address", { a: [{ cidr: "10.0.0.1/32" }] }, /below 32/],
  ["cidr with bits below the mask", { a: [{ cidr: "10.0.0.1/24" }] }, /bits set below/],
  ["cidr of no address", { a: [{ cidr: "10.0.0/8" }] }, /not an address/],
  ["$or with one arm", { $or: arms(1) }, /\$or is .*two or more objects/],
  ["$or as an object", { $or: { a: ["x"] } }, /two or more objects/],
  ["$or with a value", { $or: [{ a: ["x"] }, "y"] }, /an object with at least one field/],
  ["an operator's name in $or", { $or: [{ prefix: ["x"] }, { b: ["y"] }] }, /reserved name/],
  ["a path inside and beside $or", { a: ["x"], $or: [{ a: ["y"] }, { b: ["z"] }] }, /twice/],
  ["a key with a dot", { "detail.eventName": ["x"] }, /key with a dot/],
  ["1,156 combinations", { $or: arms(34), d: { $or: arms(34) } }, /1156 combinations/],
];

describe("a pattern EventBridge would refuse or read in its own way", () => {
  test.each(refused)("fails on %s", (_what, pattern, message) => {
    expect(() => compilePattern(pattern)).toThrow(InvalidEventPatternError);
    expect(() => compilePattern(pattern)).toThrow(message);
  });
});

describe("an operator that is not in AWS's table", () => {
  test.each([
    [{ detail: { a: ["x", { prefxi: "x" }] } }, "detail.a[1]", "prefxi"],
    [{ a: [{ exactly: "x" }] }, "a[0]", "exactly"],
    [{ a: [{ toString: "x" }] }, "a[0]", "toString"],
    [{ a: [{ prefix: { wildcard: "x" } }] }, "a[0].prefix", "wildcard"],
    [{ a: [{ "anything-but": { cidr: "10.0.0.0/8" } }] }, "a[0].anything-but", "cidr"],
  ])("fails on %j with the place and the name", (pattern, path, operator) => {
    expect(() => compilePattern(pattern)).toThrow(UnknownOperatorError);
    expect(() => compilePattern(pattern)).toThrow(`${path} is the unknown operator '${operator}'`);
  });

  test("fails with the operators that are allowed", () => {
    expect(() => compilePattern({ a: [{ regex: "x" }] })).toThrow(
      "event pattern: a[0] is the unknown operator 'regex', allowed: prefix, suffix,",
    );
  });
});
