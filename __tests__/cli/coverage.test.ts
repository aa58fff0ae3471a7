import { busPolicyBlocker, smallOrganization } from "../coverage/report/sample-report";
import { capturedRun } from "./captured-run";

const folders = {
  "cdktf.out": smallOrganization,
  broken: { ...smallOrganization, gap: () => busPolicyBlocker },
};

test("coverage of a folder where all arrives ends with 0", async () => {
  const { code, out, err } = await capturedRun(["coverage", "--no-config"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("✓ covered: 18 of 18 alerts would arrive");
});

test("coverage with a gap ends with 1", async () => {
  const { code, out } = await capturedRun(["coverage", "broken", "--no-config"], { folders });
  expect(code).toBe(1);
  expect(out).toContain("✗ 18 gaps");
});

test("accounts without a gap are counted, and have a row with --all", async () => {
  const counted = "3 of 3 accounts have no gap: --all lists them";
  const few = await capturedRun(["coverage", "--no-config"]);
  expect(few.out).toContain(counted);
  expect(few.out).not.toContain("┌");
  const all = await capturedRun(["coverage", "--no-config", "--all"]);
  expect(all.out).toMatch(/^┌/);
  expect(all.out).not.toContain("--all");
});

test("coverage is asked for what the configuration promises", async () => {
  const { code, out } = await capturedRun(["coverage", "--config", "signin-alerts.yaml"]);
  expect(code).toBe(1);
  expect(out).toContain("forwarding-rule-missing");
});

test("the configuration is the one of SIGNIN_ALERTS_CONFIG", async () => {
  const { code, err } = await capturedRun(["coverage"], {
    env: { SIGNIN_ALERTS_CONFIG: "elsewhere.yaml" },
  });
  expect(code).toBe(2);
  expect(err).toContain("elsewhere.yaml");
});

test.each([
  ["json", /^\{\n {2}"version": 2/],
  ["markdown", /^# Coverage/],
  ["html", /^<!doctype html>/],
  ["table", /^✓ covered: 18 of 18/],
])("coverage is written as %s", async (format, beginning) => {
  const { code, out } = await capturedRun(["coverage", "--no-config", "--format", format]);
  expect(code).toBe(0);
  expect(out).toMatch(beginning);
  expect(out).not.toContain("\u001B");
});

test("the page names the day that it is given", async () => {
  const page = ["coverage", "--no-config", "--format", "html"];
  expect((await capturedRun([...page, "--date", "2026-11-20"])).out).toContain(
    'as of <time datetime="2026-11-20">2026-11-20</time>',
  );
  expect((await capturedRun(page)).out).not.toContain("as of");
});

test("colours are on a terminal only, and never against NO_COLOR", async () => {
  const colored = async (terminal: boolean, env: Record<string, string>) =>
    (await capturedRun(["coverage", "--no-config"], { terminal, env })).out.includes("\u001B[");
  expect(await colored(true, {})).toBe(true);
  expect(await colored(false, {})).toBe(false);
  expect(await colored(true, { NO_COLOR: "1" })).toBe(false);
  expect(await colored(true, { TERM: "dumb" })).toBe(false);
});

test.each([
  ["a path that is not a folder", ["coverage", "nowhere"], /nowhere is no folder/],
  ["an unknown format", ["coverage", "--format", "tabel"], /Allowed choices are table, json/],
  [
    "a day that does not exist",
    ["coverage", "--format", "html", "--date", "2026-02-30"],
    /--date must be a day as YYYY-MM-DD, not "2026-02-30"/,
  ],
  [
    "a day for a format without one",
    ["coverage", "--date", "2026-11-20"],
    /--date needs --format html, but the format is table/,
  ],
  ["a misspelt command", ["covrage"], /unknown command 'covrage' \(Did you mean coverage\?\)/],
  ["a misspelt option", ["coverage", "--formt", "json"], /Did you mean --format\?/],
  ["too many folders", ["coverage", "a", "b"], /too many arguments/],
])("fails on %s with one line and 2", async (_, argv, message) => {
  const { code, out, err } = await capturedRun(argv);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(message);
  expect(err).toMatch(/^signin-alerts: [^\n]+\n$/);
});

test.each(["coverage", "trace", "review", "kinds", "check"])(
  "the help of %s has an example",
  async (command) => {
    const { code, out } = await capturedRun([command, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain(`$ signin-alerts ${command}`);
  },
);

test("without a command the help is an error", async () => {
  const { code, out, err } = await capturedRun([]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("Exit codes: 0 covered, 1 gap, 2 unusable input.");
});

test("progress is on a terminal, when the work takes over a second", async () => {
  const clock = (step: number) => {
    let time = 0;
    return () => (time += step);
  };
  const progress = async (terminal: boolean, step: number) =>
    (await capturedRun(["coverage", "--no-config"], { terminal, now: clock(step) })).err;
  expect(await progress(true, 400)).toContain("Tracing every alert, account… 3 of 3");
  expect(await progress(true, 400)).toMatch(/\r\u001B\[2K$/);
  expect(await progress(true, 1)).toBe("");
  expect(await progress(false, 400)).toBe("");
});
