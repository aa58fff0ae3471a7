import type { Place } from "../../aws";
import type { MetricFilter } from "../../guards";
import { blocked } from "../finding";
import { type ResourceIndex } from "../resource-index";
import { requireSame } from "./compare";
import { writtenLogGroup } from "./log-groups";

/**
 * Whether a metric filter is there, counts what it should, and its log group is written to.
 * @throws BlockedError when not
 */
export function checkFilter(
  index: ResourceIndex,
  place: Place,
  filter: MetricFilter,
  existing: readonly string[],
): void {
  const group = writtenLogGroup(index, place, filter.logGroupName, existing);
  const key = `${place.account}/${place.region}/${filter.logGroupName}/${filter.name}`;
  const [resource] = index.find("aws_cloudwatch_log_metric_filter", key);
  if (resource === undefined) {
    return blocked("metric-filter-missing", group, filter.name);
  }
  requireSame("metric-filter-differs", resource, {
    pattern: filter.pattern,
    metric_transformation: {
      namespace: filter.metric.namespace,
      name: filter.metric.name,
      value: "1",
      default_value: "0",
      unit: "Count",
    },
  });
}
