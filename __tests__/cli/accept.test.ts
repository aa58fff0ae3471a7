import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acceptancesIn } from "../../src/cli/accept-file";
import { UnusableInputError } from "../../src/json/read-json";
import { capturedRun } from "./captured-run";
import { noWaiting } from "./no-waiting";

const folder = mkdtempSync(join(tmpdir(), "signin-accept-"));
const file = join(folder, "accepted.yaml");
const io = {
  out: () => undefined,
  err: () => undefined,
  outIsTerminal: false,
  errIsTerminal: false,
  env: {},
  now: () => Date.UTC(2026, 10, 26, 23, 59),
  ...noWaiting,
  input: () => "",
};

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function read(text: string, today?: string) {
  writeFileSync(file, text);
  return acceptancesIn({ accept: file, ...(today !== undefined && { today }) }, io);
}

const entry = (lines: string): string => `accept:\n  - ${lines.split("\n").join("\n    ")}\n`;
const detail = "signin-old, account 3*";
const good = entry(
  `rule: stale-stack\ndetail: ${detail}\nreason: it goes in spring\nuntil: 2027-03-31`,
);

test("entries are read from YAML, the day from the clock or the option", () => {
  const acceptances = [
    { rule: "stale-stack", detail, reason: "it goes in spring", until: "2027-03-31" },
  ];
  expect(read(good)).toEqual({ acceptances, today: "2026-11-26" });
  expect(read(good, "2030-01-01").today).toBe("2030-01-01");
});

test.each([
  [
    "a rule that does not exist",
    "rule: stale-stak\nreason: x\nuntil: 2027-03-31",
    "did you mean stale-stack?",
  ],
  [
    "a rule by which alerts are lost",
    "rule: trail-missing\nreason: x\nuntil: 2027-03-31",
    "cannot be accepted",
  ],
  [
    "no detail, where a finding is at no resource",
    "rule: stale-stack\nreason: x\nuntil: 2027-03-31",
    "line 2: accept[0].detail is missing: a finding of this rule, or at no resource, is told",
  ],
  [
    "no detail, where another setting may lose alerts",
    'rule: not-analyzed-setting\nresource: "*"\nreason: x\nuntil: 2027-03-31',
    "line 2: accept[0].detail is missing",
  ],
  [
    "an empty detail",
    "rule: stale-stack\ndetail: ''\nreason: x\nuntil: 2027-03-31",
    "line 3: accept[0].detail is empty",
  ],
  ["no reason", "rule: stale-stack\nuntil: 2027-03-31", "line 2: accept[0].reason is missing"],
  [
    "a reason that nobody sees",
    'rule: stale-stack\ndetail: x\nreason: "\\u200b"\nuntil: 2027-03-31',
    "line 4: accept[0].reason is empty",
  ],
  [
    "an empty reason",
    "rule: stale-stack\nreason: ' '\nuntil: 2027-03-31",
    "line 3: accept[0].reason is empty",
  ],
  ["no day", "rule: stale-stack\nreason: x", "line 2: accept[0].until is missing"],
  [
    "a day that does not exist",
    "rule: stale-stack\nreason: x\nuntil: 2027-02-30",
    "line 4: until must be a day as YYYY-MM-DD, not 2027-02-30",
  ],
  [
    "another key",
    "rule: stale-stack\nreason: x\nuntil: 2027-03-31\nwhy: y",
    'line 5: the key "why"',
  ],
  [
    "a number",
    "rule: stale-stack\nreason: 7\nuntil: 2027-03-31",
    "accept[0].reason is not a text: 7",
  ],
  [
    "a key twice",
    "rule: stale-stack\nreason: x\nreason: y\nuntil: 2027-03-31",
    "line 4: this key is written twice",
  ],
  [
    "a list as a key",
    "rule: stale-stack\n[https://example.com/a]: x",
    "line 3: the key of this line is a list;",
  ],
  [
    "a group as a key",
    "rule: stale-stack\n{ a: b }: x",
    "line 3: the key of this line is a group of keys;",
  ],
  [
    "an alias as a key",
    "rule: &r stale-stack\n*r : x",
    "line 3: the key of this line is an alias;",
  ],
])("fails for %s", (_, lines, message) => {
  expect(() => read(entry(lines))).toThrow(UnusableInputError);
  expect(() => read(entry(lines))).toThrow(message);
});

test.each(["stale-resource", "open-to-strangers", "retry-differs"])(
  "an entry of %s needs no detail beside its resource",
  (rule) => {
    const lines = `rule: ${rule}\nresource: "signin-hub aws_sns_topic.*"\nreason: x\nuntil: 2027-03-31`;
    expect(read(entry(lines)).acceptances).toHaveLength(1);
  },
);

test.each([
  ["", "the file is empty"],
  ["[]", "the file is not a group of keys: []"],
  ["accept: {}", "line 1: accept is not a list: {}"],
  ["accept: 1", "line 1: accept is not a list: 1"],
  ["{", "line 1: this is not valid YAML"],
  ["a: &a [*a]", "line 1: accept is missing"],
  ["accept: [", "close the bracket before this line"],
])("fails for a file that holds %j", (text, message) => {
  expect(() => read(text)).toThrow(UnusableInputError);
  expect(() => read(text)).toThrow(message);
});

test("fails for brackets without end", () => {
  expect(() => read("[".repeat(20_000))).toThrow(/nested too deeply/);
});

test("fails for every entry at once, each by its line", () => {
  const bad = "  - { rule: stale-stak, reason: x, until: 2027-03-31 }\n";
  expect(() => read(`accept:\n${bad}${bad}`)).toThrow(/line 2: .*line 3: /);
});

test("warns of nothing on its own, whatever the file holds", () => {
  const warned = jest.spyOn(process, "emitWarning").mockImplementation(() => undefined);
  try {
    expect(() => read("? [https://example.com/a]\n: x\n")).toThrow(UnusableInputError);
    expect(warned).not.toHaveBeenCalled();
  } finally {
    warned.mockRestore();
  }
});

test("fails for a day of another form, with one line and the code of unusable input", async () => {
  const { code, err } = await capturedRun(["coverage", "--today", "26.11.2026"]);
  expect(code).toBe(2);
  expect(err).toMatch(/^signin-alerts: --today must be a day as YYYY-MM-DD, not 26\.11\.2026\n$/);
});

test.each([["--x\u001B[31m\u202Ey"], ["coverage", "--format", "a\u009B31m"]])(
  "fails for arguments with control characters, which are not shown raw",
  async (...argv) => {
    const { code, err } = await capturedRun(argv);
    expect(code).toBe(2);
    expect(err.trimEnd()).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  },
);
