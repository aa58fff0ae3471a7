import { CloudwatchEventBus } from "@cdktf/provider-aws/lib/cloudwatch-event-bus";
import { CloudwatchEventBusPolicy } from "@cdktf/provider-aws/lib/cloudwatch-event-bus-policy";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  AccountForwarder,
  AlertHub,
  byCause,
  catalog,
  eventBusArn,
  guardProviders,
  synthesize,
  valuesOf,
} from "cdktf-aws-signin-alerts";

const place = { account: "222222222222", region: "eu-central-1" };
const shared = {
  namePrefix: "signin-alerts",
  kinds: catalog.filter(({ onByDefault }) => onByDefault),
};

function allow(...statements: readonly object[]): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: statements.map((statement) => ({ Effect: "Allow", ...statement })),
  });
}

/** Bus and topic are this stack's own; the hub adds its rules. */
class SecurityStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    guardProviders(this);
    const provider = new AwsProvider(this, "aws", {
      region: place.region,
      allowedAccountIds: [place.account],
    });
    const bus = new CloudwatchEventBus(this, "bus", { provider, name: "security" });
    new CloudwatchEventBusPolicy(this, "bus-policy", {
      provider,
      eventBusName: bus.name,
      policy: allow({
        Principal: "*",
        Action: "events:PutEvents",
        Resource: bus.arn,
        Condition: {
          StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
          // Only AWS sends a source of AWS: without these an account could forge a sign-in. A call
          // carries several events, so both keys are lists, and each event has to fit. Root's calls
          // are to any service.
          "ForAllValues:StringLike": {
            "events:source": "aws.*",
            "events:detail-type": valuesOf(shared.kinds, "detail-type"),
          },
          Null: { "events:source": "false", "events:detail-type": "false" },
        },
      }),
    });
    const key = new KmsKey(this, "key", {
      provider,
      enableKeyRotation: true,
      policy: allow(
        { Principal: { AWS: "arn:aws:iam::222222222222:root" }, Action: "kms:*", Resource: "*" },
        {
          Principal: { Service: ["events.amazonaws.com", "cloudwatch.amazonaws.com"] },
          Action: ["kms:GenerateDataKey*", "kms:Decrypt"],
          Resource: "*",
        },
      ),
    });
    const topicOf = (name: string): string => {
      const topic = new SnsTopic(this, name, { provider, name, kmsMasterKeyId: key.arn });
      new SnsTopicPolicy(this, `${name}-policy`, {
        provider,
        arn: topic.arn,
        policy: allow({
          Principal: { Service: ["events.amazonaws.com", "cloudwatch.amazonaws.com"] },
          Action: "sns:Publish",
          Resource: topic.arn,
        }),
      });
      new SnsTopicSubscription(this, `${name}-mail`, {
        provider,
        topicArn: topic.arn,
        protocol: "email",
        endpoint: "security@example.com",
      });
      return topic.arn;
    };
    const [open, rest] = byCause(shared.kinds);
    new AlertHub(this, "hub", {
      provider,
      place,
      namePrefix: shared.namePrefix,
      existingBus: { name: bus.name, arn: bus.arn },
      // What anybody can cause has a topic of its own: no flood of it silences the other mail.
      routes: [
        { topicArn: topicOf("security-findings"), kinds: rest },
        { topicArn: topicOf("security-findings-open"), kinds: open },
      ],
      alarmTopicArn: `arn:aws:sns:${place.region}:${place.account}:security-findings`,
      watchedTopicNames: ["security-findings", "security-findings-open"],
    });
  }
}

/** An account with providers of its own, two regions for an example. */
class WorkloadStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    guardProviders(this);
    const provider = (region: string): AwsProvider =>
      new AwsProvider(this, region, {
        alias: region,
        region,
        allowedAccountIds: ["555555555555"],
        assumeRole: [{ roleArn: "arn:aws:iam::555555555555:role/deploy" }],
      });
    const virginia = provider("us-east-1");
    new AccountForwarder(this, "forwarder", {
      ...shared,
      account: "555555555555",
      regionProviders: { "us-east-1": virginia, "eu-central-1": provider("eu-central-1") },
      roleProvider: virginia,
      hubBusArn: eventBusArn(place, "security"),
    });
  }
}

synthesize(
  (app) => {
    const security = new SecurityStack(app, "detection");
    new WorkloadStack(app, "workload").addDependency(security);
  },
  { outdir: "constructs.out" },
);
