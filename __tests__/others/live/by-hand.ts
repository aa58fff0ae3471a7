import { CloudTrailClient } from "@aws-sdk/client-cloudtrail";
import { CloudWatchClient } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { IAMClient } from "@aws-sdk/client-iam";
import { KMSClient } from "@aws-sdk/client-kms";
import { OrganizationsClient } from "@aws-sdk/client-organizations";
import { S3Client } from "@aws-sdk/client-s3";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { AwsQueryProtocol } from "@aws-sdk/core/protocols";
import { fromTemporaryCredentials } from "@aws-sdk/credential-providers";

export const region = "us-east-1";
export const MANAGEMENT: string = "111111111111";
export const HUB: string = "222222222222";
export const bus = "signin-alerts";
export const topic = (name: string, account: string = HUB) =>
  `arn:aws:sns:${region}:${account}:${name}`;
export const queue = (name: string, account: string = HUB) =>
  `https://sqs.${region}.amazonaws.com/${account}/${name}`;

/** Clients of an account, as somebody with a console has them. */
export function clientsOf(account: string) {
  const credentials = fromTemporaryCredentials({
    params: { RoleArn: `arn:aws:iam::${account}:role/by-hand`, RoleSessionName: "by-hand" },
    clientConfig: { region },
  });
  const settings = { region, credentials };
  return {
    cloudtrail: new CloudTrailClient(settings),
    cloudwatch: new CloudWatchClient({ ...settings, protocol: AwsQueryProtocol }),
    events: new EventBridgeClient(settings),
    iam: new IAMClient(settings),
    kms: new KMSClient(settings),
    logs: new CloudWatchLogsClient(settings),
    organizations: new OrganizationsClient(settings),
    s3: new S3Client({ ...settings, forcePathStyle: true }),
    sns: new SNSClient(settings),
    sqs: new SQSClient({ ...settings, useQueueUrlAsEndpoint: false }),
  };
}

export type Clients = ReturnType<typeof clientsOf>;

export const nobody = (action: string, resource: string): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "ByHand",
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${HUB}:root` },
        Action: action,
        Resource: resource,
      },
    ],
  });

/** A change by hand, and the rule of what is found of it. */
export interface ChangeByHand {
  readonly what: string;
  readonly rule: string;
  /** Account that is changed. @default the hub's */
  readonly account?: string;
  readonly change: (clients: Clients) => Promise<unknown>;
}

export const change = (
  what: string,
  rule: string,
  make: ChangeByHand["change"],
  account = HUB,
): ChangeByHand => ({ what, rule, account, change: make });

/** Makes one of them. */
export function make({ account = HUB, change: make }: ChangeByHand): Promise<unknown> {
  return make(clientsOf(account));
}
