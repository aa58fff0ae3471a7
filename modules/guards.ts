import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard";
import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmConfig,
  type CloudwatchMetricAlarmMetricQuery,
} from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { CloudwatchQueryDefinition } from "@cdktf/provider-aws/lib/cloudwatch-query-definition";
import { Token, type ITerraformDependable, type TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { parseArn, type Place } from "../src/aws";
import type { Alarm, Dashboard, Guards, SavedQuery } from "../src/guards";

/** Where alarms are created, and which topic they notify. */
export interface AlarmProps {
  /** Provider of the account and region of `place`. */
  readonly provider: TerraformProvider;
  /** Account and region of what the alarm watches. */
  readonly place: Place;
  /** ARN of a topic in the same account and region that CloudWatch may publish to. */
  readonly topicArn: string;
}

type Query = CloudwatchMetricAlarmMetricQuery;

function watching({ watched, period }: Alarm): Partial<CloudwatchMetricAlarmConfig> {
  if ("metric" in watched) {
    const { namespace, name, dimensions } = watched.metric;
    return {
      namespace,
      metricName: name,
      ...(dimensions && { dimensions }),
      statistic: watched.statistic,
      period,
    };
  }
  if ("query" in watched) {
    return {
      metricQuery: [{ id: "counted", expression: watched.query, period, returnData: true }],
    };
  }
  const metrics = Object.entries(watched.metrics).map(
    ([id, { namespace, name, dimensions }]): Query => ({
      id,
      metric: {
        namespace,
        metricName: name,
        ...(dimensions && { dimensions }),
        period,
        stat: "Sum",
      },
      returnData: false,
    }),
  );
  return {
    metricQuery: [{ id: "counted", expression: watched.expression, returnData: true }, ...metrics],
  };
}

/**
 * The topic of an alarm must be where the alarm is.
 * @throws RangeError for the ARN of a topic elsewhere
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html
 */
function validateAlarmTopic(topicArn: string, place: Place): void {
  if (Token.isUnresolved(topicArn)) return;
  const topic = parseArn(topicArn);
  if (
    topic?.service === "sns" &&
    topic.account === place.account &&
    topic.region === place.region
  ) {
    return;
  }
  throw new RangeError(
    `the topic of an alarm must be an SNS topic in account ${place.account}, region ${place.region}, got: ${topicArn}`,
  );
}

/**
 * Creates an alarm that notifies a topic.
 * @throws RangeError for a topic in another account or region
 */
export function alarmResource(
  scope: Construct,
  id: string,
  alarm: Alarm,
  { provider, place, topicArn }: AlarmProps,
): CloudwatchMetricAlarm {
  validateAlarmTopic(topicArn, place);
  return new CloudwatchMetricAlarm(scope, id, {
    provider,
    alarmName: alarm.name,
    alarmDescription: alarm.description,
    ...watching(alarm),
    evaluationPeriods: 1,
    datapointsToAlarm: 1,
    comparisonOperator: alarm.comparison,
    threshold: alarm.threshold,
    treatMissingData: alarm.missingData,
    alarmActions: [topicArn],
  });
}

/** Creates a dashboard. */
export function dashboardResource(
  scope: Construct,
  id: string,
  { name, body }: Dashboard,
  provider: TerraformProvider,
): CloudwatchDashboard {
  return new CloudwatchDashboard(scope, id, { provider, dashboardName: name, dashboardBody: body });
}

/** Where guards are created, and what must exist before them. */
export interface LogGroupGuardsProps extends AlarmProps {
  /** The log group, where the same stack creates it. */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** Part of an id: the name without the prefix that all names of an organization begin with. */
function idOf(name: string, namePrefix: string): string {
  return name.slice(namePrefix.length + 1);
}

/** Creates the metric filters, alarms and saved queries of a log group. */
export function logGroupGuards(
  scope: Construct,
  namePrefix: string,
  { filters, alarms, queries }: Guards,
  { dependsOn = [], ...props }: LogGroupGuardsProps,
): void {
  const common = { provider: props.provider, dependsOn: [...dependsOn] };
  for (const { name, logGroupName, pattern, metric } of filters) {
    new CloudwatchLogMetricFilter(scope, `Filter-${idOf(name, namePrefix)}`, {
      ...common,
      name,
      logGroupName,
      pattern,
      metricTransformation: {
        namespace: metric.namespace,
        name: metric.name,
        value: "1",
        // Zero where nothing matches: a difference of two metrics then has both.
        defaultValue: "0",
        unit: "Count",
      },
    });
  }
  for (const alarm of alarms) {
    alarmResource(scope, `Alarm-${idOf(alarm.name, namePrefix)}`, alarm, props);
  }
  queryResources(scope, namePrefix, queries, common);
}

/** Creates saved queries. */
export function queryResources(
  scope: Construct,
  namePrefix: string,
  queries: readonly SavedQuery[],
  common: { readonly provider: TerraformProvider; readonly dependsOn: ITerraformDependable[] },
): void {
  for (const { name, logGroupName, query } of queries) {
    new CloudwatchQueryDefinition(scope, `Query-${idOf(name, namePrefix)}`, {
      ...common,
      name,
      logGroupNames: [logGroupName],
      queryString: query,
    });
  }
}
