/** @jest-environment-options {"ownModules": true} */
import fc from "fast-check";
import { signatures } from "../../../src/coverage/inventory/constants";
import { ExpressionError, parseTemplate } from "../../../src/coverage/inventory/hcl";
import { StackConstants } from "../../../src/coverage/inventory/stack-constants";
import { callsOf } from "../../calls-of";
import { runs } from "../../property-runs";

const callsDuring = callsOf();

const locals = { l: ["a", "b"], m: { a: 1 }, n: 3, s: "text", z: null };

const values = [
  "1",
  "1.5",
  '"a"',
  "true",
  "null",
  "var.x",
  "local.l",
  "local.m",
  "local.n",
  "local.s",
  "local.z",
];
const operators = ["+", "/", "%", "<", "==", "&&", "||"];

/** Expressions of values that fit one another or not. */
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie("expression");
  const args = fc.array(inner, { minLength: 1, maxLength: 3 });
  return {
    expression: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      fc.constantFrom(...values),
      fc
        .tuple(inner, fc.constantFrom(...operators), inner)
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      fc.tuple(inner, inner, inner).map(([one, two, three]) => `(${one} ? ${two} : ${three})`),
      fc.tuple(inner, inner).map(([of, index]) => `(${of})[${index}]`),
      inner.map((of) => `(${of}).a`),
      inner.map((of) => `(${of})[*].a`),
      args.map((items) => `[${items.join(", ")}]`),
      fc.tuple(inner, inner).map(([key, value]) => `{ (${key}) = ${value} }`),
      fc.tuple(inner, inner).map(([of, each]) => `[for x in ${of} : ${each} if x != ${each}]`),
      fc.tuple(inner, inner).map(([of, each]) => `{ for k, x in ${of} : k => [x, ${each}] }`),
      inner.map((each) => `"a\${${each}}b"`),
      fc
        .tuple(fc.constantFrom(...signatures.keys()), args)
        .map(([name, items]) => `${name}(${items.join(", ")})`),
    ),
  };
});

function refusalOf(text: string): string | undefined {
  const outcome = new StackConstants({ locals }).outcome(`\${${text}}`);
  return "refusal" in outcome ? outcome.refusal : undefined;
}

test("any expression has a value, none that is known, or a refusal in words", () => {
  fc.assert(
    fc.property(expression, (text) => {
      expect(refusalOf(text) ?? "a refusal").toMatch(/^[ -~]{3,300}$/u);
    }),
    runs(2000),
  );
});

test("what is refused is refused beside anything else, and what is tried is not", () => {
  fc.assert(
    fc.property(expression, (text) => {
      const isRefused = refusalOf(text) !== undefined;
      expect([text, refusalOf(`[var.x, ${text}]`) !== undefined]).toEqual([text, isRefused]);
      expect([text, refusalOf(`try(${text}, 1)`)]).toEqual([text, undefined]);
      expect([text, refusalOf(`var.x ? ${text} : null`)]).toEqual([text, undefined]);
    }),
    runs(1000),
  );
});

function isTemplate(text: string): boolean {
  try {
    return parseTemplate(text).length > 0;
  } catch (error) {
    if (error instanceof ExpressionError) return false;
    throw error;
  }
}

test("a value that becomes unknown makes no refusal where there was none", () => {
  fc.assert(
    fc.property(expression, fc.nat(), (text, at) => {
      const places = [...text.matchAll(/\b(?:local\.\w|null|true|1\.5|1)\b/gu)];
      const place = places[at % Math.max(places.length, 1)];
      // What decides && and || alone hides what is wrong with the other side.
      if (place === undefined || /&&|\|\|/u.test(text) || refusalOf(text) !== undefined) return;
      const end = place.index + place[0].length;
      const unknown = `${text.slice(0, place.index)}var.x${text.slice(end)}`;
      expect(isTemplate(`\${${unknown}}`)).toBe(true);
      expect([unknown, refusalOf(unknown)]).toEqual([unknown, undefined]);
    }),
    runs(2000),
  );
});

test.each([
  ["lists of lists", "[local.at, local.at]"],
  ["lists that are joined", "concat(local.at, local.at)"],
  ["texts", "${local.at}${local.at}"],
  ["texts that are replaced", 'replace(local.at, "a", local.at)'],
  ["texts that are joined", "join(local.at, [local.at, local.at])"],
  ["formats", 'format("%s%s%s", local.at, local.at, local.at)'],
  ["loops in loops", "[for x in local.at : [for y in local.at : [x, y]]]"],
  ["ranges", "[for x in range(1000) : [for y in range(1000) : [for z in range(1000) : x]]]"],
])("%s that double from line to line cost no more than the bounds", (_, next) => {
  const first = /"|\$\{/u.test(next) ? "aaaaaaaa" : ["a", "b"];
  const more = Array.from({ length: 40 }, (_, at): readonly [string, string] => {
    const text = next.replaceAll("local.at", `local.a${at}`);
    return [`a${at + 1}`, text.startsWith("$") ? text : `\${${text}}`];
  });
  const document = { locals: { a0: first, ...Object.fromEntries(more) } };
  const calls = callsDuring(() => new StackConstants(document).value("${local.a40}"));
  expect(calls).toBeLessThan(10_000_000);
});

test("local values in a circle, and in a long row, are not known", () => {
  const row = Object.fromEntries(
    Array.from({ length: 5000 }, (_, at) => [`a${at}`, `\${local.a${at + 1}}`]),
  );
  const constants = new StackConstants({ locals: { ...row, b: "${local.c}", c: "${local.b}" } });
  expect(constants.value("${local.a0}")).toBeUndefined();
  expect(constants.value("${local.b + 1}")).toBeUndefined();
});

test("names that JavaScript gives a meaning are names", () => {
  const constants = new StackConstants({
    locals: JSON.parse('{"__proto__":1,"m":{"toString":2}}'),
  });
  expect(constants.outcome("${local.constructor}")).toEqual({ value: undefined });
  expect(constants.outcome("${local.m.toString}")).toEqual({ value: 2 });
  expect(constants.outcome("${local.m.constructor}")).toEqual({
    refusal: "an object has no constructor",
  });
});

test("a refusal names kinds, not values, which may be secret", () => {
  for (const text of ['tonumber("hook-secret")', '"hook-secret" + 1', '[1]["hook-secret"]']) {
    expect(refusalOf(text)).not.toContain("secret");
    expect(refusalOf(text)).toBeDefined();
  }
});
