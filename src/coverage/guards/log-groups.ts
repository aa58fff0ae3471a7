import { logGroupArn, type Place } from "../../aws";
import type { Dashboard, MetricFilter, SavedQuery } from "../../guards";
import { canonicalText } from "../../json/canonical";
import { textIn } from "../../json/value";
import type { ExpectedCoverage } from "../expected-coverage";
import { blocked, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { isObjectValue } from "../inventory/value";
import { optionalText, shownAddress, text, type ResourceIndex } from "../resource-index";
import { loggingRules } from "../trace/rules";
import { requireSame } from "./compare";

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
  const [found] = index.find("aws_cloudwatch_log_metric_filter", key);
  const resource = found ?? blocked("guard-missing", group, `the metric filter ${filter.name}`);
  requireSame("guard-differs", resource, {
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

/** Filters that count into a metric beside the one that is to: an alarm on it is raised early, or never. */
export function countingFilters(
  index: ResourceIndex,
  place: Place,
  filters: readonly MetricFilter[],
): readonly Finding[] {
  const named = (logGroupName: unknown, name: unknown): string =>
    JSON.stringify([logGroupName, name]);
  const own = new Set(filters.map(({ logGroupName, name }) => named(logGroupName, name)));
  const metrics = new Set(filters.map(({ metric }) => named(metric.namespace, metric.name)));
  return index
    .all("aws_cloudwatch_log_metric_filter")
    .filter(({ attributes }) => !own.has(named(attributes["log_group_name"], attributes["name"])))
    .filter(({ account, region }) => account === place.account && region === place.region)
    .flatMap((filter) => {
      const counted = [filter.attributes["metric_transformation"]]
        .flat()
        .flatMap((each) =>
          isObjectValue(each) ? [[each["namespace"], each["name"]] as const] : [],
        )
        .find(([namespace, name]) => metrics.has(named(namespace, name)));
      if (counted === undefined) return [];
      return [finding("guard-differs", filter, `it counts into ${textIn(counted[1]) ?? ""} too`)];
    });
}

/**
 * Whether a saved query is there and looks where it should.
 * @throws BlockedError when not
 */
export function checkQuery(
  index: ResourceIndex,
  place: Place,
  query: SavedQuery,
  { existing = [], busLogs }: Pick<Partial<ExpectedCoverage>, "existing" | "busLogs">,
): void {
  const arn = logGroupArn(place, query.logGroupName);
  // Whether something writes the logs of the event bus is found for itself.
  const group =
    arn === busLogs?.logGroup
      ? index.find("aws_cloudwatch_log_group", arn)[0]
      : writtenLogGroup(index, place, query.logGroupName, existing);
  const key = `${place.account}/${place.region}/${query.name}`;
  const [found] = index.find("aws_cloudwatch_query_definition", key);
  const resource = found ?? blocked("saved-query-differs", group, `${query.name} does not exist`);
  requireSame("saved-query-differs", resource, {
    query_string: query.query,
    log_group_names: [query.logGroupName],
  });
}

/**
 * Whether a dashboard is there and shows what it should.
 * @throws BlockedError when not
 */
export function checkDashboard(
  index: ResourceIndex,
  place: Place,
  { name, body }: Dashboard,
): void {
  const [found] = index.find("aws_cloudwatch_dashboard", `${place.account}/${name}`);
  const resource = found ?? blocked("dashboard-differs", undefined, `${name} does not exist`);
  const shown = text(resource, "dashboard_body");
  if ((canonicalText(shown) ?? shown) === canonicalText(body)) return;
  blocked("dashboard-differs", resource, "its dashboard_body is another one");
}

/**
 * The log group of that name, which something must write to; undefined where it is outside of the
 * generated Terraform.
 * @throws BlockedError when it does not exist, or nothing writes to it
 */
function writtenLogGroup(
  index: ResourceIndex,
  place: Place,
  name: string,
  existing: readonly string[],
): Resource | undefined {
  const arn = logGroupArn(place, name);
  const [group] = index.find("aws_cloudwatch_log_group", arn);
  if (group === undefined) {
    if (existing.includes(arn)) return undefined;
    const [other] = index
      .all("aws_cloudwatch_log_group")
      .filter(({ account }) => account === place.account);
    return blocked("destination-missing", other, arn);
  }
  if (isWritten(index, arn)) return group;
  const [trail] = index.all("aws_cloudtrail");
  const neither = trail ? `, not even ${shownAddress(trail)}` : "";
  return blocked("log-group-unwritten", group, `${name}${neither}`);
}

function isWritten(index: ResourceIndex, arn: string): boolean {
  const byTrail = index
    .all("aws_cloudtrail")
    .some((trail) => optionalText(trail, "cloud_watch_logs_group_arn") === `${arn}:*`);
  if (byTrail) return true;
  return loggingRules(index).some(({ targets }) =>
    targets.some((target) => text(target, "arn").replace(/:\*$/u, "") === arn),
  );
}
