import { cisControls, patternOfCondition, type CisControl } from "../../guards";
import { blockersOf } from "../finding";
import type { Resource } from "../inventory";
import { isObjectValue, isList } from "../inventory/value";
import { isSamePlace, placeOf, type ResourceIndex } from "../resource-index";
import { checkActions } from "./alarms";

/** A control of auditors that wants a metric filter and an alarm, and whether they exist. */
export interface ControlState extends Pick<CisControl, "name" | "item" | "securityHub"> {
  /** Whether there is a metric filter of its pattern, and an alarm on it that notifies recipients. */
  readonly isInPlace: boolean;
}

/** What a filter counts by: namespace and name of its metric. */
function metricsOf({ attributes }: Resource): readonly string[] {
  const transformations = attributes["metric_transformation"];
  return (isList(transformations) ? transformations : [transformations])
    .filter(isObjectValue)
    .map(({ namespace, name }) => JSON.stringify([namespace, name]));
}

/** Whether an alarm on what the filter counts, in its account and region, notifies recipients. */
function isWatched(index: ResourceIndex, filter: Resource, existing: readonly string[]): boolean {
  const metrics = metricsOf(filter);
  return index.all("aws_cloudwatch_metric_alarm").some((alarm) => {
    const { namespace, metric_name: name } = alarm.attributes;
    return (
      metrics.includes(JSON.stringify([namespace, name])) &&
      isSamePlace(placeOf(filter), placeOf(alarm)) &&
      blockersOf(() => {
        checkActions(index, alarm, existing);
      }).length === 0
    );
  });
}

/** Every control of the benchmark's section on monitoring, in the order of its items. */
export function controlStates(
  index: ResourceIndex,
  existing: readonly string[],
): readonly ControlState[] {
  const filters = index.all("aws_cloudwatch_log_metric_filter");
  return cisControls("all")
    .map(({ name, item, securityHub, condition }) => ({
      name,
      item,
      ...(securityHub !== undefined && { securityHub }),
      isInPlace: filters.some(
        (filter) =>
          filter.attributes["pattern"] === patternOfCondition(condition) &&
          isWatched(index, filter, existing),
      ),
    }))
    .sort((a, b) => a.item - b.item);
}
