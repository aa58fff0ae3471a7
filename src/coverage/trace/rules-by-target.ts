import { parseArn } from "../../aws";
import { blockersOf } from "../finding";
import type { Resource } from "../inventory";
import { isBlank, text, type ResourceIndex } from "../resource-index";
import { targetsOf } from "./follow";

/** A rule with its targets. */
export interface RuleWithTargets {
  readonly rule: Resource;
  readonly targets: readonly Resource[];
}

function rulesWithTargetsOf(
  index: ResourceIndex,
  isWanted: (arn: string) => boolean,
): readonly RuleWithTargets[] {
  return index.keys("aws_cloudwatch_event_rule").flatMap((bus) =>
    index.find("aws_cloudwatch_event_rule", bus).flatMap((rule) => {
      let targets: readonly Resource[] = [];
      const unreadable = blockersOf(() => {
        targets = targetsOf(index, bus, rule).filter((target) => isWanted(text(target, "arn")));
      });
      return unreadable.length > 0 || targets.length === 0 ? [] : [{ rule, targets }];
    }),
  );
}

/** The rules that notify recipients: by a topic, or by a function that publishes to one. */
export function alertRules(index: ResourceIndex): readonly RuleWithTargets[] {
  return index.once("alert rules", () =>
    rulesWithTargetsOf(index, (arn) => ["sns", "lambda"].includes(parseArn(arn)?.service ?? "")),
  );
}

/** The rules that send to another bus. */
export function forwardingRules(index: ResourceIndex): readonly RuleWithTargets[] {
  return index.once("forwarding rules", () =>
    rulesWithTargetsOf(index, (arn) => parseArn(arn)?.service === "events"),
  );
}

/** The rules that write to a log group. */
export function loggingRules(index: ResourceIndex): readonly RuleWithTargets[] {
  return index.once("logging rules", () =>
    rulesWithTargetsOf(index, (arn) => parseArn(arn)?.service === "logs"),
  );
}

/** Whether a rule acts at certain times, rather than on events. */
export function isScheduled(rule: Resource): boolean {
  const { schedule_expression: schedule, event_pattern: pattern } = rule.attributes;
  return !isBlank(schedule) && isBlank(pattern);
}
