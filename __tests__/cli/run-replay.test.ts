import { jsonError } from "../live/stand-in";
import { described, hub, name, replaySuite } from "./replay-run";

const { server, run } = replaySuite();

const { region } = hub.place;

test("a replay is started in the account of the hub and followed to its end", async () => {
  const lastEvent = Date.UTC(2026, 10, 20, 8, 17, 5) / 1000;
  const { code, out, err, sent } = await run({
    DescribeReplay: [
      described("RUNNING"),
      described("COMPLETED", { EventLastReplayedTime: lastEvent }),
    ],
  });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toBe(
    `${name}: COMPLETED\nThe last event that was sent is of 2026-11-20T08:17:05Z.\n`,
  );
  expect(sent.map((body) => JSON.parse(body) as unknown)).toEqual([
    {
      ReplayName: name,
      EventSourceArn: hub.busArn.replace("event-bus/", "archive/"),
      EventStartTime: Date.UTC(2026, 10, 20, 8) / 1000,
      EventEndTime: Date.UTC(2026, 10, 20, 9) / 1000,
      Destination: { Arn: hub.busArn },
    },
  ]);
  expect(server().asked).toEqual([
    "GetCallerIdentity",
    "AssumeRole",
    "StartReplay",
    "DescribeReplay",
    "DescribeReplay",
  ]);
});

test("a replay of kinds names their rules", async () => {
  const { sent } = await run({}, ["--yes", "--kind", "root-sign-in"]);
  const { Destination } = JSON.parse(sent[0] ?? "") as {
    Destination: { FilterArns: readonly string[] };
  };
  expect(Destination.FilterArns).toEqual([expect.stringMatching(/root-sign-in$/)]);
});

test("JSON has what was asked for and how it ended", async () => {
  const { out } = await run({}, ["--yes", "--format", "json"]);
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    name,
    ended: { end: "ended", state: "COMPLETED" },
  });
});

test.each([
  ["FAILED", "AWS has lost it"],
  ["CANCELLED", undefined],
])("a replay that is %s at its end is a gap", async (state, reason) => {
  const { code, out } = await run({
    DescribeReplay: [described(state, { StateReason: reason })],
  });
  expect(code).toBe(1);
  expect(out.split("\n")[0]).toBe(`${name}: ${state}${reason ? ` (${reason})` : ""}`);
});

test("it waits ten seconds between two questions", async () => {
  const waited: number[] = [];
  await run({ DescribeReplay: [described("STARTING"), described("COMPLETED")] }, ["--yes"], {
    wait: (milliseconds) => waited.push(milliseconds),
  });
  expect(waited).toEqual([10_000, 10_000]);
});

test("whoever interrupts is told that it goes on, and how to cancel it", async () => {
  const controller = new AbortController();
  const { code, out } = await run({ DescribeReplay: [described("RUNNING")] }, ["--yes"], {
    signal: controller.signal,
    wait: () => {
      controller.abort();
    },
  });
  expect(code).toBe(2);
  expect(out).toContain("It goes on by itself. To cancel it:\n");
  expect(out).toContain(`aws events cancel-replay --region ${region} --replay-name ${name}\n`);
});

describe("before it acts", () => {
  test("it asks a person", async () => {
    const { code, out, err } = await run({}, [], { typed: ["y"] });
    expect([code, out]).toEqual([0, expect.stringContaining("COMPLETED")]);
    expect(err).toMatch(/recipients are notified again\. Go on\? \[y\/N\] y/);
  });

  test.each([[""], ["no"], ["yesterday"]])("'%s' is no consent", async (typed) => {
    const { code, err } = await run({}, [], { typed: [typed] });
    expect([code, err.endsWith("signin-alerts: nothing was done\n")]).toEqual([2, true]);
    expect(server().asked).toEqual([]);
  });

  test("it refuses where nobody can be asked", async () => {
    const { code, err } = await run({}, []);
    expect([code, err]).toEqual([2, expect.stringMatching(/nothing was done: .*give --yes/)]);
    expect(server().asked).toEqual([]);
  });
});

test("the same replay that runs already is followed", async () => {
  const { code, out } = await run({
    StartReplay: [jsonError("ResourceAlreadyExistsException", "exists")],
    DescribeReplay: [described("RUNNING"), described("COMPLETED")],
  });
  expect([code, out.split("\n")[0]]).toEqual([0, `${name}: COMPLETED`]);
});

test("an end that AWS no longer tells is not known, with how to ask for it", async () => {
  const { code, out } = await run({ DescribeReplay: [jsonError("AccessDeniedException")] });
  expect(code).toBe(2);
  expect(out).toContain(
    "How it stands is not known: access denied: events:DescribeReplay is needed",
  );
  expect(out).toContain(`aws events describe-replay --region ${region} --replay-name ${name}`);
  expect(server().asked.filter((each) => each === "DescribeReplay")).toHaveLength(3);
});

test("an answer that is lost in between changes nothing", async () => {
  const lost = jsonError("ThrottlingException");
  const { code } = await run({
    DescribeReplay: [lost, lost, described("RUNNING"), lost, lost, described("COMPLETED")],
  });
  expect(code).toBe(0);
});
