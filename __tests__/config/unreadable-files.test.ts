/** @jest-environment-options {"ownModules": true} */
import { tmpdir } from "node:os";
import { ConfigurationFileError, loadConfiguration } from "../../src/stacks";
import { callsOf } from "../calls-of";
import { example, problemsOf } from "./faulty-file";

const callsDuring = callsOf();

const tooMuch = ["b", "c", "d", "e", "f", "g", "h"].reduce(
  (text, name, i) => `${text}${name}: &${name} [${`*${"abcdefgh"[i] ?? ""},`.repeat(9)}]\n`,
  "a: &a [x]\n",
);

test.each([
  ["an empty file", "", /file is empty/, 1],
  ["a file of comments", "# later\n", /file is empty/, 1],
  ["a list", "- a\n", /not a group of keys/, 1],
  ["a text", "hello\n", /not a group of keys/, 1],
  ["text that is not UTF-8", Buffer.from(`\uFEFF${example}`, "utf16le"), /not text in UTF-8/, 1],
  ["malformed YAML", 'a: "b\nc: d\n', /not valid YAML: Missing closing/, 3],
  ["an indentation by tabs", "hub:\n\taccount: x\n", /Tabs are not allowed/, 2],
  ["two documents", `${example}---\na: 1\n`, /more than one YAML document/, 46],
  [
    "a list as a key",
    "namePrefix: a\n[https://example.com/secret]: x\n",
    /key of this line is a list/,
    2,
  ],
  ["a group as a key", "tags: { { a: b }: c }\n", /key of this line is a group of keys/, 1],
  ["an alias as a key", "namePrefix: &x tags\n*x : {}\n", /key of this line is an alias/, 2],
  ["an alias of no anchor", "namePrefix: *x\n", /this anchor does not exist/, 1],
  ["aliases that multiply", tooMuch, /cannot be read: Excessive alias/, 1],
  ["a text with NUL", `${example}# \0\n`, /not text in UTF-8/, 46],
  ["UTF-16 without a byte order mark", Buffer.from(example, "utf16le"), /not text in UTF-8/, 1],
  ["lines that end as those of old", example.replaceAll("\n", "\r"), /carriage return alone/, 1],
  ["YAML 1.1, in which yes is true", `%YAML 1.1\n---\n${example}`, /another version of YAML/, 1],
  ...[
    "!foo a",
    "!!python/object:os.system a",
    "!!merge a",
    "!!int a",
    "!!binary YQ==",
    "!!set {a}",
  ].map((value): [string, string, RegExp, number] => [
    `the tag of ${value}`,
    `tags:\n  a: ${value}\n`,
    /this tag gives the value another type/,
    2,
  ]),
  ["brackets without end", "[".repeat(20_000), /nested too deeply/, 1],
  ["lists in lists without end", "- ".repeat(20_000), /nested too deeply/, 1],
  ["blocks in blocks without end", `${" ".repeat(2000)}a: 1\n`, /nested too deeply/, 1],
])("fails once for %s", (_, content, says, line) => {
  const problems = problemsOf(content);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.problem).toMatch(says);
  expect(problems[0]?.line).toBe(line);
  expect(problems[0]?.fix).not.toBe("");
});

test("fails for a file in UTF-16, and asks for UTF-8", () => {
  const [problem] = problemsOf(Buffer.from(`\uFEFF${example}`, "utf16le"));
  expect(problem?.fix).toBe("save it as UTF-8");
});

test.each([
  ["a file that does not exist", "does-not-exist.yaml", /the file does not exist/],
  ["a folder", tmpdir(), /folder, not a file/],
])("fails for %s, naming the variable that chooses the file", (_, file, says) => {
  const load = (): unknown => loadConfiguration(file);
  expect(load).toThrow(ConfigurationFileError);
  expect(load).toThrow(says);
  expect(load).toThrow(/SIGNIN_ALERTS_CONFIG/);
});

test("fails for a key that is written twice, and still reports the rest", () => {
  const problems = problemsOf(`${example}\ntags: {}\nnamePrefix: Bad\n`);
  expect(problems.map(({ value }) => value)).toEqual(["tags", "Bad"]);
});

test("fails for a value that contains itself", () => {
  const [first] = problemsOf(`${example}\nroutes: &a [*a]\n`);
  expect(first).toBeDefined();
});

/** The example with so many keys that no configuration has. */
function withUnknownKeys(length: number): string {
  return example + Array.from({ length }, (_, i) => `unknown-${i}: ${i}\n`).join("");
}

test("fails for a file of 1 MB, each of its keys", () => {
  expect(problemsOf(withUnknownKeys(40_000))).toHaveLength(40_000);
});

test("fails for twice as many keys with twice the work", () => {
  const work = (keys: number): number => callsDuring(() => problemsOf(withUnknownKeys(keys)));
  expect(work(4000)).toBeLessThan(2.1 * work(2000));
});

test.each([
  ["a byte order mark", `\uFEFF${example}`],
  ["lines that end as Windows ends them", example.replaceAll("\n", "\r\n")],
  [
    "an anchor and its alias",
    example
      .replace("[eu-south-1]", "&o [eu-south-1]")
      .replace("name: payments-dev", "name: payments-dev\n    optInRegions: *o"),
  ],
])("a file with %s is read", (_, content) => {
  expect(problemsOf(content)).toEqual([]);
});

test.each(["!!str signin", "! signin", "!!str\n  signin", "&a signin", ">-\n  signin"])(
  "the name %j is accepted",
  (name) => {
    expect(problemsOf(`${example}\nnamePrefix: ${name}\n`)).toEqual([]);
  },
);

test("what begins a file and ends a document changes nothing", () => {
  for (const text of [`%YAML 1.2\n---\n${example}`, `\uFEFF${example}...\n`]) {
    expect(problemsOf(text)).toEqual([]);
  }
  expect(problemsOf(example.replaceAll("\n", "\r\n"))).toEqual([]);
});

test.each(["012", "0x1", "1e3", "1.0"])(
  "fails for the key %s, which YAML reads as another text",
  (key) => {
    const text = example.replace("tags:", `tags:\n  ${key}: x`);
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({
        value: key,
        problem: expect.stringMatching(/not in quotes, so YAML reads the number/) as string,
        fix: `write "${key}"`,
      }),
    ]);
  },
);

test("fails for a tag on a key within a key, and for the key", () => {
  expect(problemsOf("tags:\n  ? !!merge x: y\n  : z\n").map(({ line }) => line)).toEqual([2, 2]);
});
