import type { JsonObject } from "../../json/value";
import { shown } from "./errors";
import { eventValues } from "./event-values";
import type { FieldCondition, PatternCondition } from "./parse-event-pattern";

/** Arms of one `$or` that an explanation spells out. */
const ARMS_SHOWN = 3;

/** Says why an event that does not match fails: the pattern's conditions in their own order. */
export function explain(condition: PatternCondition, event: JsonObject): string {
  return (
    firstFailure(condition, event) ??
    "each condition is met, but by different elements of one array"
  );
}

function firstFailure(condition: PatternCondition, event: JsonObject): string | undefined {
  if (condition.kind === "field") return fieldFailure(condition, event);
  if (condition.kind === "any") return armsFailure(condition.path, condition.conditions, event);
  for (const each of condition.conditions) {
    const failure = firstFailure(each, event);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

function armsFailure(
  path: string,
  arms: readonly PatternCondition[],
  event: JsonObject,
): string | undefined {
  const failures: string[] = [];
  for (const arm of arms) {
    const failure = firstFailure(arm, event);
    if (failure === undefined) return undefined;
    failures.push(`(${failures.length + 1}) ${failure}`);
  }
  const more = failures.length - ARMS_SHOWN;
  const rest = more > 0 ? [`and ${more} more`] : [];
  const reasons = [...failures.slice(0, ARMS_SHOWN), ...rest].join("; ");
  return `${path}: none of ${arms.length} arms matches: ${reasons}`;
}

function fieldFailure(field: FieldCondition, event: JsonObject): string | undefined {
  const values = eventValues(event, field.keys).map((each) => each.value);
  const isMet = field.matchers.some((matcher) =>
    values.length === 0 ? matcher.matchesAbsent : values.some(matcher.matches),
  );
  if (isMet) return undefined;
  const seen = values.length === 0 ? "absent" : shown(values.length === 1 ? values[0] : values);
  return `${field.path} is ${seen}, expected ${field.expected}`;
}
