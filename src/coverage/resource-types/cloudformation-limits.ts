import type { ArgumentForm, ArgumentLimits } from "./argument-form";

const count = "operation_preferences.failure_tolerance_count";
const percentage = "operation_preferences.failure_tolerance_percentage";
const mostAtOnce = "operation_preferences.max_concurrent_count";
const mostPercent = "operation_preferences.max_concurrent_percentage";

const regionName: ArgumentForm = { longest: 128, shortest: 1, allowed: /^[0-9A-Za-z-]+$/u };

const operation: Readonly<Record<string, ArgumentForm>> = {
  [count]: { from: 0 },
  [percentage]: { from: 0, to: 100 },
  [mostAtOnce]: { from: 1 },
  [mostPercent]: { from: 1, to: 100 },
  "operation_preferences.region_concurrency_type": ["SEQUENTIAL", "PARALLEL"],
  "operation_preferences.region_order": { each: regionName },
};
const caller = ["SELF", "DELEGATED_ADMIN"] as const;
const eitherOr = [
  [count, percentage],
  [mostAtOnce, mostPercent],
] as const;

/** What the provider accepts of types of AWS CloudFormation. */
export const cloudformationLimits: Readonly<Record<string, ArgumentLimits>> = {
  aws_cloudformation_stack_set: {
    forms: {
      ...operation,
      permission_model: ["SERVICE_MANAGED", "SELF_MANAGED"],
      call_as: caller,
      capabilities: {
        each: ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
      },
      name: { longest: 128, allowed: /^[A-Za-z][A-Za-z0-9-]*$/u },
      description: { longest: 1024 },
      administration_role_arn: "arn",
    },
    exclusive: [
      ["template_body", "template_url"],
      ["auto_deployment", "administration_role_arn"],
      ["auto_deployment", "execution_role_name"],
      ...eitherOr,
    ],
  },
  aws_cloudformation_stack_instances: {
    forms: {
      ...operation,
      call_as: caller,
      "deployment_targets.account_filter_type": ["NONE", "INTERSECTION", "DIFFERENCE", "UNION"],
    },
    exclusive: [["accounts", "deployment_targets"], ...eitherOr],
  },
};
