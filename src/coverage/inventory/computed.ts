import {
  bucketArn,
  emailContactArn,
  eventBusArn,
  eventRuleArn,
  functionArn,
  keyAliasArn,
  keyArn,
  logGroupArn,
  notificationConfigurationArn,
  parseArn,
  policyArn,
  queueArn,
  roleArn,
  topicArn,
  trailArn,
  type Place,
} from "../../aws/arn";
import type { ProviderPlace } from "./place";
import { isUnresolved, unresolved, type Value } from "./value";

/** What a resource's own computed attributes depend on. */
export interface NewResource {
  readonly stack: string;
  readonly address: string;
  readonly type: string;
  readonly place: ProviderPlace;
  /** An argument as it is written. */
  readonly argument: (name: string) => Value;
}

type Known = Required<Place>;
type Form = (place: Known, name: string, resource: NewResource) => string;
type Forms = Readonly<Record<string, Form>>;

const named: Form = (_place, name) => name;

/** An id that AWS gives: which one does not matter, only that it is always the same. */
const key: Form = (_place, _name, { stack, address }) => `key-of-${stack}/${address}`;

const madeUp =
  (arnOf: (place: Known, id: string) => string): Form =>
  (place, name, resource) =>
    arnOf(place, key(place, name, resource));

const queueUrl: Form = ({ partition, region, account }, name) =>
  `https://sqs.${region}.amazonaws.com${partition === "aws-cn" ? ".cn" : ""}/${account}/${name}`;

/** The bus that an argument names, by its name or by its ARN. */
export function busName(bus: Value): string {
  if (typeof bus !== "string" || bus === "") return "default";
  return parseArn(bus)?.resource.replace(/^event-bus\//u, "") ?? bus;
}

const iamName = (resource: NewResource, name: string): string => {
  const path = resource.argument("path");
  return `${typeof path === "string" ? path.replace(/^\//u, "") : ""}${name}`;
};

const role: Form = (place, name, resource) => roleArn(place, iamName(resource, name));
const trail: Form = (place, name) => trailArn(place, name);

/** What AWS gives a resource that has a name, by resource type and attribute. */
const forms: Readonly<Record<string, Forms>> = {
  aws_cloudwatch_event_bus: { arn: (place, name) => eventBusArn(place, name), id: named },
  aws_cloudwatch_event_rule: {
    arn: (place, name, resource) =>
      eventRuleArn(place, name, busName(resource.argument("event_bus_name"))),
  },
  aws_iam_role: { arn: role, id: named },
  aws_iam_policy: {
    arn: (place, name, resource) => policyArn(place, iamName(resource, name)),
  },
  aws_sns_topic: { arn: (place, name) => topicArn(place, name), id: topicArn },
  aws_sqs_queue: { arn: (place, name) => queueArn(place, name), id: queueUrl, url: queueUrl },
  aws_kms_key: { arn: madeUp(keyArn), id: key, key_id: key },
  aws_kms_alias: { arn: (place, name) => keyAliasArn(place, name), id: named },
  aws_s3_bucket: { arn: ({ partition }, name) => bucketArn(partition, name), id: named },
  aws_cloudwatch_log_group: { arn: (place, name) => logGroupArn(place, name), id: named },
  aws_cloudtrail: { arn: trail, id: trail },
  aws_notifications_notification_configuration: { arn: madeUp(notificationConfigurationArn) },
  aws_notificationscontacts_email_contact: { arn: madeUp(emailContactArn) },
  aws_lambda_function: { arn: (place, name) => functionArn(place, name), id: named },
};

/** The argument that holds the name of a resource. */
const nameArgument: Readonly<Record<string, string>> = {
  aws_lambda_function: "function_name",
  aws_s3_bucket: "bucket",
};

/** Names of the attributes that {@link computedValue} gives for a type. */
export function computedNames(type: string): readonly string[] {
  return Object.keys(forms[type] ?? {});
}

/** What AWS gives: an ARN, an id, an address. Undefined where it cannot be told. */
export function computedValue(resource: NewResource, attribute: string): Value {
  const form = forms[resource.type]?.[attribute];
  if (form === undefined) return undefined;
  const { account, region, partition } = resource.place;
  if (isUnresolved(account)) return account;
  if (isUnresolved(region)) return region;
  if (isUnresolved(partition)) return partition;
  const place = { account, region, partition };
  // A key has no name.
  if (resource.type === "aws_kms_key") return form(place, "", resource);
  const name = resource.argument(nameArgument[resource.type] ?? "name");
  if (isUnresolved(name)) return name;
  if (typeof name === "string" && name !== "") return form(place, name, resource);
  return unresolved(`${resource.address}.${attribute}`, "AWS or Terraform makes up its name");
}
