import { isJsonObject, jsonIn, listIn, textIn, type Json } from "../../json/value";
import { blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { accountOf, blocks, text, type ResourceIndex } from "../resource-index";

/** Where a policy stands, and what AWS takes of it. */
interface PolicyForm {
  readonly argument: string;
  /** The most characters, without white space outside of texts. */
  readonly longest: number;
  /** Whether a Sid has letters and digits only, as IAM wants it. */
  readonly isIam?: true;
  /** Whether the actions are those of a topic's policy. */
  readonly isTopic?: true;
}

const topic = { argument: "policy", longest: 30_720, isTopic: true } as const;
const queue = { argument: "policy", longest: 8_192 } as const;
const key = { argument: "policy", longest: 32_768 } as const;
const bucket = { argument: "policy", longest: 20_480 } as const;

/**
 * The policies that AWS measures when they are written.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/add-bucket-policy.html
 */
const forms: Readonly<Record<string, PolicyForm>> = {
  aws_cloudwatch_event_bus_policy: { argument: "policy", longest: 10_240 },
  aws_sqs_queue: queue,
  aws_sqs_queue_policy: queue,
  aws_sns_topic: topic,
  aws_sns_topic_policy: topic,
  aws_cloudwatch_log_resource_policy: { argument: "policy_document", longest: 5_120 },
  aws_iam_role: { argument: "assume_role_policy", longest: 2_048, isIam: true },
  aws_iam_role_policy: { argument: "policy", longest: 10_240, isIam: true },
  aws_kms_key: key,
  aws_kms_key_policy: key,
  aws_s3_bucket: bucket,
  aws_s3_bucket_policy: bucket,
};

/** Actions that SNS takes in the policy of a topic; it refuses all others, and wildcards. */
const topicActions = new Set(
  [
    "AddPermission",
    "DeleteTopic",
    "GetDataProtectionPolicy",
    "GetTopicAttributes",
    "ListSubscriptionsByTopic",
    "ListTagsForResource",
    "Publish",
    "PutDataProtectionPolicy",
    "Receive",
    "RemovePermission",
    "SetTopicAttributes",
    "Subscribe",
  ].map((name) => `sns:${name.toLowerCase()}`),
);

/** Services whose ARNs say the type of the resource, where AWS takes no wildcard. */
const typedServices = new Set(["events", "iam", "lambda", "logs", "kms", "cloudtrail"]);

/** Policies that AWS refuses when they are written, so that the apply fails half-way. */
export function policyLimitFindings(index: ResourceIndex): readonly Finding[] {
  const single = Object.entries(forms).flatMap(([type, form]) =>
    index.all(type).flatMap((resource) => refusals(resource, form)),
  );
  return [...single, ...inlineFindings(index)];
}

function refusals(resource: Resource, form: PolicyForm): readonly Finding[] {
  const json = textIn(resource.attributes[form.argument]);
  const policy = json === undefined ? undefined : jsonIn(json);
  // What is not valid JSON is found where the policy is needed.
  if (!isJsonObject(policy)) return [];
  const length = JSON.stringify(policy).length;
  const problems = [
    ...(length > form.longest ? [tooLong(form, length)] : []),
    ...listIn(policy["Statement"]).flatMap((statement, at) =>
      isJsonObject(statement) ? statementProblems(statement, at, form) : [],
    ),
  ];
  return problems.map((problem) =>
    finding("policy-refused", resource, `${form.argument}: ${problem}`),
  );
}

function tooLong({ argument, longest }: PolicyForm, length: number): string {
  const most = longest.toLocaleString("en-US");
  const found = `it has ${length.toLocaleString("en-US")} characters, at most ${most} are allowed`;
  const isTrust = argument === "assume_role_policy";
  return isTrust && length <= 4_096 ? `${found} unless the quota was raised to 4,096` : found;
}

function statementProblems(statement: Json, at: number, form: PolicyForm): readonly string[] {
  const { Sid: sid, Action: action, NotAction: other, Resource: resource } = statement;
  const named = typeof sid === "string" && sid !== "" ? sid : `#${at + 1}`;
  const texts = (value: unknown): readonly string[] =>
    listIn(value).flatMap((each) => textIn(each) ?? []);
  const problems = [
    ...(form.isIam && typeof sid === "string" && !/^[A-Za-z0-9]*$/u.test(sid)
      ? ["its Sid must have letters and digits only"]
      : []),
    ...(form.isTopic
      ? [...texts(action), ...texts(other)]
          .filter((each) => !topicActions.has(each.toLowerCase()))
          .map((each) => `SNS does not accept the action ${each} in the policy of a topic`)
      : []),
    ...texts(resource)
      .filter(hasTypeWildcard)
      .map((each) => `a wildcard in the type of the resource is not allowed: ${each}`),
  ];
  return problems.map((problem) => `statement ${named}: ${problem}`);
}

/** `arn:aws:events:*:*:event-b*`, where `arn:aws:events:*:*:*` means every type. */
function hasTypeWildcard(resource: string): boolean {
  const [, , service = "", , , ...rest] = resource.split(":");
  const [type = ""] = rest.join(":").split(/[:/]/u);
  return typedServices.has(service) && /[*?]/u.test(type) && !/^\*+$/u.test(type);
}

/** The inline policies of a role are measured together. */
function inlineFindings(index: ResourceIndex): readonly Finding[] {
  return index.all("aws_iam_role").flatMap((role) => {
    let lengths: readonly number[] = [];
    // What cannot be read stops the event.
    blockersOf(() => {
      const separate = index.find(
        "aws_iam_role_policy",
        `${accountOf(role)}/${text(role, "name")}`,
      );
      const inline = blocks(role, "inline_policy").map(({ policy }) => policy);
      const all = [...inline, ...separate.map(({ attributes }) => attributes["policy"])];
      lengths = all.map((json) => JSON.stringify(jsonIn(textIn(json) ?? "") ?? "").length);
    });
    const sum = lengths.reduce((total, length) => total + length, 0);
    // One that is too long alone is found by itself.
    if (lengths.length < 2 || sum <= 10_240) return [];
    const found = `its inline policies have ${sum.toLocaleString("en-US")} characters together`;
    return [finding("policy-refused", role, `${found}, at most 10,240 are allowed`)];
  });
}
