import { ruleStateFor, type AlertKind } from "../../catalog";
import type { ExpectedCoverage } from "../expected-coverage";
import { blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { kindNamed } from "../kinds";
import { optionalText, type ResourceIndex } from "../resource-index";
import { kindsFor } from "../trace/kinds-of-rules";
import { alertRules, forwardingRules, isScheduled } from "../trace/rules";

/**
 * Rules that do not ask for read-only events of kinds whose events may be such. Samples do not show it:
 * theirs are of one sort only.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export function ruleStateFindings(
  index: ResourceIndex,
  kinds: readonly string[],
  expected: Pick<ExpectedCoverage, "routes" | "watches"> | undefined,
): readonly Finding[] {
  const forwarded = kinds.flatMap((name) => kindNamed(name, expected) ?? []);
  return [
    ...forwardingRules(index)
      .filter(({ rule }) => !isScheduled(rule))
      .flatMap(({ rule }) => stateFinding(rule, forwarded)),
    ...alertRules(index).flatMap(({ rule }) => stateFinding(rule, kindsFor(index, rule, expected))),
  ];
}

function stateFinding(rule: Resource, kinds: readonly AlertKind[]): readonly Finding[] {
  const wanted = ruleStateFor(kinds);
  let state = wanted as string;
  // What cannot be read, or is disabled, stops the event.
  blockersOf(() => (state = optionalText(rule, "state") ?? "ENABLED"));
  if (wanted === "ENABLED" || state === wanted || state === "DISABLED") return [];
  const [first, ...others] = kinds.filter((kind) => ruleStateFor([kind]) === wanted);
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  const which = `events of ${first?.name ?? "a kind"}${more} may be read-only`;
  return [finding("rule-without-read-only-events", rule, `its state is ${state}, ${which}`)];
}
