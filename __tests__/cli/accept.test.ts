import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acceptancesIn } from "../../src/cli/accept-file";
import { UnusableInputError } from "../../src/json/read-json";
import { capturedRun } from "./captured-run";

const folder = mkdtempSync(join(tmpdir(), "signin-accept-"));
const file = join(folder, "accepted.yaml");
const io = {
  out: () => undefined,
  err: () => undefined,
  outIsTerminal: false,
  errIsTerminal: false,
  env: {},
  now: () => Date.UTC(2026, 10, 26, 23, 59),
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
const good = entry("rule: stale-stack\nreason: it goes in spring\nuntil: 2027-03-31");

test("entries are read from YAML, the day from the clock or the option", () => {
  const acceptances = [{ rule: "stale-stack", reason: "it goes in spring", until: "2027-03-31" }];
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
  ["no reason", "rule: stale-stack\nuntil: 2027-03-31", "accept.0.reason"],
  ["an empty reason", "rule: stale-stack\nreason: ' '\nuntil: 2027-03-31", "accept.0.reason"],
  ["no day", "rule: stale-stack\nreason: x", "accept.0.until"],
  [
    "a day that does not exist",
    "rule: stale-stack\nreason: x\nuntil: 2027-02-30",
    "not 2027-02-30",
  ],
  ["another key", "rule: stale-stack\nreason: x\nuntil: 2027-03-31\nwhy: y", "why"],
])("fails for %s", (_, lines, message) => {
  expect(() => read(entry(lines))).toThrow(UnusableInputError);
  expect(() => read(entry(lines))).toThrow(message);
});

test.each(["", "[]", "accept: {}", "{", "a: &a [*a]"])("fails for a file that holds %j", (text) => {
  expect(() => read(text)).toThrow(UnusableInputError);
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
