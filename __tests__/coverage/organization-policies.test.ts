import type { CoverageReport } from "../../src/coverage";
import { isCovered } from "../../src/coverage/report";
import { limits, reportUnder } from "./limited";
import { HUB, MEMBER } from "./small-organization";

const deny = { Effect: "Deny", Action: "*", Resource: "*" };
const denyAll = { ...deny, Principal: "*" };

/** Accounts that have a gap, and the rules of all that is found. */
function gapsIn({ cells, findings, heartbeats }: CoverageReport) {
  const lost = cells.filter(({ covered }) => !covered);
  const blockers = [...lost, ...heartbeats].flatMap(({ blocker }) => blocker ?? []);
  return {
    accounts: [...new Set(lost.map(({ account }) => account))],
    rules: [...new Set([...findings, ...blockers].map(({ rule }) => rule))].sort(),
    details: [...findings, ...blockers].map(({ detail }) => detail),
  };
}

test("policies that deny nothing of the path change nothing", () => {
  const other = { ...deny, Action: ["ec2:*", "organizations:LeaveOrganization"] };
  expect(
    isCovered(reportUnder({ [MEMBER]: limits({ service: [other] }), [HUB]: limits({}) })),
  ).toBe(true);
});

test("a service control policy that denies the role of an account is a gap of that account", () => {
  const statement = { ...deny, Sid: "NoEvents", Action: "events:Put*" };
  const { accounts, rules, details } = gapsIn(
    reportUnder({ [MEMBER]: limits({ service: [statement] }), [HUB]: limits({}) }),
  );
  expect(accounts).toEqual([MEMBER]);
  expect(rules).toEqual(["service-control-policy-denies"]);
  expect(details[0]).toContain(
    `service control policy Guardrail (p-Guardrail), events:PutEvents in account ${MEMBER}`,
  );
});

test("a level that allows nothing of it is a gap, whatever the others allow", () => {
  const service = [{ Effect: "Allow", Action: ["s3:*", "ec2:*"], Resource: "*" }];
  const { accounts, rules } = gapsIn(
    reportUnder({ [MEMBER]: limits({ service, hasFullAccess: false }) }),
  );
  expect(accounts).toEqual([MEMBER]);
  expect(rules).toEqual(["service-control-policy-denies"]);
});

test("a role that the policy leaves out is not limited", () => {
  const condition = {
    ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/signin-alerts-*" },
  };
  const service = [{ ...deny, Condition: condition }];
  expect(isCovered(reportUnder({ [MEMBER]: limits({ service }) }))).toBe(true);
});

test("regions that are denied are known where both regions of the delivery are, else not known", () => {
  const regions = (...allowed: readonly string[]) => ({
    ...deny,
    Condition: { StringNotEquals: { "aws:RequestedRegion": allowed } },
  });
  const under = (...allowed: readonly string[]) =>
    gapsIn(reportUnder({ [MEMBER]: limits({ service: [regions(...allowed)] }) })).rules;
  expect(under("eu-central-1", "us-east-1", "us-east-2")).toEqual([]);
  expect(under("eu-central-1")).toEqual(["not-analyzed-policy"]);
  expect(under("us-west-1")).toEqual(["service-control-policy-denies"]);
});

test("a resource control policy limits AWS's services, unless it leaves them out", () => {
  const byPerimeter = (Condition: object) =>
    gapsIn(reportUnder({ [HUB]: limits({ resource: [{ ...denyAll, Condition }] }) }));
  const perimeter = { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
  expect(byPerimeter(perimeter).rules).toContain("resource-control-policy-denies");
  const withServices = { BoolIfExists: { "aws:PrincipalIsAWSService": "false" } };
  expect(byPerimeter({ ...perimeter, ...withServices }).rules).toEqual([]);
});

test("a resource control policy on queues loses what cannot be delivered", () => {
  const resource = [{ ...denyAll, Action: "sqs:SendMessage" }];
  const { accounts, rules } = gapsIn(reportUnder({ [MEMBER]: limits({ resource }) }));
  expect(accounts).toEqual([]);
  expect(rules).toEqual(["resource-control-policy-denies"]);
});

test("a resource control policy on log groups loses what heartbeats are counted by", () => {
  const resource = [{ ...denyAll, Action: "logs:PutLogEvents" }];
  const { rules } = gapsIn(reportUnder({ [HUB]: limits({ resource }) }));
  expect(rules).toEqual(["resource-control-policy-denies"]);
});

test("a policy that cannot be read is not known", () => {
  const { rules } = gapsIn(reportUnder({ [MEMBER]: limits({ service: [{ Effect: "Maybe" }] }) }));
  expect(rules).toEqual(["not-analyzed-policy"]);
});

test.each([
  // As AWS's guide of EC2 has it: credentials of an instance by version 2 of its metadata service alone.
  ["NumericLessThan", "ec2:RoleDelivery", "2.0"],
  ["ArnLike", "ec2:SourceInstanceArn", "arn:aws:ec2:*:*:instance/*"],
  ["ArnLike", "ssm:SourceInstanceArn", "arn:aws:ssm:*:*:managed-instance/*"],
  ["StringLike", "aws:Ec2InstanceSourceVpc", "vpc-*"],
  ["Bool", "aws:AssumedRoot", "true"],
  ["StringEquals", "glue:CredentialIssuingService", "glue.amazonaws.com"],
  ["ArnLike", "lambda:SourceFunctionArn", "arn:aws:lambda:*:*:function:*"],
])("a policy that denies %s of %s takes nothing from EventBridge", (operator, key, value) => {
  const service = [{ ...deny, Condition: { [operator]: { [key]: value } } }];
  const byAccount = { [MEMBER]: limits({ service }), [HUB]: limits({ service }) };
  expect(isCovered(reportUnder(byAccount))).toBe(true);
});
