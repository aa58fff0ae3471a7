import { deliveryRules } from "./delivery";
import { forwardingRules } from "./forwarding";
import { guardRules } from "./guards";
import { liveRules } from "./live";
import type { FindingRule } from "./rule";
import { terraformRules } from "./terraform";

const rules = {
  ...forwardingRules,
  ...deliveryRules,
  ...guardRules,
  ...terraformRules,
  ...liveRules,
};

/** Id of a rule: kebab-case, and the same in every version. */
export type RuleId = keyof typeof rules;

/** Everything that can be wrong, by id, along the path of an alert. */
export const findingRules: Readonly<Record<RuleId, FindingRule>> = rules;

export type { FindingRule, FindingSeverity } from "./rule";
