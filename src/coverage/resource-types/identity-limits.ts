import { eitherName, word, type ArgumentForm, type ArgumentLimits } from "./argument-form";

const iamName = (longest: number): ArgumentForm => word(longest, /^[\w+=,.@-]*$/u);
/** Their later versions have more, all of these forms. */
const KEY_SPEC = /^(?:SYMMETRIC_DEFAULT|SM2|(?:RSA|ECC|HMAC|ML_DSA)_\w+)$/u;

/** What the provider accepts of types of AWS IAM and AWS KMS. */
export const identityLimits: Readonly<Record<string, ArgumentLimits>> = {
  aws_iam_role: {
    forms: {
      name: iamName(64),
      name_prefix: iamName(38),
      assume_role_policy: "json-object",
      managed_policy_arns: { each: "arn" },
      permissions_boundary: "arn",
      description: { longest: 1000 },
      max_session_duration: { from: 3600, to: 43_200 },
      path: { longest: 512 },
      "inline_policy.name": iamName(128),
      "inline_policy.policy": "json-object",
    },
    exclusive: [eitherName],
  },
  aws_iam_policy: {
    forms: { name: iamName(128), name_prefix: iamName(102), policy: "json-object" },
    exclusive: [eitherName],
  },
  aws_iam_role_policy: {
    forms: {
      name: iamName(128),
      name_prefix: iamName(102),
      policy: "json-object",
      role: word(128, /^(?!arn:aws[\w-]*:[^:]*:[a-z\d-]*:).*[\w+=,.@-]/su),
    },
    exclusive: [eitherName],
  },
  aws_iam_role_policy_attachment: { forms: { policy_arn: "arn" } },
  aws_kms_key: {
    forms: {
      policy: "json",
      custom_key_store_id: word(22),
      customer_master_key_spec: { allowed: KEY_SPEC },
      deletion_window_in_days: { from: 7, to: 30 },
      description: { longest: 8192 },
      rotation_period_in_days: { from: 90, to: 2560 },
      key_usage: ["ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"],
    },
    needs: { xks_key_id: "custom_key_store_id" },
  },
  aws_kms_key_policy: { forms: { key_id: word(2048), policy: "json" } },
  aws_kms_alias: {
    forms: { name: { allowed: /^alias\/(?!aws\/)[\w/-]+$/u } },
    exclusive: [eitherName],
  },
};
