import type { JsonObject } from "../../src/aws/eventbridge";
import { compileFilterPattern } from "../../src/aws/logs";
import type { MetricFilter } from "../../src/guards";
import type { EventEnvelope } from "../../src/catalog";

/** What a trail writes to its log group: the record, which EventBridge calls `detail`. */
export function logRecord({ detail }: EventEnvelope, replaced: object = {}): JsonObject {
  return { ...detail, ...replaced };
}

/** How often a record is counted in a metric. */
export function countOf(
  filters: readonly MetricFilter[],
  metric: string,
  record: JsonObject,
): number {
  return filters.filter(
    (filter) =>
      filter.metric.name === metric && compileFilterPattern(filter.pattern).matches(record),
  ).length;
}
