import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import { CloudwatchQueryDefinition } from "@cdktf/provider-aws/lib/cloudwatch-query-definition";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { Guards } from "../src/guards";
import { alarmResource, type AlarmProps } from "./alarm";

/** Where guards are made, and what must be there before them. */
export interface LogGroupGuardsProps extends AlarmProps {
  /** The log group, where the same stack makes it. */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** Part of an id: the name without the prefix that all names of an organization begin with. */
function idOf(name: string, namePrefix: string): string {
  return name.slice(namePrefix.length + 1);
}

/** Makes the metric filters, alarms and saved queries of a log group. */
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
  for (const { name, logGroupName, query } of queries) {
    new CloudwatchQueryDefinition(scope, `Query-${idOf(name, namePrefix)}`, {
      ...common,
      name,
      logGroupNames: [logGroupName],
      queryString: query,
    });
  }
}
