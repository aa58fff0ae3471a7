import { MEMBER } from "../coverage/small-organization";
import { backtestOf, backtestOfRecords, recordOf } from "./records";

function at(kind: string, ...times: readonly string[]) {
  return times.map((eventTime, i) => recordOf(kind, `${kind} ${eventTime} ${i}`, { eventTime }));
}

test("alerts are counted by day in UTC, kind and route, worst first", async () => {
  const { alerts, days } = await backtestOfRecords([
    ...at("iam-user-sign-in", "2026-03-02T00:00:00Z"),
    ...at("failed-sign-in", "2026-03-01T23:59:59Z", "2026-03-01T00:00:00Z"),
    ...at("root-sign-in", "2026-03-02T23:59:59.500Z"),
  ]);
  expect(days).toEqual({ first: "2026-03-01", last: "2026-03-02" });
  expect(alerts).toEqual([
    { day: "2026-03-01", kind: "failed-sign-in", severity: "high", route: "open", alerts: 2 },
    { day: "2026-03-02", kind: "root-sign-in", severity: "critical", route: "default", alerts: 1 },
    {
      day: "2026-03-02",
      kind: "iam-user-sign-in",
      severity: "medium",
      route: "default",
      alerts: 1,
    },
  ]);
});

test("a recipient of two routes gets a message by each, and an address is one whatever its case", async () => {
  const { recipients } = await backtestOfRecords(
    [
      ...at("root-sign-in", "2026-03-01T10:00:00Z", "2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z"),
      ...at("iam-user-sign-in", "2026-03-01T10:00:00Z"),
    ],
    {
      routes: [
        { name: "severe", minSeverity: "critical", recipients: ["A@example.com"] },
        { name: "all", recipients: ["a@example.com", "https://events.example.com/secret-key"] },
      ],
    },
  );
  expect(recipients).toEqual([
    {
      recipient: "A@example.com",
      routes: ["all", "severe"],
      messages: 7,
      most: 4,
      day: "2026-03-02",
    },
    {
      recipient: expect.stringMatching(/^events\.example\.com#[0-9a-f]{8}$/u) as string,
      routes: ["all"],
      messages: 4,
      most: 2,
      day: "2026-03-01",
    },
  ]);
});

test("one event in several forms counts once, and events without an id count each", async () => {
  const record = recordOf("root-sign-in", "same");
  const unnamed = { ...record, eventID: undefined };
  const lines = [{ Records: [record] }, { Events: [{ CloudTrailEvent: JSON.stringify(record) }] }];
  const text = [...lines, unnamed, unnamed].map((each) => JSON.stringify(each)).join("\n");
  expect(await backtestOf(text)).toMatchObject({ records: 4, repeated: 1, alerted: 3 });
});

test("the same id in two accounts is two events", async () => {
  const records = [
    recordOf("root-sign-in", "1"),
    recordOf("root-sign-in", "1", { recipientAccountId: "111111111111" }),
  ];
  expect(await backtestOfRecords(records)).toMatchObject({ repeated: 0, alerted: 2 });
});

const until = "2027-11-30";
const ignore = [
  { accounts: [MEMBER], kinds: ["federated-sign-in"], until, reason: "tests" },
  { sourceCidr: "198.51.100.0/24", kinds: ["federated-sign-in"], until, reason: "the office" },
  { accounts: ["111111111111"], kinds: ["sso-sign-in"], until, reason: "nothing" },
];

test("what ignore leaves out is counted by entry, each that would do it, and once in all", async () => {
  const records = [
    ...at("federated-sign-in", "2026-03-01T10:00:00Z"),
    recordOf("federated-sign-in", "elsewhere", { sourceIPAddress: "203.0.113.9" }),
    ...at("root-sign-in", "2026-03-01T10:00:00Z"),
  ];
  const result = await backtestOfRecords(records, { ignore });
  expect(result).toMatchObject({ ignoredEvents: 2, alerted: 1, silent: [] });
  expect(result.ignored).toEqual([
    { entry: 1, note: `tests, until ${until}`, events: 2 },
    { entry: 2, note: `the office, until ${until}`, events: 1 },
    { entry: 3, note: `nothing, until ${until}`, events: 0 },
  ]);
});

test("why a sign-in has no alert is said, gaps first", async () => {
  const place = (id: string, more: Readonly<Record<string, string>>) =>
    recordOf("root-sign-in", id, more);
  const { silent } = await backtestOfRecords(
    [
      ...at("role-switch", "2026-03-01T10:00:00Z", "2026-03-01T11:00:00Z"),
      place("joined", { recipientAccountId: "999999999999" }),
      place("region", { awsRegion: "eu-west-1" }),
      place("reads", { readOnly: "true" }),
      recordOf("iam-user-sign-in", "x"),
    ],
    { kinds: { "role-switch": "off", "iam-user-sign-in": "off" } },
  );
  expect(silent.map(({ reason, onPurpose, events }) => [reason, onPurpose, events])).toEqual([
    ["account 333333333333 is not covered in eu-west-1", false, 1],
    ["account 999999999999 is not in the configuration", false, 1],
    ["it is a read-only event, and no rule of the hub that asks for these matches it", false, 1],
    ["the kind role-switch is off", true, 2],
    ["the kind iam-user-sign-in is off", true, 1],
  ]);
  expect(silent[3]?.example).toEqual({
    file: "standard input",
    line: 1,
    time: "2026-03-01T10:00:00Z",
    eventName: "SwitchRole",
  });
});

test("an alert that is accepted as not routed is on purpose, and one that is not is none", async () => {
  const routes = [{ name: "root", kinds: ["root-sign-in"], recipients: ["a@example.com"] }];
  const records = [
    ...at("iam-user-sign-in", "2026-03-01T10:00:00Z"),
    ...at("sso-sign-in", "2026-03-01T10:00:00Z"),
  ];
  const acceptUnrouted = [{ kinds: ["sso-sign-in"], reason: "too many" }];
  const { silent } = await backtestOfRecords(records, { routes, acceptUnrouted });
  expect(silent.map(({ kind, onPurpose }) => [kind, onPurpose])).toEqual([
    ["iam-user-sign-in", false],
    ["sso-sign-in", true],
  ]);
});

function burst(kind: string, count: number, milliseconds: number) {
  const begin = Date.parse("2026-03-01T10:00:00Z");
  return at(
    kind,
    ...Array.from({ length: count }, (_, i) => new Date(begin + i * milliseconds).toISOString()),
  );
}

test("ten mails of a second are a flood, nine are none", async () => {
  expect((await backtestOfRecords(burst("failed-sign-in", 9, 100))).floods).toEqual([]);
  const { floods } = await backtestOfRecords(burst("failed-sign-in", 10, 100));
  expect(floods).toMatchObject([
    {
      route: "open",
      seconds: 1,
      worstSecond: { time: "2026-03-01T10:00:00Z", messages: 10 },
      minutes: 0,
    },
  ]);
});

test("a flood of one topic is none of another", async () => {
  const records = [...burst("failed-sign-in", 6, 100), ...burst("root-sign-in", 6, 100)];
  expect((await backtestOfRecords(records)).floods).toEqual([]);
});

test("more messages of a minute than wanted are named", async () => {
  const records = burst("root-sign-in", 11, 5_000);
  expect((await backtestOfRecords(records, {}, 11)).floods).toEqual([]);
  expect((await backtestOfRecords(records, {}, 10)).floods).toMatchObject([
    { route: "default", seconds: 0, minutes: 1, worstMinute: { messages: 11 } },
  ]);
});

test("a queue is not flooded, and a topic that exists may have mailboxes", async () => {
  const records = burst("root-sign-in", 20, 10);
  const of = (route: object) =>
    backtestOfRecords(records, { routes: [{ name: "all", ...route }] }).then(
      ({ floods }) => floods,
    );
  expect(await of({ recipients: ["arn:aws:sqs:eu-central-1:222222222222:alerts"] })).toEqual([]);
  expect(await of({ topicArn: "arn:aws:sns:eu-central-1:222222222222:pager" })).toHaveLength(1);
});
