import { parseArn } from "../../aws";
import type { ContextValue, PolicyRequest } from "./policy-request";

/** One call, and what is known of it beside who asks for what. */
export interface Call extends Omit<PolicyRequest, "context"> {
  readonly kind: CallName;
  /** ARN of the resource for which the caller acts, such as a rule, an alarm or a trail. */
  readonly source?: string;
  /** Account of that resource. @default - the one in {@link source} */
  readonly sourceAccount?: string;
  /** Organization of the accounts that take part; `""` where they are in none. @default - not known */
  readonly organization?: string | undefined;
  /** Organization of the resource that is asked for. @default - {@link organization} */
  readonly resourceOrganization?: string | undefined;
  /** Account of the resource that is asked for. @default - the one in its ARN */
  readonly resourceAccount?: string;
  /** Regions that AWS may count the call to. @default - the one in the ARN of the resource */
  readonly regions?: readonly string[];
  /** Whatever else this call alone carries. @default - nothing */
  readonly also?: PolicyRequest["context"];
}

/** Whether AWS always sends a key with a call, or does not say that it never does. */
type Sent = "always" | "perhaps";

/** What AWS documents of the condition keys of one kind of call. */
interface CallKind {
  readonly page: string;
  /** `aws:SourceArn`. @default - never */
  readonly sourceArn?: Sent;
  /** `aws:SourceAccount`, and with it `aws:SourceOrgID` and `aws:SourceOrgPaths`. @default - never */
  readonly sourceAccount?: Sent;
  /** Keys of the called service, and their values. @default - as the table of keys has them */
  readonly keys?: Readonly<Record<string, readonly [Sent, ...string[]]>>;
}

const page = (path: string): string => `https://docs.aws.amazon.com/${path}`;
const eventBridge = page(
  "eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html",
);
const snsKeys = page("sns/latest/dg/sns-key-management.html");

/**
 * Which condition keys each kind of call carries. Where AWS's pages contradict each other, or are
 * silent, the key is sent `perhaps`: what depends on it is then not known.
 */
export const callKinds = {
  "rule to queue": {
    page: page("eventbridge/latest/userguide/eb-rule-dlq.html"),
    sourceArn: "always",
    sourceAccount: "always",
  },
  // The guide of EventBridge says that conditions cannot be used, that of SNS shows them.
  "rule to topic": {
    page: page("eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions"),
    sourceArn: "perhaps",
    sourceAccount: "perhaps",
  },
  "rule to function": {
    page: page("eventbridge/latest/userguide/eb-use-resource-based.html#eb-lambda-permissions"),
    sourceArn: "always",
    sourceAccount: "perhaps",
  },
  "rule to log group": {
    page: page(
      "eventbridge/latest/userguide/eb-use-resource-based.html#eb-cloudwatchlogs-permissions",
    ),
    sourceArn: "perhaps",
    sourceAccount: "perhaps",
  },
  "log delivery to log group": {
    page: page("AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-CloudWatchLogs.html"),
    sourceArn: "always",
    sourceAccount: "always",
  },
  // With a role the caller is a session; the page on confused deputies shows the rule all the same.
  "role to bus": { page: eventBridge, sourceArn: "perhaps", sourceAccount: "perhaps" },
  "role to resource": {
    page: page("IAM/latest/UserGuide/reference_policies_condition-keys.html"),
  },
  // The page says that source conditions are not supported; the keys may be there nevertheless.
  "service to topic key": {
    page: snsKeys,
    sourceArn: "perhaps",
    sourceAccount: "perhaps",
    keys: { "kms:ViaService": ["perhaps", "sns.{region}.amazonaws.com"] },
  },
  "role to topic key": {
    page: page("kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service"),
    keys: {
      "kms:ViaService": ["always", "sns.{region}.amazonaws.com"],
      "kms:CallerAccount": ["always", "{account}"],
    },
  },
  "service to queue key": {
    page: page("AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html"),
    sourceArn: "perhaps",
    sourceAccount: "perhaps",
    keys: { "kms:ViaService": ["perhaps", "sqs.{region}.amazonaws.com"] },
  },
  "alarm to topic": {
    page: page("AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html"),
    sourceArn: "always",
    sourceAccount: "always",
    keys: { "aws:SourceOwner": ["perhaps", "{account}"] },
  },
  "topic to queue": {
    page: page("sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html"),
    sourceArn: "always",
    sourceAccount: "perhaps",
  },
  "topic to function": {
    page: page("sns/latest/dg/lambda-console.html"),
    sourceArn: "always",
    sourceAccount: "perhaps",
  },
  // AWS Control Tower writes aws:SourceOrgID into the policy of its bucket.
  "trail to bucket": {
    page: page("awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html"),
    sourceArn: "always",
    sourceAccount: "always",
    keys: { "s3:TlsVersion": ["always", "1.2", "1.3"] },
  },
  "trail to key": {
    page: page("awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html"),
    sourceArn: "always",
    sourceAccount: "always",
    keys: { "kms:EncryptionContext:aws:cloudtrail:arn": ["always", "{source}"] },
  },
  "log group to key": {
    page: page("AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"),
    sourceArn: "perhaps",
    sourceAccount: "perhaps",
    keys: { "kms:EncryptionContext:aws:logs:arn": ["always", "{source}"] },
  },
  "service to role": { page: eventBridge, sourceArn: "always", sourceAccount: "always" },
  "chat to role": {
    page: page("chatbot/latest/adminguide/cross-service-confused-deputy-prevention.html"),
    sourceArn: "perhaps",
    sourceAccount: "always",
  },
} as const satisfies Readonly<Record<string, CallKind>>;

/** A kind of call. */
export type CallName = keyof typeof callKinds;

/** The request that policies are asked about: a call with what AWS sends with calls of its kind. */
export function requestOf(call: Call): PolicyRequest {
  const { kind, principal, action, resource, isResourceOpen, organization } = call;
  const { region = "", account = "" } = parseArn(resource) ?? {};
  const resourceAccount = call.resourceAccount ?? account;
  const known = (value: string): readonly string[] => (value === "" ? [] : [value]);
  const isMember = !("service" in principal) && organization !== undefined && organization !== "";
  const owner = { organization: call.resourceOrganization ?? organization };
  return {
    principal: isMember ? { organization, ...principal } : principal,
    action,
    resource,
    ...(isResourceOpen !== undefined && { isResourceOpen }),
    context: {
      "aws:SecureTransport": true,
      "aws:RequestedRegion": certain("always", call.regions ?? known(region)),
      "aws:ResourceAccount": certain("always", known(resourceAccount)),
      "s3:ResourceAccount": certain("always", known(resourceAccount)),
      ...organizationKeys(
        "Resource",
        owner.organization === undefined ? "perhaps" : "always",
        owner,
      ),
      ...(!("service" in principal) &&
        organization === undefined &&
        principal.organization === undefined &&
        organizationKeys("Principal", "perhaps", call)),
      ...sourceKeys(callKinds[kind], call),
      ...ownKeys(callKinds[kind], { region, account, source: call.source ?? "" }),
      ...call.also,
    },
  };
}

function certain(sent: Sent, values: readonly string[], together?: string): ContextValue {
  const [value, ...others] = values;
  if (sent === "always" && value !== undefined && others.length === 0) return value;
  return {
    sent,
    ...(value !== undefined && { oneOf: values }),
    ...(together !== undefined && { together }),
  };
}

/** The id of an organization and the path in it, which begins with the id and a root. */
function organizationKeys(
  keys: "Source" | "Resource" | "Principal",
  sent: Sent,
  { organization }: Pick<Call, "organization">,
): PolicyRequest["context"] {
  if (organization === "") return { [`aws:${keys}OrgID`]: [], [`aws:${keys}OrgPaths`]: [] };
  // An account of no organization is sent alone.
  const together = organization === undefined ? `aws:${keys}Org` : `aws:${keys}`;
  const id = organization === undefined ? [] : [organization];
  return {
    [`aws:${keys}OrgID`]: certain(sent, id, together),
    [`aws:${keys}OrgPaths`]: {
      sent,
      together,
      ...(organization !== undefined && { startsWith: `${organization}/r-` }),
    },
  };
}

function sourceKeys({ sourceArn, sourceAccount }: CallKind, call: Call): PolicyRequest["context"] {
  const { source, organization, sourceAccount: account = parseArn(source ?? "")?.account } = call;
  const known = (value: string | undefined): readonly string[] =>
    value === undefined ? [] : [value];
  const inOrganization = organization === undefined ? "perhaps" : sourceAccount;
  return {
    "aws:SourceArn": sourceArn ? certain(sourceArn, known(source)) : [],
    "aws:SourceAccount": sourceAccount ? certain(sourceAccount, known(account), "aws:Source") : [],
    ...(sourceAccount && inOrganization
      ? organizationKeys("Source", inOrganization, call)
      : { "aws:SourceOrgID": [], "aws:SourceOrgPaths": [] }),
  };
}

function ownKeys(
  { keys = {} }: CallKind,
  values: Readonly<Record<string, string>>,
): PolicyRequest["context"] {
  return Object.fromEntries(
    Object.entries(keys).map(([key, [sent, ...texts]]) => {
      const filled = texts.map((text) =>
        text.replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? ""),
      );
      return [key, certain(sent, filled)];
    }),
  );
}
