import type { PolicyRequest } from "../../../src/coverage/policy";
import { BUS, decide, HUB, MEMBER, ORGANIZATION, policyOf, TOPIC } from "./sample-policies";

const EVENTBRIDGE = { service: "events.amazonaws.com" };
const RULE = `arn:aws:events:eu-west-1:${MEMBER}:rule/signin-alerts-forward`;

describe("the hub bus", () => {
  const policy = policyOf({
    Sid: "AllowOrganization",
    Effect: "Allow",
    Principal: "*",
    Action: "events:PutEvents",
    Resource: BUS,
    Condition: {
      StringEquals: { "aws:PrincipalOrgID": ORGANIZATION },
      "ForAllValues:StringEquals": {
        "events:source": ["aws.signin", "aws.iam", "aws.sts", "aws.account"],
        "events:detail-type": ["AWS Console Sign In via CloudTrail", "AWS API Call via CloudTrail"],
      },
    },
  });
  const request: PolicyRequest = {
    principal: { account: MEMBER, organization: ORGANIZATION },
    action: "events:PutEvents",
    resource: BUS,
    context: {
      "events:source": "aws.signin",
      "events:detail-type": "AWS Console Sign In via CloudTrail",
    },
  };
  const context = (replaced: PolicyRequest["context"]): PolicyRequest => ({
    ...request,
    context: { ...request.context, ...replaced },
  });

  test("takes a sign-in event of a member", () => {
    expect(decide(policy, request).effect).toBe("allow");
  });

  test("turns away another organization, and an account without one", () => {
    const foreign = { account: MEMBER, organization: "o-xyz" };
    expect(decide(policy, { ...request, principal: foreign })).toMatchObject({
      effect: "implicit-deny",
      reason: "statement AllowOrganization: aws:PrincipalOrgID is o-xyz, StringEquals wants o-abc",
    });
    expect(decide(policy, { ...request, principal: { account: MEMBER } }).effect).toBe(
      "implicit-deny",
    );
  });

  test("turns away a forged source and another detail-type", () => {
    expect(decide(policy, context({ "events:source": "my.app" })).effect).toBe("implicit-deny");
    expect(decide(policy, context({ "events:detail-type": "Forged" })).effect).toBe(
      "implicit-deny",
    );
  });

  test("turns away another bus", () => {
    expect(decide(policy, { ...request, resource: `${BUS}-2` }).effect).toBe("implicit-deny");
  });
});

describe("the forwarder's role", () => {
  const trust = policyOf({
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Action: "sts:AssumeRole",
    Condition: {
      ArnLike: { "aws:SourceArn": `arn:aws:events:*:${MEMBER}:rule/signin-alerts-forward` },
      StringEquals: { "aws:SourceAccount": MEMBER },
    },
  });
  const role = `arn:aws:iam::${MEMBER}:role/signin-alerts-forward`;
  const assume = (context: PolicyRequest["context"]): PolicyRequest => ({
    principal: EVENTBRIDGE,
    action: "sts:AssumeRole",
    resource: role,
    context,
  });

  test("trusts the rule in every region, and no other rule or account", () => {
    const of = (rule: string, account: string): string =>
      decide(trust, assume({ "aws:SourceArn": rule, "aws:SourceAccount": account }), "trust")
        .effect;
    expect(of(RULE, MEMBER)).toBe("allow");
    expect(of(RULE.replace("eu-west-1", "ap-east-2"), MEMBER)).toBe("allow");
    expect(of(`${RULE}-2`, MEMBER)).toBe("implicit-deny");
    expect(of(RULE.replace(MEMBER, HUB), HUB)).toBe("implicit-deny");
    expect(of(RULE, HUB)).toBe("implicit-deny");
  });

  test("may put events on the hub bus only", () => {
    const permission = policyOf({ Effect: "Allow", Action: "events:PutEvents", Resource: BUS });
    const put = (resource: string): PolicyRequest => ({
      principal: { account: MEMBER, arn: role },
      action: "events:PutEvents",
      resource,
      context: {},
    });
    expect(decide(permission, put(BUS), "identity").effect).toBe("allow");
    expect(decide(permission, put(`${BUS}-2`), "identity").effect).toBe("implicit-deny");
  });
});

describe("the topic", () => {
  const policy = policyOf(
    {
      Sid: "Owner",
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: ["SNS:GetTopicAttributes", "SNS:Subscribe", "SNS:Publish"],
      Resource: TOPIC,
      Condition: { StringEquals: { "AWS:SourceOwner": HUB } },
    },
    {
      Sid: "EventBridge",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sns:Publish",
      Resource: TOPIC,
    },
    {
      Sid: "OnlyTls",
      Effect: "Deny",
      Principal: "*",
      Action: "sns:Publish",
      Resource: TOPIC,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  );
  const publish = (replaced: Partial<PolicyRequest>): string =>
    decide(policy, {
      principal: EVENTBRIDGE,
      action: "sns:Publish",
      resource: TOPIC,
      context: { "aws:SecureTransport": true },
      ...replaced,
    }).effect;

  test("lets EventBridge publish, though its call has no owner", () => {
    expect(publish({})).toBe("allow");
  });

  test("lets no other service publish, and nobody without TLS", () => {
    expect(publish({ principal: { service: "s3.amazonaws.com" } })).toBe("implicit-deny");
    expect(publish({ context: { "aws:SecureTransport": false } })).toBe("deny");
  });
});

describe("the topic's key", () => {
  const key = `arn:aws:kms:eu-central-1:${HUB}:key/1234`;
  const policy = policyOf(
    {
      Sid: "Administration",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${HUB}:root` },
      Action: "kms:*",
      Resource: "*",
    },
    {
      Sid: "Publishers",
      Effect: "Allow",
      Principal: { Service: ["events.amazonaws.com", "cloudwatch.amazonaws.com"] },
      Action: ["kms:GenerateDataKey*", "kms:Decrypt"],
      Resource: "*",
    },
  );
  const use = (principal: PolicyRequest["principal"], action: string): string =>
    decide(policy, { principal, action, resource: key, context: {} }).effect;

  test("gives EventBridge and CloudWatch what a publisher needs, and no more", () => {
    for (const service of ["events.amazonaws.com", "cloudwatch.amazonaws.com"]) {
      expect(use({ service }, "kms:GenerateDataKey")).toBe("allow");
      expect(use({ service }, "kms:Decrypt")).toBe("allow");
      expect(use({ service }, "kms:DisableKey")).toBe("implicit-deny");
    }
  });

  test("belongs to its account", () => {
    expect(use({ account: HUB }, "kms:DisableKey")).toBe("allow");
    expect(use({ account: MEMBER }, "kms:Decrypt")).toBe("implicit-deny");
  });
});

describe("the dead-letter queue", () => {
  const queue = `arn:aws:sqs:eu-west-1:${MEMBER}:signin-alerts-dead-letters`;
  const policy = policyOf({
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Action: "sqs:SendMessage",
    Resource: queue,
    Condition: { ArnEquals: { "aws:SourceArn": RULE } },
  });
  const send = (rule: string): string =>
    decide(policy, {
      principal: EVENTBRIDGE,
      action: "sqs:SendMessage",
      resource: queue,
      context: { "aws:SourceArn": rule },
    }).effect;

  test("takes dead letters of its own rule only", () => {
    expect(send(RULE)).toBe("allow");
    expect(send(`${RULE}-2`)).toBe("implicit-deny");
  });
});
