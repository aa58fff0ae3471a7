import * as cw from "@aws-sdk/client-cloudwatch";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as eb from "@aws-sdk/client-eventbridge";
import * as sns from "@aws-sdk/client-sns";
import * as sqs from "@aws-sdk/client-sqs";
import { bus, change, HUB, MANAGEMENT, queue, region, topic, type ChangeByHand } from "./by-hand";
import { changeTarget } from "./targets";

/** A policy with one statement more, for anybody. */
function opened(policy: string | undefined, action: string, resource: string): string {
  // Edge: what the server stored.
  const { Statement, ...rest } = JSON.parse(policy ?? "{}") as { Statement?: readonly object[] };
  const anybody = { Sid: "Anybody", Effect: "Allow", Principal: "*" };
  const added = { ...anybody, Action: action, Resource: resource };
  return JSON.stringify({ ...rest, Statement: [...(Statement ?? []), added] });
}

/** Settings that somebody changes, without removing anything: each of another resource. */
export const changedSettings: readonly ChangeByHand[] = [
  change("the text of a message is replaced", "message-differs", ({ events }) =>
    changeTarget(events, `${bus}-root-sign-in`, (found) => ({
      ...found,
      InputTransformer: { InputPathsMap: {}, InputTemplate: '"somebody signed in"' },
    })),
  ),
  change("an archive keeps fewer days", "archive-too-short", ({ events }) =>
    events.send(new eb.UpdateArchiveCommand({ ArchiveName: bus, RetentionDays: 1 })),
  ),
  change("an archive takes fewer events", "archive-incomplete", ({ events }) =>
    events.send(
      new eb.UpdateArchiveCommand({
        ArchiveName: bus,
        RetentionDays: 90,
        EventPattern: '{"source":["aws.signin"],"account":["999999999999"]}',
      }),
    ),
  ),
  change("a rule of the hub is deleted", "alert-rule-missing", async ({ events }) => {
    const Rule = `${bus}-failed-sign-in`;
    const { Targets = [] } = await events.send(
      new eb.ListTargetsByRuleCommand({ Rule, EventBusName: bus }),
    );
    const Ids = Targets.flatMap(({ Id }) => Id ?? []);
    await events.send(new eb.RemoveTargetsCommand({ Rule, EventBusName: bus, Ids }));
    await events.send(new eb.DeleteRuleCommand({ Name: Rule, EventBusName: bus }));
  }),
  change("anybody may send to the event bus", "open-to-strangers", async ({ events }) => {
    const { Policy, Arn = "" } = await events.send(new eb.DescribeEventBusCommand({ Name: bus }));
    const changed = opened(Policy, "events:PutEvents", Arn);
    await events.send(new eb.PutPermissionCommand({ EventBusName: bus, Policy: changed }));
  }),
  change("anybody may publish to a topic", "open-to-strangers", async ({ sns: client }) => {
    const TopicArn = topic(`${bus}-open`);
    const { Attributes } = await client.send(new sns.GetTopicAttributesCommand({ TopicArn }));
    await client.send(
      new sns.SetTopicAttributesCommand({
        TopicArn,
        AttributeName: "Policy",
        AttributeValue: opened(Attributes?.["Policy"], "sns:Publish", TopicArn),
      }),
    );
  }),
  change(
    "a queue keeps messages for a minute",
    "dead-letter-queue-settings",
    ({ sqs: client }) =>
      client.send(
        new sqs.SetQueueAttributesCommand({
          QueueUrl: queue(`${bus}-forward-dead-letters`, MANAGEMENT),
          Attributes: { MessageRetentionPeriod: "60" },
        }),
      ),
    MANAGEMENT,
  ),
  change("a dashboard is replaced", "dashboard-differs", ({ cloudwatch }) =>
    cloudwatch.send(
      new cw.PutDashboardCommand({ DashboardName: bus, DashboardBody: '{"widgets":[]}' }),
    ),
  ),
  change("an alarm notifies nobody", "alarm-without-action", async ({ cloudwatch }) => {
    const { MetricAlarms: [found] = [] } = await cloudwatch.send(
      new cw.DescribeAlarmsCommand({ AlarmNames: [`${bus}-hub-failed-invocations`] }),
    );
    if (found === undefined) throw new Error("there is no such alarm");
    const rest = { ...found };
    // Edge: what is described is what is put, but for what AWS adds.
    const put = { ...rest, AlarmActions: [], OKActions: [] } as cw.PutMetricAlarmCommandInput;
    await cloudwatch.send(new cw.PutMetricAlarmCommand(put));
  }),
  change(
    "a metric filter counts something else",
    "guard-differs",
    async ({ logs: client }) => {
      const { metricFilters: [found] = [] } = await client.send(
        new logs.DescribeMetricFiltersCommand({
          logGroupName: `${bus}-trail`,
          filterNamePrefix: `${bus}-failed-console-sign-ins`,
        }),
      );
      await client.send(
        new logs.PutMetricFilterCommand({
          logGroupName: `${bus}-trail`,
          filterName: found?.filterName,
          filterPattern: '{ $.eventName = "Nothing" }',
          metricTransformations: found?.metricTransformations,
        }),
      );
    },
    MANAGEMENT,
  ),
  change("a queue of another account's place is named", "dead-letter-queue-missing", ({ events }) =>
    changeTarget(events, `${bus}-iam-user-sign-in`, (found) => ({
      ...found,
      DeadLetterConfig: { Arn: `arn:aws:sqs:${region}:${HUB}:not-there` },
    })),
  ),
];
