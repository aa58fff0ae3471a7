import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordOf } from "../backtest/records";
import { HUB, MANAGEMENT, MEMBER, smallOrganization } from "../coverage/small-organization";
import {
  assumedRole,
  callerIdentity,
  jsonError,
  standInOfSuite,
  type StandInAnswer,
} from "../live/stand-in";
import { capturedRun } from "./captured-run";

const server = standInOfSuite();
const folder = mkdtempSync(join(tmpdir(), "signin-backtest-live-"));
const config = join(folder, "signin-alerts.json");
writeFileSync(config, JSON.stringify(smallOrganization));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const times = ["--from", "2026-01-14T00:00Z", "--to", "2026-01-16T00:00+01:00"];

interface Lookup {
  readonly LookupAttributes: readonly { AttributeKey: string; AttributeValue: string }[];
  readonly StartTime: number;
  readonly EndTime: number;
  readonly NextToken?: string;
}

/** Runs the command while every account and region answers alike. */
async function run(answer: (lookup: Lookup, at: number) => StandInAnswer, argv = times) {
  const lookups: Lookup[] = [];
  server().asked.length = 0;
  server().respond = (operation, sent) => {
    if (operation === "GetCallerIdentity") return callerIdentity(MANAGEMENT);
    if (operation === "AssumeRole") return assumedRole();
    const lookup = JSON.parse(sent) as Lookup;
    lookups.push(lookup);
    return answer(lookup, lookups.length - 1);
  };
  const ending = await capturedRun(["backtest", "--live", "--config", config, ...argv]);
  return { ...ending, lookups };
}

const page = (records: readonly unknown[], more: object = {}): StandInAnswer => ({
  body: JSON.stringify({
    Events: records.map((record) => ({ CloudTrailEvent: JSON.stringify(record) })),
    ...more,
  }),
});
// The SDK is loaded by the first.
beforeAll(() => run(() => page([])), 60_000);

const keyOf = ({ LookupAttributes: [first] }: Lookup) =>
  `${first?.AttributeKey ?? ""}=${first?.AttributeValue ?? ""}`;

const signIn = recordOf("root-sign-in", "1");
const isSignIns = (lookup: Lookup) => keyOf(lookup) === "EventSource=signin.amazonaws.com";

test("the history of every account and region is asked for sign-ins and for what else kinds are about", async () => {
  const { code, out, lookups } = await run((lookup) =>
    page(isSignIns(lookup) ? [signIn] : [recordOf("assume-root", "2")]),
  );
  expect(code).toBe(0);
  const keys = [...new Set(lookups.map(keyOf))].sort();
  expect(keys).toEqual([
    "EventName=AssumeRoot",
    "EventSource=signin.amazonaws.com",
    "Username=root",
  ]);
  expect(new Set(lookups.map(({ StartTime, EndTime }) => `${StartTime} ${EndTime}`))).toEqual(
    new Set([`${Date.UTC(2026, 0, 14) / 1000} ${Date.UTC(2026, 0, 15, 23) / 1000}`]),
  );
  const places = [MANAGEMENT, HUB, MEMBER].length * 3;
  expect(lookups).toHaveLength(places * keys.length);
  // The stand-in answers everywhere alike, and one record is one sign-in.
  expect(out).toContain(`the event history of ${places} places of accounts and regions`);
  expect(out).toContain("2 of 2 sign-ins with an alert");
});

test("pages are read to their end", async () => {
  const { out, lookups } = await run((lookup) => {
    if (!isSignIns(lookup)) return page([]);
    return lookup.NextToken === undefined
      ? page([signIn], { NextToken: "more" })
      : page([recordOf("failed-sign-in", "3")]);
  });
  expect(lookups.filter(({ NextToken }) => NextToken === "more")).toHaveLength(9);
  expect(out).toContain("2 of 2 sign-ins with an alert");
});

test("what AWS denies is named with its permission, and the command does not end with 0", async () => {
  const { code, out } = await run((_, at) =>
    at === 0 ? jsonError("AccessDeniedException", "no") : page([signIn]),
  );
  expect(code).toBe(2);
  expect(out).toContain("cloudtrail:LookupEvents");
  expect(out).toMatch(/1 not read/u);
});

test.each([
  ["an answer without events", {}],
  ["an event without its record", { Events: [{ EventId: "x" }] }],
  ["a record that is no JSON", { Events: [{ CloudTrailEvent: "{" }] }],
])("%s is not taken for none", async (_, body) => {
  const { code } = await run((lookup) =>
    isSignIns(lookup) ? { body: JSON.stringify(body) } : page([]),
  );
  expect(code).toBe(2);
});

test.each([
  [["--from", "2026-01-14T00:00Z"], "--live needs --from and --to"],
  [["--from", "yesterday", "--to", "x"], "--from must be a time"],
  [["--from", "2026-01-14T00:00Z", "--to", "2026-01-14T00:00Z"], "must be before"],
  [[...times, "events.json"], "leave out events.json"],
])("fails with %j before AWS is asked", async (argv, problem) => {
  const { code, err, lookups } = await run(() => page([]), argv);
  expect({ code, lookups }).toEqual({ code: 2, lookups: [] });
  expect(err).toContain(problem);
  expect(server().asked).toEqual([]);
});

test.each([
  [[], "nothing to read"],
  [["--from", "2026-01-14T00:00Z", "a.json"], "--from needs --live"],
])("fails without --live with %j", async (argv, problem) => {
  const { code, err } = await capturedRun(["backtest", "--config", config, ...argv]);
  expect(code).toBe(2);
  expect(err).toContain(problem);
});
