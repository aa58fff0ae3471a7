import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  GetDashboardCommand,
  type MetricAlarm,
  type MetricDataQuery,
} from "@aws-sdk/client-cloudwatch";
import { AwsQueryProtocol } from "@aws-sdk/core/protocols";
import type { FoundResource } from "../../coverage";
import type { ValueObject } from "../../coverage/inventory/value";
import type { Here } from "../here";
import type { Service } from "../service";
import { foundAt, readEach, type Facts } from "./found";
import { alarmFindings, mutedFindings } from "./live-findings";

/** CloudWatch, as this folder asks it about alarms. */
export const cloudwatch: Service<CloudWatchClient> = {
  prefix: "cloudwatch",
  // CloudWatch speaks several protocols; servers in the place of AWS know its oldest.
  create: (settings) => new CloudWatchClient({ ...settings, protocol: AwsQueryProtocol }),
};

/** The alarms whose names begin with a text; none where they are not known, which is said beside it. */
export async function alarmsOf(here: Here, prefix: string): Promise<readonly MetricAlarm[]> {
  const alarms = await here.pages({
    service: cloudwatch,
    operation: "DescribeAlarms",
    send: (client, NextToken) =>
      client.send(
        new DescribeAlarmsCommand({
          AlarmNamePrefix: prefix,
          AlarmTypes: ["MetricAlarm"],
          MaxRecords: 100,
          NextToken,
        }),
      ),
    result: ({ MetricAlarms }) => MetricAlarms,
    next: ({ NextToken }) => NextToken,
  });
  return alarms.state === "known" ? alarms.value : [];
}

/** An alarm as Terraform has it, its state, and what mutes it. @param mutedBy - names of mute rules */
export function alarmFacts(here: Here, alarm: MetricAlarm, mutedBy?: readonly string[]): Facts {
  const resource = foundAlarm(here, alarm);
  const findings = [
    ...alarmFindings(resource, alarm.StateValue, alarm.EvaluationState),
    ...mutedFindings(resource, mutedBy),
  ];
  return { resources: [resource], findings };
}

function foundAlarm(here: Here, alarm: MetricAlarm): FoundResource {
  return foundAt(here, "aws_cloudwatch_metric_alarm", alarm.AlarmName ?? "", {
    alarm_name: alarm.AlarmName,
    arn: alarm.AlarmArn,
    actions_enabled: alarm.ActionsEnabled,
    alarm_actions: alarm.AlarmActions,
    ok_actions: alarm.OKActions,
    insufficient_data_actions: alarm.InsufficientDataActions,
    comparison_operator: alarm.ComparisonOperator,
    threshold: alarm.Threshold,
    threshold_metric_id: alarm.ThresholdMetricId,
    treat_missing_data: alarm.TreatMissingData,
    evaluation_periods: alarm.EvaluationPeriods,
    datapoints_to_alarm: alarm.DatapointsToAlarm,
    namespace: alarm.Namespace,
    metric_name: alarm.MetricName,
    dimensions: dimensionsOf(alarm.Dimensions),
    statistic: alarm.Statistic,
    extended_statistic: alarm.ExtendedStatistic,
    period: alarm.Period,
    unit: alarm.Unit,
    metric_query: alarm.Metrics?.map(metricQuery),
  });
}

function metricQuery(query: MetricDataQuery): ValueObject {
  const { MetricStat: stat } = query;
  return {
    id: query.Id,
    expression: query.Expression,
    period: query.Period,
    return_data: query.ReturnData ?? false,
    account_id: query.AccountId,
    ...(stat && {
      metric: [
        {
          namespace: stat.Metric?.Namespace,
          metric_name: stat.Metric?.MetricName,
          dimensions: dimensionsOf(stat.Metric?.Dimensions),
          period: stat.Period,
          stat: stat.Stat,
          unit: stat.Unit,
        },
      ],
    }),
  };
}

function dimensionsOf(
  dimensions: readonly {
    readonly Name?: string | undefined;
    readonly Value?: string | undefined;
  }[] = [],
): ValueObject {
  return Object.fromEntries(dimensions.map(({ Name = "", Value }) => [Name, Value]));
}

/** The dashboards of these names. */
export async function readDashboards(
  here: Here,
  names: readonly string[],
): Promise<readonly FoundResource[]> {
  const dashboards = await readEach(names, async (DashboardName) => {
    const body = await here.ask({
      service: cloudwatch,
      operation: "GetDashboard",
      send: (client) => client.send(new GetDashboardCommand({ DashboardName })),
      result: ({ DashboardBody }) => DashboardBody,
    });
    if (body.state !== "known") return [];
    const values = { dashboard_name: DashboardName, dashboard_body: body.value };
    return [foundAt(here, "aws_cloudwatch_dashboard", DashboardName, values)];
  });
  return dashboards.flat();
}
