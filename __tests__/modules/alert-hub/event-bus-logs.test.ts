import { AlertHub, type AlertHubProps } from "../../../modules";
import type { StackContents } from "../../stacks/stack-contents";
import { contentsOf, defaultKinds, HUB, ORGANIZATION, REGION } from "../one-stack";

const kinds = defaultKinds.filter(({ name }) => name === "root-sign-in");
const routes = [{ topicArn: `arn:aws:sns:${REGION}:${HUB}:t`, kinds }];

function hub(props: Partial<AlertHubProps>): StackContents {
  return contentsOf((stack, provider) => {
    new AlertHub(stack, "hub", {
      provider,
      place: { account: HUB, region: REGION },
      organizationId: ORGANIZATION,
      namePrefix: "alerts",
      routes,
      ...props,
    });
  });
}

const types = [
  "aws_cloudwatch_log_group",
  "aws_cloudwatch_log_delivery",
  "aws_cloudwatch_log_delivery_source",
  "aws_cloudwatch_log_delivery_destination",
  "aws_cloudwatch_query_definition",
];

test("the bus writes no logs unless days are given", () => {
  const without = hub({});
  for (const type of types) expect(without.ofType(type)).toEqual([]);
  expect(without.only("aws_cloudwatch_event_bus").values).not.toHaveProperty("log_config");
});

test("the bus writes each delivery, and no event", () => {
  const { values } = hub({ logRetentionDays: 7 }).only("aws_cloudwatch_event_bus");
  expect(values["log_config"]).toEqual({ level: "INFO", include_detail: "NONE" });
});

test("both sorts of record go from the bus to a log group, one delivery after the other", () => {
  const logged = hub({ logRetentionDays: 7 });
  const group = logged.only("aws_cloudwatch_log_group");
  expect(group.values).toMatchObject({
    name: "/aws/vendedlogs/events/event-bus/alerts",
    retention_in_days: 7,
  });
  const destination = logged.only("aws_cloudwatch_log_delivery_destination", "alerts-hub");
  expect(destination.values["delivery_destination_configuration"]).toEqual([
    { destination_resource_arn: `\${${group.address}.arn}` },
  ]);
  const sources = logged.ofType("aws_cloudwatch_log_delivery_source");
  expect(sources.map(({ values }) => [values["name"], values["log_type"]])).toEqual([
    ["alerts-hub-error", "ERROR_LOGS"],
    ["alerts-hub-info", "INFO_LOGS"],
  ]);
  const bus = logged.only("aws_cloudwatch_event_bus");
  for (const { values } of sources) {
    expect(logged.referenced(values["resource_arn"], "arn")).toBe(bus);
  }
  const [error, info] = logged.ofType("aws_cloudwatch_log_delivery");
  const policy = logged.only("aws_cloudwatch_log_resource_policy").address;
  expect(info?.values["depends_on"]).toEqual([policy]);
  expect(error?.values["depends_on"]).toEqual([policy, info?.address]);
  for (const each of [error, info]) {
    const arn = each?.values["delivery_destination_arn"];
    expect(logged.referenced(arn, "arn")).toBe(destination);
  }
});

test("the log group lets logs of this bus be delivered, and nothing else write", () => {
  const { values } = hub({ logRetentionDays: 7 }).only("aws_cloudwatch_log_resource_policy");
  const source = `arn:aws:logs:${REGION}:${HUB}:delivery-source:alerts-hub`;
  expect(values["policy_name"]).toBe("alerts-hub-logs");
  expect(JSON.parse(String(values["policy_document"]))).toEqual({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "EventBusWritesLogs",
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `arn:aws:logs:${REGION}:${HUB}:log-group:/aws/vendedlogs/events/event-bus/alerts:log-stream:*`,
        Condition: {
          StringEquals: { "aws:SourceAccount": HUB },
          ArnLike: { "aws:SourceArn": [`${source}-info`, `${source}-error`] },
        },
      },
    ],
  });
});

test.each([
  ["days that CloudWatch Logs does not offer", { logRetentionDays: 8 }, /got: 8/],
  ["0 days, which would be for ever", { logRetentionDays: 0 }, /got: 0/],
  [
    "a bus that exists already, whose level is its owner's",
    {
      logRetentionDays: 7,
      existingBus: { name: "theirs", arn: `arn:aws:events:${REGION}:${HUB}:event-bus/theirs` },
    },
    /needs a bus that is created here/,
  ],
  [
    "names that are too long",
    { logRetentionDays: 7, namePrefix: "p".repeat(51) },
    /at most 50 characters for logs of the event bus, got: 51/,
  ],
])("fails for %s", (_, props, message) => {
  expect(() => hub(props)).toThrow(message);
});
