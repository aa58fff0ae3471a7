import type { StackDocument } from "../../../src/coverage";
import { Side } from "../../../src/coverage/report/review/side";
import { objectIn } from "../../../src/json/value";
import type { SignInAlertsProps } from "../../../src/stacks";
import { everyChannel } from "../small-organization";
import { reviewed, rewriting, versionOf, type Edit } from "./review-of";

type Arguments = Readonly<Record<string, unknown>>;

/** Puts a resource of a team into the stack of the hub. */
function withOwn(type: string, values: Arguments): Edit {
  return changedHub((resources) => ({
    ...resources,
    [type]: {
      ...objectIn(resources[type]),
      team: { provider: "aws.eu-central-1", ...values },
    },
  }));
}

function changedHub(change: (resources: Arguments) => Arguments): Edit {
  return (stacks) =>
    stacks.map((stack): StackDocument =>
      stack.name === "signin-hub"
        ? {
            ...stack,
            document: { ...stack.document, resource: change(objectIn(stack.document["resource"])) },
          }
        : stack,
    );
}

const team = "arn:aws:sns:eu-central-1:222222222222:team";
const alarm = {
  alarm_name: "team-cpu",
  namespace: "AWS/EC2",
  metric_name: "CPUUtilization",
  comparison_operator: "GreaterThanThreshold",
  threshold: 80,
  period: 300,
  evaluation_periods: 1,
  statistic: "Average",
  alarm_actions: [team],
};

const own: readonly (readonly [type: string, values: Arguments])[] = [
  ["aws_cloudwatch_log_group", { name: "/team/app" }],
  ["aws_cloudwatch_dashboard", { dashboard_name: "team", dashboard_body: '{"widgets":[]}' }],
  ["aws_cloudwatch_metric_alarm", alarm],
  ["aws_sns_topic", { name: "team" }],
  ["aws_sqs_queue", { name: "team" }],
  ["aws_cloudwatch_event_rule", { name: "team-ec2", event_pattern: '{"source":["aws.ec2"]}' }],
  ["aws_cloudwatch_event_rule", { name: "team-daily", schedule_expression: "rate(1 day)" }],
  ["aws_cloudwatch_event_bus", { name: "team" }],
  ["aws_kms_key", { description: "of the team" }],
  ["aws_s3_bucket", { bucket: "files-of-the-team" }],
  ["aws_cloudwatch_query_definition", { name: "team", query_string: "fields @message" }],
  ["aws_cloudtrail", { name: "team", s3_bucket_name: "files-of-the-team" }],
];

test.each(own)("nothing is lost with a team's own %s: %j", (type, values) => {
  const { review, harmless } = reviewed(versionOf({}, withOwn(type, values)), versionOf());
  expect(review.losses).toHaveLength(1);
  expect(harmless).toBe(true);
});

/** A team's own topic, with a subscriber where there is one. */
function withTeam(endpoint: string | undefined): Edit {
  return changedHub((resources) => ({
    ...resources,
    aws_sns_topic: {
      ...objectIn(resources["aws_sns_topic"]),
      team: { provider: "aws.eu-central-1", name: "team" },
    },
    ...(endpoint !== undefined && {
      aws_sns_topic_subscription: {
        ...objectIn(resources["aws_sns_topic_subscription"]),
        team: { provider: "aws.eu-central-1", topic_arn: team, protocol: "email", endpoint },
      },
    }),
  }));
}

test.each([undefined, "others@example.com"])(
  "a recipient of a team's own topic that goes is notified of no alert less: then %p",
  (endpoint) => {
    const base = versionOf({}, withTeam("team@example.com"));
    const { review, harmless } = reviewed(base, versionOf({}, withTeam(endpoint)));
    expect(review.audience).toEqual({ removed: [], added: [] });
    expect(harmless).toBe(true);
  },
);

test("a recipient of a team's topic that an alarm of the path notifies counts", () => {
  const watching =
    (edit: Edit): Edit =>
    (stacks) =>
      rewriting((text) =>
        text.replace(/"alarm_actions":\[[^\]]*\]/u, () => `"alarm_actions":["${team}"]`),
      )(edit(stacks));
  const base = versionOf({}, watching(withTeam("team@example.com")));
  const { review, harmless } = reviewed(base, versionOf({}, watching(withTeam(undefined))));
  expect(review.audience.removed).toMatchObject([{ recipient: "email:team@example.com" }]);
  expect(harmless).toBe(false);
});

test("a team's own alarm that notifies the topic of operations watches", () => {
  const operations = "arn:aws:sns:eu-central-1:222222222222:signin-alerts-operations";
  const edit = withOwn("aws_cloudwatch_metric_alarm", { ...alarm, alarm_actions: [operations] });
  expect(reviewed(versionOf({}, edit), versionOf()).harmless).toBe(false);
});

test("the log group of the function is nothing that an alert passes", () => {
  const edit = changedHub((resources) => ({
    ...resources,
    aws_cloudwatch_log_group: Object.fromEntries(
      Object.entries(objectIn(resources["aws_cloudwatch_log_group"])).filter(
        ([name]) => !name.startsWith("formatter"),
      ),
    ),
    aws_lambda_function: Object.fromEntries(
      Object.entries(objectIn(resources["aws_lambda_function"])).map(([name, body]) => [
        name,
        { ...objectIn(body), depends_on: [] },
      ]),
    ),
  }));
  const { review, harmless } = reviewed(
    versionOf({ formatter: true }),
    versionOf({ formatter: true }, edit),
  );
  expect(review.losses.map(({ type }) => type)).toContain("aws_cloudwatch_log_group");
  expect(review.head.findings).toEqual([]);
  expect(harmless).toBe(true);
});

const organizations: readonly Partial<SignInAlertsProps>[] = [
  {},
  everyChannel,
  { trail: { type: "existing" }, hub: { account: "222222222222", region: "us-east-1" } },
];

test.each(organizations)("everything that is generated has to do with alerts: %j", (change) => {
  const version = versionOf(change);
  const side = new Side(version, version.inventory);
  expect(side.placed.length).toBeGreaterThan(50);
  expect(side.placed.filter((each) => !side.isNearThePath(each))).toEqual([]);
});
