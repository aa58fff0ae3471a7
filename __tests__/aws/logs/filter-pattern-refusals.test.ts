import {
  compileFilterPattern,
  FILTER_PATTERN_LIMIT,
  InvalidFilterPatternError,
} from "../../../src/aws/logs";

type Row = readonly [what: string, pattern: string, offset: number, message: RegExp];

const refused: readonly Row[] = [
  ["an empty pattern", "", 0, /found an unstructured pattern, the end, at offset 0/],
  ["words", "ERROR login", 0, /an unstructured pattern, "ERROR login", .*allowed: .*JSON/],
  ["a space-delimited pattern", "[ip, user = root]", 0, /a space-delimited pattern/],
  ["a regular expression", "%login%", 0, /a regular expression/],
  ["a space before the brace", " { $.a = 1 }", 0, /nothing before/],
  ["no condition", "{ }", 2, /found "}" at offset 2, allowed: \( or a selector/],
  ["an open brace", "{ $.a = 1", 9, /found the end at offset 9, allowed: &&, \|\| or }/],
  ["text after the brace", "{ $.a = 1 } x", 11, /found " x" .*nothing after/],
  ["a line break after the brace", "{ $.a = 1 }\n", 11, /nothing after/],
  ["a line break inside", "{ $.a = 1 &&\n$.b = 1 }", 12, /a selector/],
  ["an open parenthesis", "{ ($.a = 1 }", 11, /&&, \|\| or \)/],
  ["a parenthesis too many", "{ $.a = 1) }", 9, /&&, \|\| or }/],
  ["empty parentheses", "{ () }", 3, /a selector/],
  ["a condition missing after &&", "{ $.a = 1 && }", 13, /a selector/],
  ["a condition missing before ||", "{ || $.a = 1 }", 2, /a selector/],
  ["a single &", "{ $.a = 1 & $.b = 1 }", 10, /&&, \|\| or }/],
  ["a single |", "{ $.a = 1 | $.b = 1 }", 10, /&&, \|\| or }/],
  ["two conditions without a joint", "{ $.a = 1 $.b = 1 }", 10, /&&, \|\| or }/],
  ["a negation", "{ !($.a = 1) }", 2, /a selector/],
  ["AND in letters", "{ $.a IS NULL AND $.b = 1 }", 6, /unknown operator 'IS NULL AND'/],
  ["a name without $.", "{ eventName = x }", 2, /found "eventName = x }" .*\$\.a\.b/],
  ["a selector without a period", "{ $eventName = x }", 2, /\$\.a\.b/],
  ["a bracket without a period", "{ $['a.b'] = x }", 2, /\$\.a\.b/],
  ["the root", "{ $ = x }", 2, /\$\.a\.b/],
  ["a selector that ends in a period", "{ $.a. = x }", 6, /a name of letters/],
  ["an index without a name", "{ $.[0] = x }", 4, /a name of letters/],
  ["a bracket with double quotes", '{ $.["a.b"] = x }', 4, /a name of letters/],
  ["a bracket without text", "{ $.[''] = x }", 4, /a name of letters/],
  ["an asterisk in a bracket", "{ $.['*'] = x }", 4, /a name of letters/],
  ["a backslash in a bracket", "{ $.['a\\'] = x }", 4, /a name of letters/],
  ["a sign in a name", "{ $.a/b = x }", 5, /found "\/b = x }"/],
  ["an index that is not a number", "{ $.a[x] = 1 }", 5, /an index such as \[0\]/],
  ["a negative index", "{ $.a[-1] = 1 }", 5, /an index/],
  ["a wildcard for every element", "{ $.a[*] = 1 }", 5, /the wildcard selector '\[\*\]'/],
  ["a wildcard for every field", "{ $.* = 1 }", 4, /the wildcard selector '\*'/],
  ["no operator", "{ $.a }", 6, /found "}" .*IS NULL, IS TRUE, IS FALSE, NOT EXISTS/],
  ["==", "{ $.a == 1 }", 6, /unknown operator '=='/],
  ["<>", "{ $.a <> 1 }", 6, /unknown operator '<>'/],
  ["=>", "{ $.a => 1 }", 6, /unknown operator '=>'/],
  ["=~", "{ $.a =~ x }", 6, /unknown operator '=~'/],
  ["EXISTS", "{ $.a EXISTS }", 6, /unknown operator 'EXISTS' at offset 6/],
  ["IS NOT NULL", "{ $.a IS NOT NULL }", 6, /unknown operator 'IS NOT NULL'/],
  ["IS with a word", "{ $.a IS MAYBE }", 6, /unknown operator 'IS MAYBE'/],
  ["IS without a value", "{ $.a IS }", 6, /unknown operator 'IS'/],
  ["a lowercase operator", "{ $.a is null }", 6, /unknown operator 'is null'/],
  ["an operator close to an index", "{ $.a[0]IS NULL }", 8, /found "IS NULL }"/],
  ["no term", "{ $.a = }", 8, /a string in double quotes, a word or a number/],
  ["a selector as term", "{ $.a = $.b }", 8, /'\$\.b'.*double quotes/],
  [
    "an unquoted host name with a hyphen",
    "{ $.a = sign-in.amazonaws.com }",
    8,
    /double quotes around/,
  ],
  ["an unquoted address", "{ $.a = 203.0.113.10 }", 8, /double quotes around/],
  ["an unquoted hyphen", "{ $.a = eu-north-1 }", 8, /double quotes around/],
  ["an unquoted accent", "{ $.a = Zoé }", 8, /double quotes around/],
  ["an unquoted hyphen with a wildcard", "{ $.a = eu-* }", 8, /double quotes around/],
  ["single quotes", "{ $.a = 'x' }", 8, /double quotes/],
  ["an open quote", '{ $.a = "x }', 8, /a string in double quotes/],
  ["a quote in quotes", '{ $.a = "x\\"y" }', 8, /without backslash/],
  ["a backslash in quotes", '{ $.a = "x\\\\y" }', 8, /without backslash/],
  ["a tab in quotes", '{ $.a = "x\ty" }', 8, /control character/],
  ["text right after quotes", '{ $.a = "x"y }', 11, /&&, \|\| or }/],
  ["a regular expression as term", "{ $.a = %Log.n% }", 8, /a regular expression/],
  ["a regular expression with signs", "{ $.a = %^(a|b) c% }", 8, /a regular expression/],
  ["a regular expression in quotes", '{ $.a = "%Log.n%" }', 8, /a regular expression/],
  ["a bare true", "{ $.a = true }", 8, /the bare word 'true'.*IS TRUE/],
  ["a bare NULL", "{ $.a != NULL }", 9, /the bare word 'NULL'.*IS NULL/],
  ["scientific notation", "{ $.a > 1e3 }", 8, /scientific notation, '1e3'/],
  ["signed scientific notation", "{ $.a = -1.5E+3 }", 8, /scientific notation/],
  ["scientific notation in quotes", '{ $.a = "1e-3" }', 8, /scientific notation/],
  ["16 digits", "{ $.a = 1234567890123456 }", 8, /at most 15 digits/],
  ["half a decimal", "{ $.a = .5 }", 8, /'\.5'/],
  ["> on a word", "{ $.a > abc }", 8, /a string after '>'.*a number after '>'/],
  ["<= on a string", '{ $.a <= "5" }', 9, /a string after '<='/],
  ["< on a wildcard", "{ $.a < 4* }", 8, /a string after '<'/],
  ["an asterisk in the middle", '{ $.a = "Con*Login" }', 8, /an asterisk before text/],
  ["two asterisks", "{ $.a = ** }", 8, /an asterisk before text/],
  ["an asterisk in the middle and at the end", "{ $.a = a*b* }", 8, /an asterisk before text/],
];

describe("a pattern CloudWatch Logs would refuse or read in its own way", () => {
  test.each(refused)("fails on %s", (_what, pattern, offset, message) => {
    expect(() => compileFilterPattern(pattern)).toThrow(InvalidFilterPatternError);
    expect(() => compileFilterPattern(pattern)).toThrow(message);
    expect(() => compileFilterPattern(pattern)).toThrow(` at offset ${offset}, allowed: `);
  });
});

test("refuses 1,025 characters and reads 1,024", () => {
  const longest = `{ $.a = "${"x".repeat(FILTER_PATTERN_LIMIT - 12)}" }`;
  expect(longest).toHaveLength(1024);
  expect(compileFilterPattern(longest).matches({ a: "x" })).toBe(false);
  expect(() => compileFilterPattern(longest.replace("x", "xx"))).toThrow(
    "found more text in a pattern of 1025 characters at offset 1024, allowed: at most 1024",
  );
});

test("refuses hundreds of open parentheses like one", () => {
  expect(() => compileFilterPattern(`{${"(".repeat(1000)}`)).toThrow(InvalidFilterPatternError);
});
