import { CloudWatchClient, DescribeAlarmsCommand } from "@aws-sdk/client-cloudwatch";
import { EventBridgeClient, ListRulesCommand } from "@aws-sdk/client-eventbridge";
import { GetRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { DescribeKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { GetPolicyCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetBucketPolicyCommand, S3Client } from "@aws-sdk/client-s3";
import { GetTopicAttributesCommand, SNSClient } from "@aws-sdk/client-sns";
import { AwsQueryProtocol } from "@aws-sdk/core/protocols";
import { openAws, type Answer } from "../../src/live";
import type { Here } from "../../src/live/here";
import {
  callerIdentity,
  jsonError,
  standInOfSuite,
  xmlError,
  type StandInAnswer,
} from "./stand-in";

const place = { account: "222222222222", region: "us-east-1" };
const server = standInOfSuite();

/** A call of a service of each protocol. */
const asks: Readonly<Record<string, (here: Here) => Promise<Answer<unknown>>>> = {
  "EventBridge, JSON": (here) =>
    here.ask({
      service: { prefix: "events", create: (settings) => new EventBridgeClient(settings) },
      operation: "ListRules",
      send: (client) => client.send(new ListRulesCommand({})),
      result: ({ Rules }) => Rules,
    }),
  "KMS, JSON": (here) =>
    here.ask({
      service: { prefix: "kms", create: (settings) => new KMSClient(settings) },
      operation: "DescribeKey",
      send: (client) => client.send(new DescribeKeyCommand({ KeyId: "x" })),
      result: ({ KeyMetadata }) => KeyMetadata,
    }),
  "Lambda, REST": (here) =>
    here.ask({
      service: { prefix: "lambda", create: (settings) => new LambdaClient(settings) },
      operation: "GetPolicy",
      send: (client) => client.send(new GetPolicyCommand({ FunctionName: "x" })),
      result: ({ Policy }) => Policy,
    }),
  "IAM, XML": (here) =>
    here.ask({
      service: { prefix: "iam", create: (settings) => new IAMClient(settings) },
      operation: "GetRole",
      send: (client) => client.send(new GetRoleCommand({ RoleName: "x" })),
      result: ({ Role }) => Role,
    }),
  "SNS, XML": (here) =>
    here.ask({
      service: { prefix: "sns", create: (settings) => new SNSClient(settings) },
      operation: "GetTopicAttributes",
      send: (client) => client.send(new GetTopicAttributesCommand({ TopicArn: "x" })),
      result: ({ Attributes }) => Attributes,
    }),
  "CloudWatch, XML": (here) =>
    here.ask({
      service: {
        prefix: "cloudwatch",
        create: (settings) => new CloudWatchClient({ ...settings, protocol: AwsQueryProtocol }),
      },
      operation: "DescribeAlarms",
      send: (client) => client.send(new DescribeAlarmsCommand({})),
      result: ({ MetricAlarms }) => MetricAlarms,
    }),
  "S3, REST": (here) =>
    here.ask({
      service: {
        prefix: "s3",
        create: (settings) => new S3Client({ ...settings, forcePathStyle: true }),
      },
      operation: "GetBucketPolicy",
      send: (client) => client.send(new GetBucketPolicyCommand({ Bucket: "x" })),
      result: ({ Policy }) => Policy,
    }),
};

async function ask(name: string, answer: StandInAnswer): Promise<Answer<unknown>> {
  server().respond = (operation) =>
    operation === "GetCallerIdentity" ? callerIdentity(place.account) : answer;
  const aws = await openAws({ region: "us-east-1", partition: "aws", roleArn: () => undefined });
  const asked = asks[name];
  if (asked === undefined) throw new Error(`no call is named ${name}`);
  return aws.at(place, asked);
}

const bodies: Readonly<Record<string, string>> = {
  nothing: "",
  "a page": "<html><body><p>Not found</p></body></html>",
  "a page that is no XML": "<!doctype html><meta charset=utf-8><title>Blocked</title><br>",
  "a line": "upstream not found",
};

describe.each(Object.keys(asks))("what stands between and %s", (name) => {
  test.each([302, 401, 403, 404, 407, 410, 500, 502, 503])(
    "is not known by an answer with status %i that is none of AWS, and no permission is asked for",
    async (status) => {
      for (const body of Object.values(bodies)) {
        const answer = await ask(name, { status, body, headers: { "content-type": "text/html" } });
        const reason = `the answer cannot be read, HTTP status ${status}`;
        expect(answer).toMatchObject({ state: "not known", notKnown: { reason } });
      }
    },
  );
});

test.each<[string, StandInAnswer]>([
  ["SNS, XML", xmlError("NotFound", "Topic does not exist", 404)],
  ["IAM, XML", xmlError("NoSuchEntity", "no such role", 404)],
  ["KMS, JSON", jsonError("NotFoundException", "Key does not exist")],
  ["Lambda, REST", { ...jsonError("ResourceNotFoundException", "none", 404) }],
  [
    "S3, REST",
    { status: 404, body: "<Error><Code>NoSuchBucketPolicy</Code><Message>none</Message></Error>" },
  ],
])("what AWS says is missing is so: %s", async (name, answer) => {
  expect(await ask(name, answer)).toEqual({ state: "missing" });
});
