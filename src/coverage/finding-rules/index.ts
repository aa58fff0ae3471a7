import { channelRules } from "./channels";
import { deliveryRules } from "./delivery";
import { forwardingRules } from "./forwarding";
import { guardRules } from "./guards";
import type { FindingRule } from "./rule";
import { stackSetRules } from "./stack-set";
import { terraformRules } from "./terraform";
import { trailRules } from "./trail";

const rules = {
  ...trailRules,
  ...forwardingRules,
  ...deliveryRules,
  ...channelRules,
  ...guardRules,
  ...stackSetRules,
  ...terraformRules,
};

/** Id of a rule: kebab-case, and the same in every version. */
export type RuleId = keyof typeof rules;

/** Everything that can be wrong, by id, along the path of an alert. */
export const findingRules: Readonly<Record<RuleId, FindingRule>> = rules;

export type { FindingRule, FindingSeverity } from "./rule";
