import { chatbot } from "./chatbot";
import { cloudformation } from "./cloudformation";
import { cloudtrail } from "./cloudtrail";
import { cloudwatch } from "./cloudwatch";
import { events } from "./events";
import { iam } from "./iam";
import { kms } from "./kms";
import { lambda } from "./lambda";
import { notifications } from "./notifications";
import type { ResourceType } from "./resource-type";
import { s3 } from "./s3";
import { sns } from "./sns";
import { sqs } from "./sqs";

/** Every resource type that the check analyzes, by its name in Terraform. */
export const resourceTypes: ReadonlyMap<string, ResourceType> = new Map(
  [
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
  ].flatMap((service) => Object.entries(service)),
);
