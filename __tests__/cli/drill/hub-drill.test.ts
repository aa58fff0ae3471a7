import { drillSuite, stamp } from "./drill-world";

const { server, world, run } = drillSuite();
// A server is started for each test, and asked some dozen times.
jest.setTimeout(60_000);
const times = ["--from", "2026-11-20T08:00Z", "--to", "2026-11-20T08:15Z"];
const topics = ["signin-alerts", "signin-alerts-open"].map(
  (name) => `arn:aws:sns:eu-central-1:222222222222:${name}`,
);
const replayName = `REPLAY-drill-${stamp}`;

/** A replay that ends in a state, and what it makes. */
function replayed(state: string, alerts: () => void): void {
  world().faults = (operation) => {
    if (operation === "StartReplay") return { body: '{"State":"STARTING"}' };
    if (operation !== "DescribeReplay") return undefined;
    alerts();
    return { body: JSON.stringify({ State: state }) };
  };
}

test("the hub is drilled by a replay that is called a drill, without a sign-in", async () => {
  replayed("COMPLETED", () => {
    for (const topic of topics) world().publish(topic, `"Sign-in\\n${replayName}\\nAlert"`);
  });
  const { code, out, err } = await run(["--hub", "--yes", ...times]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain(`✓ 2 of 2 alerts arrived. ${replayName}, caused by a replay`);
  expect(world().federation.asked).toEqual([]);
  expect([...world().there]).toEqual([]);
});

test("only the topics of the chosen kinds are waited for", async () => {
  replayed("COMPLETED", () => {
    world().publish(topics[0] ?? "", `"${replayName}"`);
  });
  const { code } = await run(["--hub", "--yes", ...times, "--kind", "federated-sign-in"]);
  expect(code).toBe(0);
});

test("a topic to which nothing of the replay came is missing", async () => {
  replayed("COMPLETED", () => {
    world().publish(topics[0] ?? "", `"${replayName}"`);
  });
  const { code, out } = await run(["--hub", "--yes", "--wait", "1", ...times]);
  expect([code, out]).toEqual([1, expect.stringContaining("✖ 1 of 2 alerts arrived, 1 missing.")]);
});

test.each([
  [
    "a replay that FAILED",
    () => {
      replayed("FAILED", () => undefined);
    },
    /the replay is FAILED/,
  ],
  [
    "a replay that is denied",
    () => {
      world().faults = (operation) =>
        operation === "StartReplay"
          ? { status: 400, body: '{"__type":"AccessDeniedException"}' }
          : undefined;
    },
    /access denied: events:StartReplay is needed/,
  ],
])("after %s nothing is known, and nothing is left", async (_, prepare, reason) => {
  prepare();
  const { code, out } = await run(["--hub", "--yes", "--format", "json", ...times]);
  expect(code).toBe(2);
  expect(out).toMatch(reason);
  expect([...world().there]).toEqual([]);
});

describe("fails, before anything is asked of AWS,", () => {
  test.each([
    ["without a time range", ["--hub"], /--hub needs --from and --to/],
    [
      "for an account beside --hub",
      ["--hub", ...times, "--account", "x"],
      /--account cannot be combined with --hub/,
    ],
    ["for a time without --hub", times, /--from needs --hub/],
    [
      "for a kind that is misspelt",
      ["--hub", ...times, "--kind", "rot-sign-in"],
      /did you mean root-sign-in/,
    ],
    [
      "for an account that is not covered",
      ["--account", "999999999999"],
      /account 999999999999 is not in/,
    ],
    [
      "for a region that is not covered",
      ["--region", "eu-wst-1"],
      /region eu-wst-1 .* did you mean eu-west-1/,
    ],
    [
      "for all places at once",
      ["--account", "nobody", "--region", "eu-wst-1"],
      /account nobody .*; region eu-wst-1/,
    ],
    [
      "for a region that the account has not",
      ["--account", "sandbox", "--region", "eu-west-1"],
      /no account of sandbox is covered in eu-west-1/,
    ],
    ["for a role of no name", ["--drill-role", "a b"], /--drill-role must be the name of a role/],
    [
      "for a session name that AWS does not accept, before it asks",
      ["--session-name", "x"],
      /--session-name must be 2 to 64 .* not "x"/,
    ],
    ["for a pace of 0", ["--pace", "0"], /whole number from 1 to 3600/],
    ["without consent", [], /nothing was done: .* give --yes/],
  ])("%s", async (_, argv, message) => {
    const { code, out, err } = await run(argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(server().asked).toEqual([]);
  });
});

test("what will be done is said before it is asked for", async () => {
  const { err } = await run(["--account", "sandbox"], { typed: ["n"] });
  expect(err).toMatch(
    /^Signs in to the console 6 times, in 1 account, as the role signin-alerts-drill\. Creates a queue in the account 222222222222 .* Go on\? \[y\/N\] n/,
  );
});
