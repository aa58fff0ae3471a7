import type { Partition } from "./partitions";

/**
 * Where an ARN points to: a `Place`, or one whose parts are expressions that another language
 * resolves, such as `${AWS::Region}`.
 */
export interface ArnPlace {
  /** @default "aws" */
  readonly partition?: string;
  readonly account: string;
  readonly region: string;
}

/** Where a resource lives. `region` may hold a Terraform expression such as `${each.value}`. */
export interface Place extends ArnPlace {
  /** @default "aws" */
  readonly partition?: Partition;
  /** Account id, 12 digits. */
  readonly account: string;
  /** Region code. */
  readonly region: string;
}

function arn(service: string, place: ArnPlace, resource: string): string {
  return `arn:${place.partition ?? "aws"}:${service}:${place.region}:${place.account}:${resource}`;
}

/** ARN of an EventBridge event bus. */
export function eventBusArn(place: ArnPlace, name: string): string {
  return arn("events", place, `event-bus/${name}`);
}

/**
 * ARN of an EventBridge rule; the default bus does not appear in it, a custom bus does.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html
 */
export function eventRuleArn(place: ArnPlace, name: string, busName = "default"): string {
  return arn("events", place, busName === "default" ? `rule/${name}` : `rule/${busName}/${name}`);
}

/** ARN of an archive of an EventBridge event bus, which does not appear in it. */
export function eventArchiveArn(place: ArnPlace, name: string): string {
  return arn("events", place, `archive/${name}`);
}

/** ARN of an Amazon SQS queue. */
export function queueArn(place: ArnPlace, name: string): string {
  return arn("sqs", place, name);
}

/** The ARN of a CloudWatch alarm. */
export function alarmArn(place: ArnPlace, name: string): string {
  return arn("cloudwatch", place, `alarm:${name}`);
}

/** The ARN of a CloudWatch dashboard, which is in no region. */
export function dashboardArn(place: ArnPlace, name: string): string {
  return arn("cloudwatch", { ...place, region: "" }, `dashboard/${name}`);
}

/** ARN of a stack set of AWS CloudFormation, which gives it an id. */
export function stackSetArn(place: ArnPlace, name: string): string {
  return arn("cloudformation", place, `stackset/${name}:*`);
}

/**
 * ARNs of what a stack set reaches: accounts with regions, and the types of what its template creates.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html
 */
export function stackSetTargetArns(place: ArnPlace, name: string): readonly string[] {
  const anywhere = { ...place, region: "*" };
  return [
    arn("cloudformation", anywhere, `stackset-target/${name}:*`),
    arn("cloudformation", { ...anywhere, account: "*" }, "type/resource/*"),
  ];
}

/** ARN of a channel of Amazon Q Developer in chat applications, of whatever kind, which is in no region. */
export function chatConfigurationArn(place: ArnPlace, name: string): string {
  return arn("chatbot", { ...place, region: "" }, `chat-configuration/*/${name}`);
}

/** ARN of an Amazon SNS topic. */
export function topicArn(place: ArnPlace, name: string): string {
  return arn("sns", place, name);
}

/** ARN of a CloudTrail trail; for an organization trail the account is the management account. */
export function trailArn(place: ArnPlace, name: string): string {
  return arn("cloudtrail", place, `trail/${name}`);
}

/** ARN of a CloudWatch Logs log group, without the `:*` that some services want after it. */
export function logGroupArn(place: ArnPlace, name: string): string {
  return arn("logs", place, `log-group:${name}`);
}

/** ARN of what hands on the logs of a resource to CloudWatch Logs. */
export function logDeliverySourceArn(place: ArnPlace, name: string): string {
  return arn("logs", place, `delivery-source:${name}`);
}

/** ARN of what receives delivered logs, such as a log group. */
export function logDeliveryDestinationArn(place: ArnPlace, name: string): string {
  return arn("logs", place, `delivery-destination:${name}`);
}

/** ARN of the delivery of logs from one source to one destination. */
export function logDeliveryArn(place: ArnPlace, id: string): string {
  return arn("logs", place, `delivery:${id}`);
}

/** ARN of an AWS Lambda function, without a version. */
export function functionArn(place: ArnPlace, name: string): string {
  return arn("lambda", place, `function:${name}`);
}

/** ARN of a parameter of AWS Systems Manager, whose name may begin with a slash. */
export function parameterArn(place: ArnPlace, name: string): string {
  return arn("ssm", place, `parameter/${name.replace(/^\//u, "")}`);
}

/** ARN of an IAM role; IAM is global, so the region of the place does not appear in it. */
export function roleArn(place: Omit<ArnPlace, "region">, name: string, path = "/"): string {
  return arn("iam", { ...place, region: "" }, `role/${path.replace(/^\//u, "")}${name}`);
}

/** ARN of an IAM policy of an account; the path may also stand before the name. */
export function policyArn(place: Omit<ArnPlace, "region">, name: string, path = "/"): string {
  return arn("iam", { ...place, region: "" }, `policy/${path.replace(/^\//u, "")}${name}`);
}

/** ARN of an IAM policy that AWS keeps, which is in no account. */
export function managedPolicyArn(partition: Partition, name: string): string {
  return policyArn({ partition, account: "aws" }, name);
}

/** ARN that stands for an account itself, as a principal in a resource policy. */
export function accountRootArn(place: Omit<ArnPlace, "region">): string {
  return arn("iam", { ...place, region: "" }, "root");
}

/** ARN of a KMS key. */
export function keyArn(place: ArnPlace, id: string): string {
  return arn("kms", place, `key/${id}`);
}

/** ARN of an alias of a KMS key, whose name begins with `alias/`. */
export function keyAliasArn(place: ArnPlace, name: string): string {
  return arn("kms", place, name);
}

/** ARN of a notification configuration of AWS User Notifications, which is in no region. */
export function notificationConfigurationArn(place: Omit<ArnPlace, "region">, id: string): string {
  return arn("notifications", { ...place, region: "" }, `configuration/${id}`);
}

/** ARN of an e-mail contact of AWS User Notifications, which is in no region. */
export function emailContactArn(place: Omit<ArnPlace, "region">, id: string): string {
  return arn("notifications-contacts", { ...place, region: "" }, `emailcontact/${id}`);
}

/** ARN of an Amazon S3 bucket, which names neither account nor region. */
export function bucketArn(partition: Partition, name: string): string {
  return `arn:${partition}:s3:::${name}`;
}

/** ARN of an object in an Amazon S3 bucket. */
export function objectArn(partition: Partition, bucket: string, key: string): string {
  return `${bucketArn(partition, bucket)}/${key}`;
}

/** The parts of an ARN, or undefined when the text is none. */
export function parseArn(
  text: string,
):
  | { partition: string; service: string; region: string; account: string; resource: string }
  | undefined {
  const [prefix, partition, service, region, account, ...resource] = text.split(":");
  if (prefix !== "arn" || !partition || !service || resource.length === 0) return undefined;
  return {
    partition,
    service,
    region: region ?? "",
    account: account ?? "",
    resource: resource.join(":"),
  };
}

/**
 * Whether the provider takes a text for an ARN: it wants the region in lower case, an account of 12 digits
 * or one of AWS's own names, and a resource.
 */
export function isProviderArn(text: string): boolean {
  const parts = parseArn(text);
  if (parts === undefined || !/^aws(?:-[a-z]+)*$/u.test(parts.partition)) return false;
  const { region, account, resource } = parts;
  if (region !== "" && !/^[a-z]{2}(?:-[a-z]+)+-\d{1,2}$/u.test(region)) return false;
  const isAccount = /^(?:aws|aws-managed|aws-marketplace|third-party|\d{12}|cw.{10})$/u;
  return resource !== "" && (account === "" || isAccount.test(account));
}

/** Name of the log group that an ARN, with `:*` or without, is of. */
export function logGroupName(arn: string): string | undefined {
  return /^log-group:([\w./#-]+)(:\*)?$/u.exec(parseArn(arn)?.resource ?? "")?.[1];
}
