import type { Place } from "../../aws";
import type { MetricFilter, SavedQuery } from "../../guards";
import { stopAt, type Network } from "../network";
import { requireSame } from "./compare";
import { writtenLogGroup } from "./log-groups";

/**
 * Whether a metric filter is there, counts what it should, and its log group is written to.
 * @throws BlockedError when not
 */
export function checkFilter(
  network: Network,
  place: Place,
  filter: MetricFilter,
  existing: readonly string[],
): void {
  const group = writtenLogGroup(network, place, filter.logGroupName, existing);
  const key = `${place.account}/${place.region}/${filter.logGroupName}/${filter.name}`;
  const [resource] = network.find("aws_cloudwatch_log_metric_filter", key);
  if (resource === undefined) {
    return stopAt("metric filter", group, `there is no metric filter ${filter.name}`);
  }
  requireSame("metric filter", resource, {
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

/**
 * Whether a saved query is there and looks where it should.
 * @throws BlockedError when not
 */
export function checkQuery(
  network: Network,
  place: Place,
  query: SavedQuery,
  existing: readonly string[],
): void {
  const group = writtenLogGroup(network, place, query.logGroupName, existing);
  const key = `${place.account}/${place.region}/${query.name}`;
  const [resource] = network.find("aws_cloudwatch_query_definition", key);
  if (resource === undefined) {
    return stopAt("saved query", group, `there is no saved query ${query.name}`);
  }
  requireSame("saved query", resource, {
    query_string: query.query,
    log_group_names: [query.logGroupName],
  });
}
