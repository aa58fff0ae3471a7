import { FILTER_PATTERN_LIMIT } from "../aws/logs";
import { anyWithinFiveMinutes, type Guards } from "./alarm";
import { filterPatternTooLong, patternOfCondition } from "./filter-pattern";

/** The log group that is looked into, and what begins every name. */
interface LogGroup {
  readonly namePrefix: string;
  readonly logGroupName: string;
}

/** Some filters, and alarms on what they count. */
export type Part = Pick<Guards, "alarms" | "filters">;

/** A filter, and an alarm on what it counts; none where the threshold is 0. */
export function counted(
  { namePrefix, logGroupName }: LogGroup,
  names: { readonly filter: string; readonly metric: string },
  condition: string,
  alarm: { readonly description: string; readonly threshold: number },
): Part {
  const pattern = patternOfCondition(condition);
  if (pattern.length > FILTER_PATTERN_LIMIT) throw new RangeError(filterPatternTooLong(pattern));
  const metric = { namespace: namePrefix, name: names.metric };
  const name = `${namePrefix}-${names.filter}`;
  const watched = { metric, statistic: "Sum" } as const;
  return {
    filters: [{ name, logGroupName, pattern, metric }],
    alarms:
      alarm.threshold === 0
        ? []
        : [anyWithinFiveMinutes(name, alarm.description, watched, alarm.threshold)],
  };
}
