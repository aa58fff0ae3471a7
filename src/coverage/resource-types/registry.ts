import { chatbot } from "./chatbot";
import { cloudformation } from "./cloudformation";
import { cloudtrail } from "./cloudtrail";
import { cloudwatch } from "./cloudwatch";
import { events } from "./events";
import { iam } from "./iam";
import { kms } from "./kms";
import { lambda } from "./lambda";
import { notifications } from "./notifications";
import type { ResourceType, ResourceTypes } from "./resource-type";
import { s3 } from "./s3";
import { sns } from "./sns";
import { sqs } from "./sqs";

/** The types of each AWS service, by the service's name. */
const services: Readonly<Record<string, ResourceTypes>> = {
  events,
  sns,
  sqs,
  iam,
  kms,
  cloudtrail,
  cloudwatch,
  lambda,
  s3,
  chatbot,
  notifications,
  cloudformation,
};

/** Every resource type that the check analyzes, by its name in Terraform. */
export const resourceTypes: ReadonlyMap<string, ResourceType> = new Map(
  Object.values(services).flatMap((types) => Object.entries(types)),
);

/** The AWS service of a registered type. */
export function serviceOf(type: string): string | undefined {
  return Object.keys(services).find((service) => Object.hasOwn(services[service] ?? {}, type));
}

/** The name that a resource has in AWS, where it has one of its own. */
export function ownName(
  type: string,
  attributes: Readonly<Record<string, unknown>>,
): string | undefined {
  const argument = resourceTypes.get(type)?.name;
  const name = argument === null ? undefined : attributes[argument ?? "name"];
  return typeof name === "string" && name !== "" ? name : undefined;
}

/**
 * Whether resources of a type are of providers that create nothing in AWS and no file, such as `random_id`:
 * they have no account, and cannot touch what alerts pass. What runs a command is found for itself.
 */
export function isOutsideAws(type: string): boolean {
  return /^(?:terraform_data|null_resource|(?:random|time|tls)_\w+)$/u.test(type);
}

/** What a resource is to alerts; undefined for one that has nothing to do with them. */
export function partOf(type: string): ResourceType["part"] {
  const known = resourceTypes.get(type);
  if (known) return known.part ?? "path";
  return isRelated(type) ? "path" : undefined;
}

/** What the loss of a resource means. */
export function lossOf(type: string): string | undefined {
  return resourceTypes.get(type)?.loss;
}

/** Such as `aws_sns_topic`: what is not analyzed may change what alerts pass. */
const families = new Set(
  [...resourceTypes]
    .filter(([, { part }]) => part !== "watch")
    .map(([type]) => type.split("_").slice(0, 3).join("_")),
);

function isRelated(type: string): boolean {
  return [...families].some((family) => type.startsWith(`${family}_`));
}
