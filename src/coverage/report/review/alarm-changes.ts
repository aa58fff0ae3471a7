import { coverFilterPatterns } from "../../../aws/logs";
import { canonical } from "../../../json/canonical";
import { listIn, objectIn } from "../../../json/value";
import { firstOf } from "../wording";

import type { Pair } from "./resource-losses";
import type { PlacedResource } from "./same-on-aws";
import type { OtherChange, Side } from "./side";

const alarmsOf = (side: Side) => side.written("aws_cloudwatch_metric_alarm");

function argument({ resource }: PlacedResource, name: string): string {
  const value = resource.attributes[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** The patterns of filters, by the metric that they count for and that an alarm looks at alone. */
function patternsByMetric(side: Side): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>(
    alarmsOf(side).map((alarm) => [
      canonical([alarm.place, argument(alarm, "namespace"), argument(alarm, "metric_name")]),
      [],
    ]),
  );
  for (const filter of side.written("aws_cloudwatch_log_metric_filter")) {
    const metric = objectIn(listIn(filter.resource.attributes["metric_transformation"])[0]);
    const key = canonical([filter.place, metric["namespace"] ?? "", metric["name"] ?? ""]);
    const known = found.get(key);
    if (known) found.set(key, [...known, argument(filter, "pattern")]);
  }
  return found;
}

/** Alarms whose filters count less than those of the same metric did. */
function countedLess(base: Side, head: Side): readonly string[] {
  const [before, after] = [patternsByMetric(base), patternsByMetric(head)];
  return alarmsOf(head).flatMap((alarm) => {
    const key = canonical([
      alarm.place,
      argument(alarm, "namespace"),
      argument(alarm, "metric_name"),
    ]);
    const [was, is] = [before.get(key) ?? [], after.get(key) ?? []];
    const isLess = was.length > 0 && is.length > 0 && coverFilterPatterns(is, was) === false;
    return isLess ? [alarm.name ?? ""] : [];
  });
}

/** Arguments that a threshold means something by. */
const measure = ["comparison_operator", "evaluation_periods", "metric_name", "namespace", "period"];

/** Alarms that are raised at another value of the same metric; later where `isLater`. */
function otherThresholds(pairs: readonly Pair[], head: Side, isLater: boolean): readonly string[] {
  const alarms = new Set(alarmsOf(head));
  return pairs.flatMap(([before, after]) => {
    const [was, is] = [before, after].map((each) => Number(argument(each, "threshold")));
    const isSame = measure.every((name) => argument(before, name) === argument(after, name));
    if (!alarms.has(after) || !isSame || was === undefined || is === undefined) return [];
    if (was === is || Number.isNaN(was - is)) return [];
    const isUpward = argument(after, "comparison_operator").startsWith("Greater");
    const found = isUpward ? is > was : is < was;
    return found === isLater ? [`${after.name ?? ""} at ${is} instead of ${was}`] : [];
  });
}

/** Seconds for which a metric is looked at until an alarm is raised. */
function secondsOf(alarm: PlacedResource): number {
  return Number(argument(alarm, "period")) * Number(argument(alarm, "evaluation_periods"));
}

/** Alarms of what does not come, such as heartbeats, that wait for another time; longer where `isLater`. */
function otherTimes(pairs: readonly Pair[], head: Side, isLater: boolean): readonly string[] {
  const alarms = new Set(alarmsOf(head));
  return pairs.flatMap(([before, after]) => {
    const isSame = ["comparison_operator", "metric_name", "namespace", "threshold"].every(
      (name) => argument(before, name) === argument(after, name),
    );
    if (!alarms.has(after) || !isSame || !argument(after, "comparison_operator").startsWith("Less"))
      return [];
    const [was, is] = [secondsOf(before), secondsOf(after)];
    return was > 0 && is > 0 && was !== is && is > was === isLater
      ? [`${after.name ?? ""} after ${is} instead of ${was} seconds`]
      : [];
  });
}

/** Alarms that are raised by less than before, or by more. */
export function alarmChanges(
  base: Side,
  head: Side,
  pairs: readonly Pair[],
): readonly OtherChange[] {
  const less = countedLess(base, head);
  const [later, sooner] = [true, false].map((isLater) => [
    ...otherThresholds(pairs, head, isLater),
    ...otherTimes(pairs, head, isLater),
  ]);
  const sentence = (names: readonly string[] = [], text: string, isLoss: boolean) =>
    names.length === 0 ? [] : [{ text: `${text}: ${firstOf(names, 3)}.`, isLoss }];
  return [
    ...sentence(
      less,
      "Alarms are raised by less, for filters of the log leave something out",
      true,
    ),
    ...sentence(later, "Alarms are raised later", true),
    ...sentence(sooner, "Alarms are raised sooner", false),
  ];
}
