import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { loadConfiguration, resolve } from "../../src/plan";
import { replayOf, replayText } from "../../src/cli/replay";
import type { SignInAlertsProps } from "../../src/stacks";
import { organizationWith } from "../coverage/small-organization";
import { example, exampleIn } from "../stacks/example-organization";
import { capturedRun } from "./captured-run";

const times = ["--from", "2026-11-20T08:00:00Z", "--to", "2026-11-20T09:00Z"];
const replay = (...argv: readonly string[]) =>
  capturedRun(["replay", "--config", "signin-alerts.yaml", ...times, ...argv]);
const asJson = async (...argv: readonly string[]) => {
  const { code, out } = await replay("--format", "json", ...argv);
  expect(code).toBe(0);
  return JSON.parse(out) as ReturnType<typeof replayOf>;
};
const planOf = (replaced: Partial<SignInAlertsProps>) => resolve(organizationWith(replaced));
const routed = planOf({
  routes: [
    { name: "security", recipients: ["security@example.com"] },
    { name: "pager", minSeverity: "critical", recipients: ["pager@example.com"] },
  ],
});
const asked = { from: "2026-11-20T08:00Z", to: "2026-11-20T09:00Z" };

test("without a choice every rule of the event bus gets all that the archive kept", async () => {
  const { hub } = resolve(loadConfiguration("signin-alerts.yaml"));
  const found = await asJson();
  expect(found).toMatchObject({
    version: 1,
    name: "REPLAY-20261120T080000Z-20261120T090000Z",
    account: hub.place.account,
    region: hub.place.region,
    from: "2026-11-20T08:00:00Z",
    to: "2026-11-20T09:00:00Z",
    busArn: hub.busArn,
    archiveArn: hub.busArn.replace("event-bus/", "archive/"),
    ruleArns: [],
  });
  expect(found.calls.start.at(-1)).toBe(JSON.stringify({ Arn: hub.busArn }));
});

test("says how far back the archive goes, as text and as JSON", () => {
  const days = routed.hub.archive?.days ?? 0;
  const found = replayOf(routed, asked);
  expect(days).toBeGreaterThan(1);
  expect(found.archiveDays).toBe(days);
  expect(replayText(found)).toContain(`# The archive keeps an event for ${days} days: `);
  expect(replayText({ ...found, archiveDays: 1 })).toContain("for 1 day: ");
});

test("kinds and routes choose the rules of the plan that get the events", () => {
  const { ruleArns, calls } = replayOf(routed, { ...asked, route: ["pager"] });
  const names = routed.hub.rules.flatMap(({ name, route }) => (route.name === "pager" ? name : []));
  expect(names.length).toBeGreaterThan(1);
  expect(names.length).toBeLessThan(routed.hub.rules.length);
  const bus = "arn:aws:events:eu-central-1:222222222222:rule/signin-alerts";
  expect(ruleArns).toEqual(names.map((name) => `${bus}/${name}`));
  const { FilterArns } = JSON.parse(calls.start.at(-1) ?? "") as { FilterArns: unknown };
  expect(FilterArns).toEqual(ruleArns);
  const one = replayOf(routed, { ...asked, kind: ["root-sign-in"], route: ["pager"] });
  expect(one.ruleArns).toEqual([`${bus}/signin-alerts-root-sign-in-pager`]);
});

test("a route whose open kinds have a topic of their own is replayed with both", () => {
  const of = routed.hub.routes.filter(({ name }) => name === "security");
  expect(of.map(({ title }) => title)).toEqual(["security", "security-open"]);
  const { ruleArns } = replayOf(routed, { ...asked, route: ["security"] });
  const titles = routed.hub.rules
    .filter(({ name }) => ruleArns.some((arn) => arn.endsWith(`/${name}`)))
    .map(({ route }) => route.title);
  expect([...new Set(titles)]).toEqual(["security", "security-open"]);
});

test("the name follows from what is replayed, in whatever order it is named", () => {
  const nameOf = (more: object) => replayOf(routed, { ...asked, ...more }).name;
  const [one, other] = ["root-sign-in", "failed-sign-in"];
  expect(nameOf({ kind: [one, other] })).toBe(nameOf({ kind: [other, one, one] }));
  const names = [{}, { kind: [one] }, { kind: [other] }, { route: ["pager"] }].map(nameOf);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^REPLAY-[\w.-]{1,57}$/);
  expect(nameOf({ name: "drill.2" })).toBe("REPLAY-drill.2");
  expect(nameOf({ name: "REPLAY-drill.2" })).toBe("REPLAY-drill.2");
});

test.each([
  ["us-gov-west-1", "aws-us-gov"],
  ["cn-north-1", "aws-cn"],
])("the calls are of the partition of %s", (region, partition) => {
  const { calls } = replayOf(resolve(exampleIn(region)), { ...asked, kind: ["root-sign-in"] });
  expect(calls.start.slice(0, 5)).toEqual(["aws", "events", "start-replay", "--region", region]);
  const arns = calls.start.join(" ").match(/arn:[^"\s]+/gu) ?? [];
  expect(arns.length).toBeGreaterThanOrEqual(3);
  for (const arn of arns) expect(arn).toMatch(`arn:${partition}:events:${region}:222222222222:`);
});

test("times of other zones are written in UTC", () => {
  const { from, to } = replayOf(routed, {
    from: "2026-11-20T09:00:30+01:00",
    to: "2026-11-19T23:30-10:00",
  });
  expect([from, to]).toEqual(["2026-11-20T08:00:30Z", "2026-11-20T09:30:00Z"]);
});

test("the same input gives the same bytes", async () => {
  expect(await replay("--kind", "root-sign-in")).toEqual(await replay("--kind", "root-sign-in"));
});

describe("the lines for a shell", () => {
  const folder = mkdtempSync(join(tmpdir(), "replay-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  /** What the program `aws` is called with, by a shell that runs the lines. */
  const callsOf = (lines: string): readonly (readonly string[])[] => {
    const log = join(folder, "log");
    writeFileSync(log, "");
    const aws = join(folder, "aws");
    writeFileSync(
      aws,
      `#!/bin/sh\nfor each; do printf '%s\\0' "$each"; done >>"$LOG"; echo >>"$LOG"\n`,
    );
    chmodSync(aws, 0o755);
    const { status } = spawnSync("sh", {
      input: lines,
      env: { LOG: log, PATH: `${folder}${delimiter}${process.env["PATH"] ?? ""}` },
    });
    expect(status).toBe(0);
    return readFileSync(log, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => ["aws", ...line.split("\0").slice(0, -1)]);
  };

  test("start, wait and describe, and do not cancel", () => {
    const found = replayOf(routed, { ...asked, route: ["pager"] });
    const { start, describe } = found.calls;
    const waiting = [...describe, "--query", "State", "--output", "text"];
    expect(callsOf(replayText(found))).toEqual([start, waiting, describe]);
  });

  test("mean what the data say, whatever stands in an argument", () => {
    const found = replayOf(routed, asked);
    const odd = ["aws", "it's", '$(id) `id` \\ "x"', "", "a b;c&d|e>f*?~#!"];
    const text = replayText({ ...found, calls: { ...found.calls, start: odd } });
    expect(callsOf(text)[0]).toEqual(odd);
  });

  test("have no quote in a comment, as not every shell leaves comments out of what is pasted", () => {
    const comments = replayText(replayOf(routed, { ...asked, route: ["pager"] }))
      .split("\n")
      .filter((line) => line.startsWith("# ") && !line.includes("cancel-replay"));
    expect(comments.length).toBeGreaterThan(3);
    for (const comment of comments) expect(comment).not.toMatch(/["'`$\\]/);
  });
});

describe("fails with what is wrong", () => {
  test.each([
    [
      "a time that is none",
      { from: "yesterday" },
      /^--from must be a time such as .*, not yesterday$/,
    ],
    [
      "a time without a zone",
      { to: "2026-11-20T09:00" },
      /^--to .* has no time zone; write .*09:00Z/,
    ],
    ["a day that does not exist", { from: "2026-02-30T08:00Z" }, /does not exist in the calendar$/],
    [
      "an hour that does not exist",
      { from: "2026-02-20T24:00Z" },
      /does not exist in the calendar$/,
    ],
    ["a zone that does not exist", { from: "2026-02-20T20:00+99:00" }, /does not exist in the cal/],
    ["a year after 9999", { to: "9999-12-31T23:59-01:00" }, /does not exist in the calendar$/],
    ["an end before the beginning", { to: "2026-11-20T07:00Z" }, /^--from .* must be before --to/],
    ["no time at all between", { to: asked.from }, /must be before/],
    ["a kind of no name", { kind: ["switch-role-x"] }, /^the kind switch-role-x does not exist/],
    ["a kind that is misspelt", { kind: ["rot-sign-in"] }, /did you mean root-sign-in\?/],
    ["a route that is misspelt", { route: ["pagr"] }, /^the route pagr .* did you mean pager\?$/],
    ["a route that is none", { route: ["x"] }, /^the route x .* there are pager, security$/],
    [
      "a kind that is in none of the routes",
      { kind: ["failed-sign-in"], route: ["pager"] },
      /not in/,
    ],
    ["a name that AWS refuses", { name: "a b" }, /^--name must be 1 to 57 letters/],
    ["a name that is too long", { name: "n".repeat(58) }, /^--name must be 1 to 57 letters/],
    ["an empty name", { name: "" }, /^--name must be/],
  ])("for %s", (_, change, message) => {
    expect(() => replayOf(routed, { ...asked, ...change })).toThrow(message);
  });

  test("for a kind that is off, and one that no route takes", () => {
    const off = planOf({ kinds: { "root-sign-in": "off" } });
    expect(() => replayOf(off, { ...asked, kind: ["root-sign-in"] })).toThrow(
      /^the kind root-sign-in is off, so its events are not kept/,
    );
    const routes = [{ name: "a", kinds: ["failed-sign-in"], recipients: ["a@example.com"] }];
    const unrouted = planOf({ routes });
    expect(() => replayOf(unrouted, { ...asked, kind: ["root-sign-in"] })).toThrow(
      /^the kind root-sign-in is in no route, so its events are not kept/,
    );
  });

  test("for a hub without an archive", () => {
    const plan = resolve({ ...example, hub: { ...example.hub, archiveDays: 0 } });
    expect(() => replayOf(plan, asked)).toThrow(/^nothing is kept: hub.archiveDays is 0/);
  });

  test("all at once, in one line, with the code 2", async () => {
    const { code, out, err } = await replay("--kind", "x", "--route", "y\n", "--name", "z!");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^signin-alerts: --name .*the kind x .*the route y.*\n$/);
  });

  test.each([["--from"], ["--to"]])("without %s", async (option) => {
    const at = times.indexOf(option);
    const { code, err } = await capturedRun(["replay", ...times.toSpliced(at, 2)]);
    expect([code, err]).toEqual([2, expect.stringContaining(`${option} <time>`)]);
  });

  test("without a configuration", async () => {
    const { code, err } = await capturedRun(["replay", ...times, "--config", "nowhere.yaml"]);
    expect([code, err]).toEqual([2, expect.stringContaining("nowhere.yaml")]);
  });
});
