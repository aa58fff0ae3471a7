import {
  callKinds,
  evaluatePolicies,
  parsePolicy,
  requestOf,
  type Call,
  type CallName,
  type PolicyKind,
} from "../../../src/coverage/policy";
import { BUS, HUB, MEMBER, policyOf, TOPIC } from "./sample-policies";

const ORGANIZATION = "o-a1b2c3d4e5";
const rule = `arn:aws:events:eu-central-1:${HUB}:rule/forward`;
const queue = `arn:aws:sqs:eu-central-1:${HUB}:letters`;
const key = `arn:aws:kms:eu-central-1:${HUB}:key/1`;
const role = `arn:aws:iam::${MEMBER}:role/forward`;
const events = { service: "events.amazonaws.com" };
const member = { account: MEMBER, arn: role };

const calls = {
  queue: { kind: "rule to queue", principal: events, action: "sqs:SendMessage", resource: queue },
  topic: { kind: "rule to topic", principal: events, action: "sns:Publish", resource: TOPIC },
  key: { kind: "service to topic key", principal: events, action: "kms:Decrypt", resource: key },
  trust: { kind: "service to role", principal: events, action: "sts:AssumeRole", resource: role },
  bus: { kind: "role to bus", principal: member, action: "events:PutEvents", resource: BUS },
  role: { kind: "role to bus", principal: member, action: "events:PutEvents", resource: BUS },
  bucket: {
    kind: "trail to bucket",
    principal: { service: "cloudtrail.amazonaws.com" },
    action: "s3:PutObject",
    resource: "arn:aws:s3:::trail/AWSLogs/1",
    isResourceOpen: true,
  },
} as const satisfies Readonly<Record<string, Call>>;

const kindOf = (name: keyof typeof calls): PolicyKind =>
  name === "trust" ? "trust" : name === "role" ? "identity" : "resource";

/** What a policy of this statement beside an Allow for everything says to a call; alone if it allows. */
function effectOf(name: keyof typeof calls, statement: object, facts: Partial<Call> = {}): string {
  const kind = kindOf(name);
  const call = { source: rule, organization: ORGANIZATION, ...calls[name], ...facts };
  const members = {
    Action: "*",
    ...(kind !== "trust" && { Resource: "*" }),
    ...(kind !== "identity" && { Principal: "*" }),
  };
  const isDeny = "Effect" in statement;
  const allow = { Effect: "Allow", ...members };
  const policy = policyOf(...(isDeny ? [allow] : []), { ...allow, ...statement });
  return evaluatePolicies([parsePolicy(policy, { kind })], requestOf(call)).effect;
}

const deny = (Condition: object, others: object = {}): object => ({
  Effect: "Deny",
  Condition,
  ...others,
});

const everywhere = Object.keys(calls) as readonly (keyof typeof calls)[];

describe.each(everywhere)("the statements of a data perimeter on the %s", (name) => {
  const own = (organization: string): readonly object[] => [
    deny({
      StringNotEqualsIfExists: {
        "aws:SourceOrgID": organization,
        "aws:SourceAccount": ["999999999999"],
        "aws:ResourceTag/dp:exclude:identity": "true",
      },
      Null: { "aws:SourceAccount": "false" },
      Bool: { "aws:PrincipalIsAWSService": "true" },
    }),
    deny({
      StringNotEqualsIfExists: {
        "aws:PrincipalOrgID": organization,
        "aws:PrincipalAccount": ["999999999999"],
      },
      BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
    }),
    deny({ BoolIfExists: { "aws:SecureTransport": "false" } }),
    deny({
      NotIpAddressIfExists: { "aws:SourceIp": "10.0.0.0/8" },
      StringNotEqualsIfExists: { "aws:SourceVpc": "vpc-1", "aws:PrincipalOrgID": organization },
      BoolIfExists: { "aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false" },
    }),
    deny({ StringNotEqualsIfExists: { "aws:ResourceOrgID": organization } }),
  ];

  test("let the organization's own calls through", () => {
    for (const statement of own(ORGANIZATION)) expect(effectOf(name, statement)).toBe("allow");
  });

  test("do not let those of another through unsaid", () => {
    const effects = own("o-zzzzzzzzzz").map((statement) => effectOf(name, statement));
    expect(effects.filter((effect) => effect !== "allow")).not.toEqual([]);
  });
});

const asked = (operator: string, values: object): object => ({ Condition: { [operator]: values } });
const is = (values: object): object => asked("StringEquals", values);

test.each<[keyof typeof calls, string, object, string]>([
  [
    "role",
    "another organization",
    deny({ StringEquals: { "aws:PrincipalOrgID": "o-zz" } }),
    "allow",
  ],
  [
    "role",
    "its organization",
    deny({ StringEquals: { "aws:PrincipalOrgID": ORGANIZATION } }),
    "deny",
  ],
  ["role", "an organization", deny({ Null: { "aws:PrincipalOrgID": "false" } }), "deny"],
  [
    "role",
    "another, if any",
    asked("StringEqualsIfExists", { "aws:PrincipalOrgID": "o-z" }),
    "implicit-deny",
  ],
  [
    "role",
    "a second factor",
    deny({ BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } }),
    "deny",
  ],
  [
    "role",
    "a second factor given",
    deny({ Bool: { "aws:MultiFactorAuthPresent": "false" } }),
    "unknown",
  ],
  ["role", "a short ARN", deny({}, { Resource: "arn:aws:events:eu-central-1" }), "deny"],
  [
    "role",
    "an ARN without account",
    { Resource: "arn:aws:events:*:event-bus/signin-alerts" },
    "unknown",
  ],
  ["role", "the bus's owner", is({ "aws:ResourceAccount": HUB }), "allow"],
  ["role", "another owner", is({ "aws:ResourceAccount": MEMBER }), "implicit-deny"],
  ["role", "its region", is({ "aws:RequestedRegion": "eu-central-1" }), "allow"],
  ["role", "its own organization", is({ "aws:ResourceOrgID": "${aws:PrincipalOrgID}" }), "allow"],
  ["trust", "the organization of the rule", is({ "aws:SourceOrgID": ORGANIZATION }), "allow"],
  [
    "trust",
    "the resource's organization",
    is({ "aws:SourceOrgID": "${aws:ResourceOrgID}" }),
    "allow",
  ],
  [
    "trust",
    "another organization",
    deny({ StringNotEquals: { "aws:SourceOrgID": "o-z" } }),
    "deny",
  ],
  [
    "queue",
    "a path of it",
    asked("ForAnyValue:StringLike", { "aws:SourceOrgPaths": `${ORGANIZATION}/*` }),
    "allow",
  ],
  [
    "bus",
    "a path of it",
    asked("ForAnyValue:StringLike", { "aws:PrincipalOrgPaths": `${ORGANIZATION}/*` }),
    "allow",
  ],
  [
    "bus",
    "a rule's account",
    deny({ StringNotEqualsIfExists: { "aws:SourceAccount": "9" } }),
    "deny",
  ],
  ["bus", "the rule", asked("ArnEquals", { "aws:SourceArn": rule }), "unknown"],
  [
    "topic",
    "any account of the rule, if sent",
    asked("StringEqualsIfExists", { "aws:SourceAccount": MEMBER }),
    "unknown",
  ],
  [
    "topic",
    "its own account, if sent",
    asked("StringEqualsIfExists", { "aws:SourceAccount": HUB }),
    "allow",
  ],
  ["bucket", "TLS 1.2", deny({ NumericLessThan: { "s3:TlsVersion": "1.2" } }), "allow"],
  ["bucket", "TLS 1.3", deny({ NumericLessThan: { "s3:TlsVersion": "1.3" } }), "unknown"],
  ["bucket", "its account", is({ "aws:SourceAccount": HUB }), "allow"],
  [
    "bucket",
    "a name that nobody chose",
    { Resource: "arn:aws:s3:::trail/AWSLogs/1/a*" },
    "unknown",
  ],
  [
    "queue",
    "all actions but others",
    { Action: undefined, NotAction: "sqs:DeleteMessage" },
    "allow",
  ],
  [
    "queue",
    "all actions but its own",
    { Action: undefined, NotAction: "sqs:Send*" },
    "implicit-deny",
  ],
  [
    "queue",
    "all resources but its own",
    { Resource: undefined, NotResource: queue },
    "implicit-deny",
  ],
])("on the %s a statement that asks for %s: %j is %s", (name, _, statement, expected) => {
  const members = Object.entries({ ...statement }).filter(([, value]) => value !== undefined);
  const absent = Object.keys(statement).filter((member) =>
    members.every(([own]) => own !== member),
  );
  const kind = kindOf(name);
  const whole = {
    Effect: "Allow",
    Action: "*",
    ...(kind !== "trust" && { Resource: "*" }),
    ...(kind !== "identity" && { Principal: "*" }),
    ...Object.fromEntries(members),
  };
  const shown = Object.fromEntries(
    Object.entries(whole).filter(([member]) => !absent.includes(member)),
  );
  const allow = { ...whole, Effect: "Allow", Resource: "*", Condition: {} };
  const beside = kind === "trust" ? { Effect: "Allow", Action: "*", Principal: "*" } : allow;
  const statements = "Effect" in statement ? [beside, shown] : [shown];
  const call = { source: rule, organization: ORGANIZATION, ...calls[name] };
  const document = parsePolicy(policyOf(...statements), { kind });
  expect(evaluatePolicies([document], requestOf(call)).effect).toBe(expected);
});

test("every kind of call names a page of AWS", () => {
  for (const kind of Object.keys(callKinds) as CallName[]) {
    expect(callKinds[kind].page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//u);
  }
});
