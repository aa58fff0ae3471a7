import * as cw from "@aws-sdk/client-cloudwatch";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as eb from "@aws-sdk/client-eventbridge";
import { bus, change, MANAGEMENT, type ChangeByHand, type Clients } from "./by-hand";

async function alarm(cloudwatch: Clients["cloudwatch"], name: string): Promise<cw.MetricAlarm> {
  const { MetricAlarms: [found] = [] } = await cloudwatch.send(
    new cw.DescribeAlarmsCommand({ AlarmNames: [name] }),
  );
  if (found === undefined) throw new Error(`there is no alarm ${name}`);
  return found;
}

function raisedLater(found: cw.MetricAlarm): cw.PutMetricAlarmCommandInput {
  const { AlarmName, ComparisonOperator, TreatMissingData, AlarmActions, Metrics } = found;
  const { Namespace, MetricName, Statistic, Period, Dimensions, DatapointsToAlarm } = found;
  return {
    AlarmName,
    ComparisonOperator,
    TreatMissingData,
    AlarmActions,
    EvaluationPeriods: found.EvaluationPeriods,
    DatapointsToAlarm,
    Threshold: 1000,
    ...(Metrics && Metrics.length > 0
      ? { Metrics }
      : { Namespace, MetricName, Statistic, Period, Dimensions }),
  };
}

/** What watches the path. */
export const changedWatch: readonly ChangeByHand[] = [
  change("an alarm is deleted", "guard-missing", ({ cloudwatch }) =>
    cloudwatch.send(new cw.DeleteAlarmsCommand({ AlarmNames: [`${bus}-hub-lost`] })),
  ),
  change("the actions of an alarm are disabled", "alarm-without-action", ({ cloudwatch }) =>
    cloudwatch.send(new cw.DisableAlarmActionsCommand({ AlarmNames: [`${bus}-undelivered`] })),
  ),
  change("an alarm is raised later", "guard-differs", async ({ cloudwatch }) => {
    const found = await alarm(cloudwatch, `${bus}-open-undelivered`);
    await cloudwatch.send(new cw.PutMetricAlarmCommand(raisedLater(found)));
  }),
  change("an alarm is raised", "alarm-raised", ({ cloudwatch }) =>
    cloudwatch.send(
      new cw.SetAlarmStateCommand({
        AlarmName: `${bus}-hub-dead-letters`,
        StateValue: "ALARM",
        StateReason: "by hand",
      }),
    ),
  ),
  change("an alarm has no data", "alarm-without-data", ({ cloudwatch }) =>
    cloudwatch.send(
      new cw.SetAlarmStateCommand({
        AlarmName: `${bus}-hub-failed-invocations`,
        StateValue: "INSUFFICIENT_DATA",
        StateReason: "by hand",
      }),
    ),
  ),
  change("a dashboard is deleted", "dashboard-differs", ({ cloudwatch }) =>
    cloudwatch.send(new cw.DeleteDashboardsCommand({ DashboardNames: [bus] })),
  ),
  change("an archive is deleted", "archive-missing", ({ events }) =>
    events.send(new eb.DeleteArchiveCommand({ ArchiveName: bus })),
  ),
  change(
    "a metric filter is deleted",
    "guard-missing",
    ({ logs: client }) =>
      client.send(
        new logs.DeleteMetricFilterCommand({
          logGroupName: `${bus}-trail`,
          filterName: `${bus}-console-sign-ins`,
        }),
      ),
    MANAGEMENT,
  ),
  change("a log group keeps less", "bus-logs-too-short", ({ logs: client }) =>
    client.send(
      new logs.PutRetentionPolicyCommand({
        logGroupName: `/aws/vendedlogs/events/event-bus/${bus}`,
        retentionInDays: 1,
      }),
    ),
  ),
];
