import type { Mutant } from "./mutant";

/** Changes that the check lets pass, because no sign-in goes unannounced for them. */
export interface Survivor {
  /** Of what, in words: a resource, or a part of one. */
  readonly of: string;
  /** What is changed, in words. */
  readonly change: string;
  readonly because: string;
  readonly is: (mutant: Mutant) => boolean;
}

const otherRegion = /^provider of the resource aws\.[a-z]+-[a-z]+-\d$/u;
const isTemplate = ({ change }: Mutant): boolean => change.startsWith("template ");

/** Each kind of them; docs/check.md lists them. */
export const survivors: readonly Survivor[] = [
  {
    of: "a provider",
    change: "`allowed_account_ids` is empty",
    because: "the role that the provider assumes still tells the account",
    is: ({ change }) => change === "provider allowed_account_ids = []",
  },
  {
    of: "roles of IAM and their policies",
    change: "the provider of another region of the account",
    because: "IAM is global: any region of the same account makes the same role",
    is: ({ address, change }) =>
      /^aws_iam_role(_policy)?\./u.test(address) && otherRegion.test(change),
  },
  {
    of: "aliases of KMS keys",
    change: "removed, renamed or moved",
    because: "people find the key by its alias, the resources use its ARN",
    is: ({ address }) => address.startsWith("aws_kms_alias."),
  },
  {
    of: "topics: what the owner may do",
    change: "any part",
    because: "it is about people who manage the topic, not about events",
    is: ({ change }) => change.startsWith("policy: OwnerManagesTopic"),
  },
  {
    of: "policies: nobody without TLS",
    change: "any part",
    because: "services of AWS come by TLS, whether that is asked for or not",
    is: ({ change }) =>
      change.startsWith("policy: NobodyWithoutTLS") ||
      change.startsWith(
        "template Resources.DeadLettersPolicy.Properties.PolicyDocument.Statement.1",
      ),
  },
  {
    of: "the bucket of the trail: life cycle, ownership, encryption, versions, public access",
    change: "removed or moved",
    because: "it is about how log files are kept; events do not wait for them",
    is: ({ address }) =>
      /^aws_s3_bucket_(lifecycle_configuration|ownership_controls|server_side_encryption_configuration|versioning|public_access_block)\./u.test(
        address,
      ),
  },
  {
    of: "resources of AWS User Notifications",
    change: "the provider of another region of the account",
    because: "AWS User Notifications works from one region, whichever asks",
    is: ({ address, change }) => /^aws_notifications/u.test(address) && otherRegion.test(change),
  },
  {
    of: "targets of rules",
    change: "no retry policy, or a part of it missing",
    because: "EventBridge tries for 24 hours, 185 times, where a target does not say how often",
    is: ({ change }) =>
      change === "retry_policy removed" ||
      /^template .*\.RetryPolicy(\.\w+)? removed$/u.test(change),
  },
  {
    of: "channels of chat",
    change: "no guardrail policies",
    because: "they are about what members of a channel may do, not about what they are told",
    is: ({ change }) => change === "guardrail_policy_arns removed",
  },
  {
    of: "the log of the function that formats messages",
    change: "removed, renamed, or not written",
    because: "the function's log says why it failed; its messages do not wait for it",
    is: ({ address, change }) =>
      address.startsWith("aws_cloudwatch_log_group.formatter") ||
      change.startsWith("policy: WriteLog"),
  },
  {
    of: "topics and keys of a route that a function writes for: what EventBridge may do",
    change: "any part",
    because: "a function publishes with the permissions of its role, not with those of EventBridge",
    is: ({ address, change }) =>
      /^aws_(sns_topic|kms_key)\.topic-mail(-open)?_/u.test(address) &&
      /^policy(: (EventBridgePublishes|ServicesEncryptAlerts)| removed)/u.test(change),
  },
  {
    of: "the provider of a stack set",
    change: "another region that AWS has",
    because: "a stack set makes stacks in all of its regions, wherever it is kept",
    is: ({ stack, change }) =>
      stack === "signin-stack-set" && change === 'provider region = "ap-south-1"',
  },
  {
    of: "the template of a stack set: descriptions, ids of statements",
    change: "removed",
    because: "they are for people who read it",
    is: ({ change }) => /^template .*\.(Description|Sid) removed$/u.test(change),
  },
  {
    of: "the template of a stack set: versions of policies",
    change: "removed",
    because: "a policy without one is read as one of 2008, which differs in variables alone",
    is: ({ change }) => /^template .*Document\.Version removed$/u.test(change),
  },
  {
    of: "the template of a stack set: conditions of who may use its role and queue",
    change: "removed",
    because: "whoever else may use them takes nothing from what the rules send",
    is: ({ change }) =>
      /^template .*\.Statement\.0\.Condition(\.(ArnLike|ArnEquals|StringEquals))? removed$/u.test(
        change,
      ),
  },
  {
    of: "the template of a stack set: encryption of the queue, and who sends to it by redrive",
    change: "removed",
    because: "SQS encrypts by itself, and lets every queue send, where nothing is said",
    is: ({ change }) => /\.(SqsManagedSseEnabled|RedriveAllowPolicy) removed$/u.test(change),
  },
  {
    of: "the template of a stack set: order of resources",
    change: "removed",
    because: "CloudFormation creates all of them; what it waits for matters for seconds",
    is: (mutant) => isTemplate(mutant) && /\.DependsOn(\.0)? removed$/u.test(mutant.change),
  },
  {
    of: "the template of a stack set: the state of the heartbeat's rule",
    change: "removed",
    because: "a rule is enabled where nothing is said",
    is: ({ change }) => change === "template Resources.Heartbeat.Properties.State removed",
  },
];

/** Why a mutant may survive; undefined when it may not. */
export function reasonToSurvive(mutant: Mutant): string | undefined {
  return survivors.find(({ is }) => is(mutant))?.because;
}
