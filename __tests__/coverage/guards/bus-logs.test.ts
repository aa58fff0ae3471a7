import { findingRules } from "../../../src/coverage";
import { after, foundIn, plain, type Change } from "../every-rule/raise";
import { expected, HUB, HUB_REGION, stacksOf } from "../small-organization";

const BUS = "aws_cloudwatch_event_bus";
const GROUP = "aws_cloudwatch_log_group";
const SOURCE = "aws_cloudwatch_log_delivery_source";
const DESTINATION = "aws_cloudwatch_log_delivery_destination";
const DELIVERY = "aws_cloudwatch_log_delivery";
const POLICY = "aws_cloudwatch_log_resource_policy";
const place = `${HUB_REGION}:${HUB}`;

const changed = (type: string, name: RegExp, change: Change) =>
  foundIn(after(type, name, change)).map(({ rule, detail }) => [rule, detail]);

/** What Terraform itself would say where something is taken away. */
const ofTerraform = new Set(["reference-dangling", "value-unknown"]);

const inPolicy =
  (from: string, to: string): Change =>
  (body) => ({ ...body, policy_document: String(body["policy_document"]).replaceAll(from, to) });

test("the logs that are generated have no finding", () => {
  expect(foundIn(plain)).toEqual([]);
});

test.each<[string, string, RegExp, Change]>([
  ["longer", GROUP, /Logs/, { retention_in_days: 60 }],
  ["for ever", GROUP, /Logs/, { retention_in_days: 0 }],
  ["for ever, as AWS does where nothing is said", GROUP, /Logs/, { retention_in_days: null }],
  ["with each step", BUS, /./, { log_config: { level: "TRACE", include_detail: "NONE" } }],
  [
    "without detail, as AWS does where nothing is said",
    BUS,
    /./,
    { log_config: { level: "INFO" } },
  ],
  ["by sources of other names", SOURCE, /./, (body) => ({ ...body, tags: { a: "b" } })],
  [
    "by the ARN that ends as CloudWatch Logs shows it",
    DESTINATION,
    /./,
    {
      delivery_destination_configuration: {
        destination_resource_arn: `arn:aws:logs:${place}:log-group:/aws/vendedlogs/events/event-bus/signin-alerts:*`,
      },
    },
  ],
  ["from any source of the account", POLICY, /Logs/, inPolicy("-hub-info", "-*")],
])("logs that are kept %s are as good", (_, type, name, change) => {
  expect(changed(type, name, change)).toEqual([]);
});

const missing = "bus-logs-missing";
test.each<[string, string, RegExp, Change, string, RegExp]>([
  ["are off", BUS, /./, { log_config: null }, missing, /level is OFF, it should be INFO/],
  ["have failures alone", BUS, /./, { log_config: { level: "ERROR" } }, missing, /is ERROR/],
  [
    "hold the events",
    BUS,
    /./,
    { log_config: { level: "INFO", include_detail: "FULL" } },
    "bus-logs-detail",
    /FULL/,
  ],
  [
    "have no log group",
    GROUP,
    /Logs/,
    undefined,
    missing,
    /:log-group:\/aws\/vendedlogs\/events\/event-bus\/signin-alerts$/,
  ],
  [
    "are kept for a day less",
    GROUP,
    /Logs/,
    { retention_in_days: 14 },
    "bus-logs-too-short",
    /14 .* 30/,
  ],
  [
    "have no source of failures",
    SOURCE,
    /ERROR/,
    undefined,
    missing,
    /^ERROR_LOGS of \S+: no delivery source beside it$/,
  ],
  [
    "have two sources of failures",
    SOURCE,
    /INFO/,
    { log_type: "ERROR_LOGS" },
    missing,
    /^INFO_LOGS of/,
  ],
  [
    "are of another bus",
    SOURCE,
    /INFO/,
    { resource_arn: `arn:aws:events:${place}:event-bus/other` },
    missing,
    /^INFO_LOGS of \S+: no delivery source beside it$/,
  ],
  ["are not delivered", DELIVERY, /INFO/, undefined, missing, /^INFO_LOGS of \S+: no delivery$/],
  [
    "are delivered from elsewhere",
    DELIVERY,
    /INFO/,
    { delivery_source_name: "x" },
    missing,
    /INFO_LOGS/,
  ],
  [
    "may come for another account",
    POLICY,
    /Logs/,
    inPolicy(HUB, "999999999999"),
    "bus-logs-denied",
    /./,
  ],
])("logs that %s are one finding", (_, type, name, change, rule, detail) => {
  const found = changed(type, name, change).filter(([each = ""]) => !ofTerraform.has(each));
  expect(new Set(found.map(([each]) => each))).toEqual(new Set([rule]));
  expect(found[0]?.[1]).toMatch(detail);
});

test("all that goes to another log group are warnings, as no alert depends on it", () => {
  const found = changed(DESTINATION, /./, {
    delivery_destination_configuration: [
      { destination_resource_arn: `arn:aws:logs:${place}:log-group:other` },
    ],
  });
  expect(found.map(([rule]) => rule)).toEqual([missing, missing]);
  for (const rule of ["bus-logs-missing", "bus-logs-denied", "bus-logs-too-short"] as const) {
    expect(findingRules[rule].severity).toBe("warning");
  }
});

test("without logs in the configuration a log group that is there is left over", () => {
  const without = { hub: { account: HUB, region: HUB_REGION, logRetentionDays: 0 } };
  const none = { ...expected, ...logsOf(0) };
  expect(foundIn(stacksOf(without), none)).toEqual([]);
  expect(foundIn(plain, none).map(({ rule }) => rule)).toContain("stale-resource");
});

function logsOf(days: number) {
  if (!expected.busLogs) throw new Error("the organization has logs");
  const isOfLogs = (name: string) => /\/(?:deliveries|failures|slowest)$/u.test(name);
  const guards = expected.guards?.map((each) => ({
    ...each,
    queries: each.queries.filter(({ name }) => !isOfLogs(name)),
    dashboards: [],
  }));
  return { busLogs: { ...expected.busLogs, days }, ...(guards && { guards }) };
}

test.each([
  ["exactly", ":*", ":*"],
  ["by a wildcard", "/event-bus/signin-alerts:", "/event-*:"],
  ["without its streams", "signin-alerts:*", "signin-alerts"],
])("of the policies of a place, the one that names the log group %s is named", (_, from, to) => {
  const found = foundIn(
    after(POLICY, /Logs/, (body) => ({
      ...body,
      policy_document: String(body["policy_document"])
        .replaceAll("delivery.logs", "events")
        .replaceAll(from, to),
    })),
  );
  expect(found.map(({ rule, resource }) => [rule, resource?.address])).toEqual([
    ["bus-logs-denied", expect.stringMatching(/Logs/)],
  ]);
});
