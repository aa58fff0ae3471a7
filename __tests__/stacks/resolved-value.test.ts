import { inspect } from "node:util";
import {
  DefaultTokenResolver,
  Fn,
  Lazy,
  StringConcat,
  TerraformStack,
  Testing,
  Token,
  Tokenization,
} from "cdktf";
import fc from "fast-check";
import { resolvedValue } from "../../src/stacks/resolved-value";

const scope = new TerraformStack(Testing.app(), "stack");
const resolver = new DefaultTokenResolver(new StringConcat());

function ofCdktf(value: unknown): unknown {
  return Tokenization.resolve(value, { scope, resolver, preparing: false });
}

/** What came of it, or the message of what was thrown. */
function outcome(resolve: (value: unknown) => unknown, value: unknown): unknown {
  try {
    return { value: resolve(value) };
  } catch (error) {
    return { thrown: String(error) };
  }
}

/** As texts: comparisons of values stumble over the keys `constructor` and `__proto__`. */
function expectSame(one: unknown): void {
  const text = (resolve: (value: unknown) => unknown): string =>
    inspect(outcome(resolve, one), { depth: null });
  expect(text((all) => resolvedValue(all, ofCdktf))).toBe(text(ofCdktf));
}

const number = Token.asNumber({ number: "token" });
const tokens: readonly unknown[] = [
  Lazy.stringValue({ produce: () => "lazy" }),
  `before ${Lazy.stringValue({ produce: () => "inside" })} after`,
  Lazy.stringValue({ produce: () => undefined }),
  Lazy.anyValue({ produce: () => ({ b: 1, a: Lazy.stringValue({ produce: () => "deep" }) }) }),
  Lazy.listValue({ produce: () => ["one", "two"] }),
  Lazy.numberValue({ produce: () => 7 }),
  number,
  `${number}`,
  `port ${number} of`,
  Token.asNumberMap({ map: "token" }),
  Token.asStringMap({ map: "token" }),
  Token.asAnyMap({ map: "token" }),
  Token.asNumberList({ list: "token" }),
  Token.asList({ list: "token" }),
  Token.STRING_MAP_TOKEN_VALUE,
  Token.NUMBER_MAP_TOKEN_VALUE,
  Token.ANY_MAP_TOKEN_VALUE,
  Fn.join("-", ["a", Lazy.stringValue({ produce: () => "b" })]),
  "${aws_sns_topic.alerts.arn}",
  "%{ if true }a%{ endif }",
  "$${not.a.reference}",
  "1e+289",
  "${TfToken[TOKEN.999999]}",
  new Date(0),
  new Map([["a", 1]]),
  scope,
  () => "function",
];

const key = fc.oneof(
  fc.string(),
  fc.constantFrom("__proto__", "resolve", "toString", "constructor", "1", "0"),
  fc.constant(Lazy.stringValue({ produce: () => "key" })),
);

const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...tokens),
    fc.oneof(
      fc.string(),
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom(null, undefined),
    ),
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .array(fc.tuple(key, tie("value")), { maxLength: 4 })
      .map((entries) => Object.fromEntries(entries)),
  ),
})).value;

test("a value is resolved as by cdktf, tokens anywhere in it included", () => {
  fc.assert(
    fc.property(value, (one) => {
      expectSame(one);
    }),
  );
});

test("each kind of token is resolved as by cdktf, alone, in a list and in an object", () => {
  for (const token of tokens) {
    for (const one of [token, [token], ["a", token], [[token]], { a: token }, { a: [token] }]) {
      expectSame(one);
    }
  }
});

test("most values are not given to cdktf at all", () => {
  const asked = jest.fn(ofCdktf);
  const literal = { a: ["text", 1, true, null, undefined], b: { c: "${aws_sqs_queue.a.arn}" } };
  expect(resolvedValue(literal, asked)).toStrictEqual(ofCdktf(literal));
  expect(asked).not.toHaveBeenCalled();
});

test("a value that holds itself is left to cdktf", () => {
  const circle: Record<string, unknown> = {};
  circle["inside"] = circle;
  expect(() => resolvedValue(circle, ofCdktf)).toThrow(/circular/i);
});
