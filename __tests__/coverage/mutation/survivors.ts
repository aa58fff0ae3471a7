import type { Mutant } from "./mutant";

/** Mutants that the check lets pass, because no sign-in goes unannounced for them. */
interface Survivor {
  readonly is: (mutant: Mutant) => boolean;
  readonly because: string;
}

const survivors: readonly Survivor[] = [
  {
    is: ({ change }) => change === "provider allowed_account_ids = []",
    because: "the role that the provider assumes still tells the account",
  },
  {
    is: ({ address, change }) =>
      /^aws_iam_role(_policy)?\./u.test(address) &&
      /^provider of the resource aws\.[a-z]+-[a-z]+-\d$/u.test(change),
    because: "IAM is global: any region of the same account makes the same role",
  },
  {
    is: ({ address }) => address.startsWith("aws_kms_alias."),
    because: "people find the key by its alias, the resources use its ARN",
  },
  {
    is: ({ change }) => change.startsWith("policy: OwnerManagesTopic"),
    because: "it is about people who manage the topic, not about events",
  },
  {
    is: ({ change }) => change.startsWith("policy: NobodyWithoutTLS"),
    because: "services of AWS come by TLS, whether that is asked for or not",
  },
  {
    is: ({ address }) =>
      /^aws_s3_bucket_(lifecycle_configuration|ownership_controls|server_side_encryption_configuration|versioning|public_access_block)\./u.test(
        address,
      ),
    because: "it is about how log files are kept; events do not wait for them",
  },
  {
    is: ({ address, change }) =>
      /^aws_notifications/u.test(address) &&
      /^provider of the resource aws\.[a-z]+-[a-z]+-\d$/u.test(change),
    because: "AWS User Notifications works from one region, whichever asks",
  },
  {
    is: ({ change }) => change === "retry_policy removed",
    because: "EventBridge tries for 24 hours, 185 times, where a target does not say how often",
  },
  {
    is: ({ change }) => change === "guardrail_policy_arns removed",
    because: "it is about what members of a channel may do, not about what they are told",
  },
  {
    is: ({ address, change }) =>
      address.startsWith("aws_cloudwatch_log_group.formatter") ||
      change.startsWith("policy: WriteLog"),
    because: "the function's log says why it failed; its messages do not wait for it",
  },
  {
    // The topics of the route that functions write for.
    is: ({ address, change }) =>
      /^aws_(sns_topic|kms_key)\.topic-mail(-open)?_/u.test(address) &&
      /^policy(: (EventBridgePublishes|ServicesEncryptAlerts)| removed)/u.test(change),
    because: "a function publishes with the permissions of its role, not with those of EventBridge",
  },
];

/** Why a mutant may survive; undefined when it may not. */
export function reasonToSurvive(mutant: Mutant): string | undefined {
  return survivors.find(({ is }) => is(mutant))?.because;
}
