import { FILTER_PATTERN_LIMIT } from "../aws/logs";
import { anyWithinFiveMinutes, type Guards } from "./alarm";

/** A field of a log event that has a value. */
export function equals(path: string, value: string): string {
  return `$.${path} = "${value}"`;
}

/** Conditions of which one must hold. */
export function anyOf(conditions: readonly string[]): string {
  return conditions.length === 1 ? (conditions[0] ?? "") : `(${conditions.join(" || ")})`;
}

/** Conditions that must all hold. */
export function allOf(...conditions: readonly string[]): string {
  return conditions.join(" && ");
}

/** The pattern of a condition on JSON log events. */
export function patternOfCondition(condition: string): string {
  return `{ ${condition} }`;
}

/**
 * Patterns that together match what is common to all and any one of the alternatives, each within
 * the limit. An event that meets one alternative matches one pattern.
 * @throws RangeError for an alternative that is too long even alone
 */
export function packedPatterns(common: string, alternatives: readonly string[]): readonly string[] {
  const pattern = (some: readonly string[]): string =>
    patternOfCondition(allOf(common, anyOf(some)));
  const groups: string[][] = [];
  for (const alternative of alternatives) {
    const last = groups.at(-1);
    if (last && pattern([...last, alternative]).length <= FILTER_PATTERN_LIMIT) {
      last.push(alternative);
    } else {
      groups.push([alternative]);
    }
  }
  const patterns = groups.map(pattern);
  const tooLong = patterns.find(({ length }) => length > FILTER_PATTERN_LIMIT);
  if (tooLong !== undefined) throw new RangeError(filterPatternTooLong(tooLong));
  return patterns;
}

/** What to say of a pattern over the limit. */
function filterPatternTooLong(pattern: string): string {
  return `the pattern of a metric filter has ${pattern.length} characters, at most ${FILTER_PATTERN_LIMIT} are allowed: ${pattern.slice(0, 80)}…`;
}

/** The log group that is looked into, and what begins every name. */
export interface LogGroup {
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
