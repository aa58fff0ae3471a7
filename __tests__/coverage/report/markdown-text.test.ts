import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { markdownCode, markdownText } from "../../../src/coverage/report/markdown-text";
import { plainLine } from "../../../src/coverage/report/plain-text";
import { runs } from "../../property-runs";

interface Token {
  readonly type: string;
  readonly text?: string;
}

/** What marked, which is a module that suites cannot load, makes of each text, as GitHub's Markdown. */
function inline(texts: readonly string[]): readonly (readonly Token[])[] {
  const program = `
    import { Lexer } from "marked";
    import { readFileSync } from "node:fs";
    const texts = JSON.parse(readFileSync(0, "utf8"));
    const shown = (tokens) => tokens.map(({ type, text }) => ({ type, text }));
    process.stdout.write(JSON.stringify(texts.map((text) => shown(Lexer.lexInline(text, { gfm: true })))));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    input: JSON.stringify(texts),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stderr !== "") throw new Error(stderr);
  return JSON.parse(stdout) as readonly (readonly Token[])[];
}

/** Names that try to leave their span, or to be more than a name. */
const names = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "`",
        "``",
        "|",
        "&#64;",
        "&",
        "@all",
        "<b>",
        "[a](http://a)",
        "#1",
        "\\",
        " ",
      ),
      fc.constantFrom("\n", "\u202E", "-->", "https://example.com", "GH-1", "*", "_"),
      fc.string({ maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(""))
  .filter((name) => plainLine(name).trim() !== "");

test("a name in a code span is that span and nothing besides, so no mention, tag or link", () => {
  const all = fc.sample(names, runs(2000));
  const read = inline(all.map((name) => `a ${markdownCode(name)} b`));
  all.forEach((name, at) => {
    const text = plainLine(name).replaceAll("|", "\u2223");
    expect(read[at]).toEqual([
      { type: "text", text: "a " },
      { type: "codespan", text },
      { type: "text", text: " b" },
    ]);
  });
});

test("a code span holds no character entity, which GitHub would show as it is written", () => {
  expect(markdownCode("a&b <c> @d")).toBe("`a&b <c> @d`");
  expect(markdownCode("`")).toBe("`` ` ``");
});

test("a name in a text is text alone, and mentions nobody", () => {
  const all = fc.sample(names, runs(2000));
  const read = inline(all.map((name) => `a ${markdownText(name)} b`));
  all.forEach((name, at) => {
    const types = [...new Set(read[at]?.map(({ type }) => type))];
    expect([name, types]).toEqual([name, ["text"]]);
    expect(markdownText(name)).not.toMatch(/@\w/u);
  });
});
