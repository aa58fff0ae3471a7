import { hasWildcards, MOST_WILDCARD_RULES } from "../../aws/eventbridge";
import { blockersOf, finding, type Finding } from "../finding";
import { optionalText, type ResourceIndex } from "../resource-index";
import { alertRules, forwardingRules } from "../trace/rules";

/** Event buses of the path with more rules with wildcards than AWS creates. */
export function wildcardRuleFindings(index: ResourceIndex): readonly Finding[] {
  const ofPath = new Set([...forwardingRules(index), ...alertRules(index)].map(({ rule }) => rule));
  return index.keys("aws_cloudwatch_event_rule").flatMap((bus) => {
    const rules = index.find("aws_cloudwatch_event_rule", bus);
    const [first] = rules.filter((rule) => ofPath.has(rule));
    if (first === undefined) return [];
    let count = 0;
    for (const rule of rules) {
      // A pattern that cannot be resolved is a finding of its own.
      blockersOf(() => {
        const json = index.patternText(optionalText(rule, "event_pattern") ?? "");
        if (json !== undefined && hasWildcards(JSON.parse(json))) count += 1;
      });
    }
    if (count <= MOST_WILDCARD_RULES) return [];
    return [finding("wildcard-rules-over-quota", first, `${count} on ${bus}`)];
  });
}
