import { compilePattern } from "../../src/aws/eventbridge";
import { alertRulesOf, type AlertKind, type EventEnvelope, type Watch } from "../../src/catalog";

/** A watch of some principals. */
export const watch = (name: string, ...principals: readonly string[]): Watch => ({
  name,
  principals,
  severity: "critical",
});

/** Whether a kind is of a watch. */
export const isOfWatch = ({ parts }: AlertKind): boolean => parts !== undefined;

/** The kinds whose rules match an event, each as often as a rule does. */
export function toldBy(kinds: readonly AlertKind[]): (event: EventEnvelope) => readonly string[] {
  const rules = kinds.flatMap((kind) =>
    alertRulesOf(kind, {}).map(({ pattern }) => ({ kind, matcher: compilePattern(pattern) })),
  );
  return (event) =>
    rules.filter(({ matcher }) => matcher.matches({ ...event })).map(({ kind }) => kind.name);
}
