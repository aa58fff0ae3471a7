import fc from "fast-check";

type Tokens = readonly string[];

const joined = (...parts: readonly (Tokens | string)[]): Tokens =>
  parts.flatMap((part) => (typeof part === "string" ? [part] : part));

const words = ["a", "for", "in", "if", "true", "null", "b-c", "é", "1", "2.5", "0", "1e3"];
const operators = ["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||"];
const texts = ['"x"', '"a${b}c"', '"\\n"', '"%{ if a }x%{ endif }"', '"$${"', '""'];

const { expression } = fc.letrec<{ expression: Tokens }>((tie) => {
  const inner = tie("expression");
  const all = fc.array(inner, { maxLength: 3 });
  const listed = all.map((items) =>
    items.flatMap((item, at) => (at === 0 ? item : [",", ...item])),
  );
  return {
    expression: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      fc.constantFrom(...["a", "true", "1", "2.5"].map((word) => [word])),
      fc.constantFrom(...texts.map((text) => [text])),
      fc
        .tuple(inner, fc.constantFrom(...operators), inner)
        .map(([left, sign, right]) => joined(left, sign, right)),
      fc
        .tuple(inner, inner, inner)
        .map(([first, then, otherwise]) => joined(first, "?", then, ":", otherwise)),
      inner.map((each) => joined("(", each, ")")),
      inner.map((each) => joined("a", "[", each, "]", ".", "b")),
      fc.constantFrom(joined("a", ".", "*", ".", "b"), joined("a", "[", "*", "]", ".", "b")),
      fc.constantFrom(joined("a", ".", "0"), joined("a", ".", "b", ".", "c")),
      fc.constantFrom("-", "!").chain((sign) => inner.map((each) => joined(sign, each))),
      listed.map((items) => joined("[", items, "]")),
      listed.map((items) => joined("f", "(", items, ")")),
      inner.map((each) => joined("f", "(", each, "...", ")")),
      inner.map((each) => joined("provider", "::", "p", "::", "f", "(", each, ")")),
      all.map((items) =>
        joined("{", ...items.flatMap((item) => [joined("k", "=", item), ","]), "}"),
      ),
      fc
        .tuple(inner, inner)
        .map(([key, value]) => joined("{", "(", key, ")", ":", value, "\n", "}")),
      fc
        .tuple(inner, inner)
        .map(([of, each]) => joined("[", "for", "v", "in", of, ":", each, "if", "v", "]")),
      fc
        .tuple(inner, inner)
        .map(([of, each]) =>
          joined("{", "for", "k", ",", "v", "in", of, ":", "k", "=>", each, "...", "}"),
        ),
    ),
  };
});

const signs = ["(", ")", "[", "]", "{", "}", ",", ".", ":", "?", "=", "=>", "...", "::", "!", "~"];
const others = ["\n", '"', "$", "%", "${", "%{", "#", "/*", "*/", "\\", ";", "'", "<<", "@"];
const anyToken = fc.constantFrom(...words, ...operators, ...texts, ...signs, ...others);

/** An expression with one of its parts left out, doubled or exchanged. */
const nearly: fc.Arbitrary<Tokens> = fc
  .tuple(expression, fc.nat(), fc.nat({ max: 2 }), anyToken)
  .map(([tokens, at, kind, other]) => {
    const index = at % tokens.length;
    const changed = [[], [tokens[index] ?? "", other], [other]][kind] ?? [];
    return [...tokens.slice(0, index), ...changed, ...tokens.slice(index + 1)];
  });

const written = (tokens: Tokens, blank: string): string => `\${${tokens.join(blank)}}`;

const directives = ["%{ if a }", "%{ else }", "%{ endif }", "%{ for v in a }", "%{ endfor ~}"];
const directive = fc
  .array(fc.constantFrom(...directives, "x", "$${", "%%{", "${a}", "${~ a ~}", "%{", '"'), {
    maxLength: 6,
  })
  .map((parts) => parts.join(" "));

/** Templates, of which about every second one is not valid. */
export const anyTemplate: fc.Arbitrary<string> = fc.oneof(
  expression.map((tokens) => written(tokens, " ")),
  nearly.map((tokens) => written(tokens, " ")),
  nearly.map((tokens) => written(tokens, "")),
  directive,
);
