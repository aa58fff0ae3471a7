import type { ArgumentForm, ArgumentLimits, ValueForm } from "./argument-form";

const count = "operation_preferences.failure_tolerance_count";
const percentage = "operation_preferences.failure_tolerance_percentage";
const mostAtOnce = "operation_preferences.max_concurrent_count";
const mostPercent = "operation_preferences.max_concurrent_percentage";

/** What instances are for, which is looked at by its form alone. */
const account: ArgumentForm = { each: { allowed: /^\d{12}$/u }, least: 1 };
const region: ArgumentForm = { each: { allowed: /^[a-z]{2}(?:-[a-z]+)+-\d{1,2}$/u }, least: 1 };
const unit: ArgumentForm = {
  each: { allowed: /^(?:ou-[a-z\d]{4,32}-[a-z\d]{8,32}|r-[a-z\d]{4,32})$/u },
  least: 1,
};

const regionName: ValueForm = { longest: 128, shortest: 1, allowed: /^[0-9A-Za-z-]+$/u };

const operation: Readonly<Record<string, ArgumentForm>> = {
  [count]: { from: 0 },
  [percentage]: { from: 0, to: 100 },
  [mostAtOnce]: { from: 1 },
  [mostPercent]: { from: 1, to: 100 },
  "operation_preferences.region_concurrency_type": ["SEQUENTIAL", "PARALLEL"],
  "operation_preferences.region_order": { each: regionName, least: 1 },
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
      accounts: account,
      call_as: caller,
      regions: region,
      stack_set_name: { allowed: /./su },
      "deployment_targets.accounts": account,
      "deployment_targets.accounts_url": { allowed: /(?:s3|https?):\/\/./u },
      "deployment_targets.organizational_unit_ids": unit,
      "operation_preferences.concurrency_mode": [
        ...["STRICT_FAILURE_TOLERANCE", "SOFT_FAILURE_TOLERANCE"],
      ],
      "deployment_targets.account_filter_type": ["NONE", "INTERSECTION", "DIFFERENCE", "UNION"],
    },
    exclusive: [["accounts", "deployment_targets"], ...eitherOr],
  },
};
