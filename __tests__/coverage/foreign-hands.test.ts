import type { MutableJson } from "./mutation/mutant";
import type { StackDocument } from "../../src/coverage";
import { expectationsOf, resolve } from "../../src/plan";
import { after, foundIn, plain } from "./every-rule/raise";
import { said } from "./said";
import { HUB, MEMBER, organizationWith, stacksOf } from "./small-organization";

const ORGANIZATION = "o-a1b2c3d4e5";
const FOREIGN = "999999999999";

/** What is found where the policies of a type have a statement more. */
function foundWith(type: string, statement: object, argument = "policy"): readonly string[] {
  const stacks = after(type, /./, (body) => {
    const document = JSON.parse(String(body[argument])) as { Statement: object[] };
    document.Statement.push({ Sid: "More", Effect: "Allow", ...statement });
    return { ...body, [argument]: JSON.stringify(document) };
  });
  return foundIn(stacks).map(said);
}

const bus = `arn:aws:events:eu-central-1:${HUB}:event-bus/signin-alerts`;
const rules = `arn:aws:events:eu-central-1:${HUB}:rule/signin-alerts/*`;
const onBus = (statement: object) =>
  foundWith("aws_cloudwatch_event_bus_policy", {
    Principal: "*",
    Action: "events:PutEvents",
    Resource: bus,
    ...statement,
  });

test.each<[string, object, RegExp]>([
  [
    "whoever is in no organization, by IfExists",
    { Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": ORGANIZATION } } },
    /^open-to-strangers/u,
  ],
  [
    "whoever is in no organization, by ForAllValues",
    { Condition: { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": ORGANIZATION } } },
    /^open-to-strangers/u,
  ],
  ["a foreign account", { Principal: { AWS: FOREIGN } }, /^open-to-strangers: account 9{12}$/u],
  [
    "a foreign role",
    { Principal: { AWS: `arn:aws:iam::${FOREIGN}:role/x` } },
    /^open-to-strangers: account 9{12}$/u,
  ],
  [
    "accounts of another organization, by their path",
    { Condition: { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-other12345/*" } } },
    /^organization-differs: o-other12345/u,
  ],
  [
    "somebody under a condition that is not analyzed",
    { Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } },
    /^not-analyzed-policy/u,
  ],
  ...["events:PutRule", "events:DisableRule", "events:RemoveTargets"].map(
    (Action): [string, object, RegExp] => [
      `members who may ${Action}`,
      {
        Action,
        Resource: rules,
        Condition: { StringEquals: { "aws:PrincipalOrgID": ORGANIZATION } },
      },
      new RegExp(`^bus-rules-changeable: ${Action}$`, "u"),
    ],
  ),
  ...["events:PutRule", "events:RemoveTargets"].map((Action): [string, object, RegExp] => [
    `a member that it names for ${Action}`,
    { Action, Resource: rules, Principal: { AWS: MEMBER } },
    new RegExp(`^bus-rules-changeable: ${Action} by account ${MEMBER}$`, "u"),
  ]),
  [
    "events that a member may forge, by its role",
    { Principal: { AWS: `arn:aws:iam::${MEMBER}:role/x` } },
    new RegExp(`^bus-accepts-any-source: account ${MEMBER}$`, "u"),
  ],
])("fails where the policy of the bus lets in %s", (_, statement, found) => {
  expect(onBus(statement)).toContainEqual(expect.stringMatching(found));
});

const tag = { StringEquals: { "aws:PrincipalTag/team": "security" } };

describe.each([
  ["aws_sns_topic", "policy", "sns:Subscribe"],
  ["aws_sqs_queue", "policy", "sqs:ReceiveMessage"],
  ["aws_iam_role", "assume_role_policy", "sts:AssumeRole"],
])("fails where the policy of an %s", (type, argument, Action) => {
  const found = (statement: object) =>
    foundWith(
      type,
      { Action, ...(type !== "aws_iam_role" && { Resource: "*" }), ...statement },
      argument,
    );

  test("lets in everybody", () => {
    const open = found({ Principal: { AWS: "*" } });
    expect(open).toContainEqual(expect.stringMatching(/^open-to-strangers: .*\w$/u));
  });
  test("lets in a foreign account", () => {
    const open = found({ Principal: { AWS: FOREIGN } });
    expect(open).toContainEqual(expect.stringMatching(/^open-to-strangers: .* by account 9{12}$/u));
  });
  test("lets in accounts of another organization", () => {
    const other = { StringEquals: { "aws:PrincipalOrgID": "o-other12345" } };
    expect(found({ Principal: { AWS: "*" }, Condition: other })).toContainEqual(
      expect.stringMatching(/^organization-differs: o-other12345, but .* says o-a1b2c3d4e5/u),
    );
  });
  test("lets in somebody under a condition that cannot be decided", () => {
    const open = found({ Principal: { AWS: "*" }, Condition: tag });
    expect(open).toContainEqual(expect.stringMatching(/^not-analyzed-policy: statement More/u));
  });
});

test.each([
  ["aws_sns_topic", "sns:SetTopicAttributes", { Principal: { AWS: MEMBER } }, `account ${MEMBER}`],
  [
    "aws_sns_topic",
    "sns:*",
    { Principal: { AWS: `arn:aws:iam::${MEMBER}:role/x` } },
    `account ${MEMBER}`,
  ],
  ["aws_sqs_queue", "sqs:PurgeQueue", { Principal: { AWS: MEMBER } }, `account ${MEMBER}`],
  [
    "aws_sns_topic",
    "sns:DeleteTopic",
    { Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": ORGANIZATION } } },
    "any account",
  ],
])("fails where the policy of an %s lets a member call %s", (type, Action, statement, by) => {
  const found = foundWith(type, { Action, Resource: "*", ...statement });
  expect(found).toContainEqual(
    expect.stringMatching(new RegExp(`^changeable-by-members: .* by ${by}$`, "u")),
  );
});

test.each([
  ["aws_sns_topic", "sns:GetTopicAttributes"],
  ["aws_sqs_queue", "sqs:ReceiveMessage"],
])("of a policy of an %s that lets a member call %s nothing is found", (type, Action) => {
  const principal = { AWS: MEMBER };
  expect(foundWith(type, { Action, Resource: "*", Principal: principal })).toEqual([]);
});

test("a bucket with another policy of its own beside the separate one is a finding", () => {
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [] });
  expect(foundIn(after("aws_s3_bucket", /./, { policy })).map(said)).toContainEqual(
    expect.stringMatching(/^duplicate-identity: aws_s3_bucket\..* has a policy of its own$/u),
  );
});

function withProvider(source: unknown): readonly string[] {
  const stacks: readonly StackDocument[] = structuredClone(plain);
  for (const { document } of stacks) {
    const terraform = document["terraform"] as MutableJson;
    terraform["required_providers"] = { aws: { source } };
  }
  return foundIn(stacks).map(said);
}

test("a provider of somebody else under the name of aws is a finding", () => {
  expect(withProvider("evil/aws")).toContainEqual('not-analyzed-block: "evil/aws"');
  expect(withProvider("example.com/hashicorp/aws")).toHaveLength(plain.length);
  expect(withProvider("aws")).toEqual([]);
  expect(withProvider("registry.opentofu.org/hashicorp/aws")).toEqual([]);
});

test("a channel of Teams in another tenant is a finding", () => {
  const tenantId = "0a1b2c3d-0000-1111-2222-333344445555";
  const change = {
    routes: [
      {
        name: "teams",
        teams: {
          tenantId,
          teamId: "0a1b2c3d-0000-1111-2222-333344446666",
          channelId: "19%3aabcdef%40thread.tacv2",
        },
      },
    ],
    operations: { recipients: ["security@example.com"] },
  };
  const other = tenantId.replace(/5/gu, "9");
  const want = expectationsOf(resolve(organizationWith(change)));
  const stacks = stacksOf(change);
  const type = "aws_chatbot_teams_channel_configuration";
  expect(foundIn(stacks, want)).toEqual([]);
  expect(foundIn(after(type, /./, { tenant_id: other }, stacks), want).map(said)).toEqual([
    `recipient-not-subscribed: its tenant is ${other}, the configuration says ${tenantId}`,
  ]);
});

describe("what nobody is allowed besides", () => {
  const topic = `arn:aws:sns:eu-central-1:${HUB}:signin-alerts`;
  const denied = (statement: object) =>
    foundWith("aws_sns_topic", {
      Effect: "Deny",
      Principal: "*",
      Action: ["sns:Subscribe", "sns:DeleteTopic"],
      Resource: topic,
      ...statement,
    });

  test.each<[string, object]>([
    ["a subscriber by its address", { StringNotLike: { "sns:Endpoint": "*@example.com" } }],
    ["a caller by a header that may be missing", { StringEquals: { "aws:Referer": "x" } }],
    ["a caller by its address", { NotIpAddress: { "aws:SourceIp": "10.0.0.0/8" } }],
    ["another organization", { StringEquals: { "aws:PrincipalOrgID": "o-other12345" } }],
  ])("is not found where a Deny refuses %s", (_, Condition) => {
    expect(denied({ Condition })).toEqual([]);
  });

  test("is not found where a Deny leaves principals out", () => {
    expect(denied({ Principal: undefined, NotPrincipal: { AWS: HUB } })).toEqual([]);
  });
});

test("a Deny that leaves another organization out is of another organization", () => {
  const Condition = { StringNotEquals: { "aws:PrincipalOrgID": "o-other12345" } };
  const found = foundWith("aws_sns_topic", {
    Effect: "Deny",
    Principal: "*",
    Action: "sns:Subscribe",
    Resource: `arn:aws:sns:eu-central-1:${HUB}:signin-alerts`,
    Condition,
  });
  expect(found).toContainEqual(expect.stringMatching(/^organization-differs: o-other12345/u));
});
