import type { Change } from "./every-rule/raise";
import { plain, raised, replaced } from "./every-rule/raise";
import { reportOf } from "./small-organization";

const refused = (type: string, change: Change, name = /./): readonly string[] => [
  ...new Set(
    raised(type, name, change)()
      .filter(({ rule }) => rule === "policy-refused")
      .map(({ detail }) => detail),
  ),
];
const longer = (argument: string, by: number): Change =>
  replaced(argument, /"Sid":"[^"]*"/gu, `"Sid":"${"x".repeat(by)}"`);

test.each([
  ["aws_cloudwatch_event_bus_policy", "policy", 10_240],
  ["aws_sqs_queue", "policy", 8_192],
  ["aws_sns_topic", "policy", 30_720],
  ["aws_iam_role", "assume_role_policy", 2_048],
  ["aws_iam_role_policy", "policy", 10_240],
  ["aws_kms_key", "policy", 32_768],
  ["aws_s3_bucket_policy", "policy", 20_480],
])("a policy of %s in %s has at most %d characters", (type, argument, longest) => {
  const most = longest.toLocaleString("en-US");
  const found = refused(type, longer(argument, longest));
  expect(found.some((each) => each.includes(`at most ${most} are allowed`))).toBe(true);
});

test.each(["sns:*", "sns:Pub*", "sns:Unsubscribe", "*", "sqs:SendMessage"])(
  "SNS does not accept %s in the policy of a topic",
  (action) => {
    expect(refused("aws_sns_topic", replaced("policy", "sns:Publish", action))[0]).toContain(
      `SNS does not accept the action ${action}`,
    );
  },
);

test("a Sid of IAM has letters and digits only", () => {
  const found = refused(
    "aws_iam_role_policy",
    replaced("policy", /"Sid":"[^"]*"/gu, '"Sid":"a-b"'),
  );
  expect(found).toContain("policy: statement a-b: its Sid must have letters and digits only");
});

test("a wildcard in the type of a resource is refused, one in the place of everything is not", () => {
  const named = (resource: string): readonly string[] =>
    refused("aws_iam_role_policy", replaced("policy", /"arn:aws:events:[^"]*"/gu, `"${resource}"`));
  expect(named("arn:aws:events:*:*:event-b*/x")[0]).toContain("a wildcard in the type");
  expect(named("arn:aws:events:*:*:*")).toEqual([]);
});

test("nothing that the package writes is refused", () => {
  const found = reportOf(plain).findings.filter(({ rule }) => rule === "policy-refused");
  expect(found).toEqual([]);
});

const openTo = (type: string, argument: string, from: string | RegExp, to: string) =>
  raised(type, /./, replaced(argument, from, to))()
    .filter(({ rule }) => rule === "open-to-strangers")
    .map(({ detail }) => detail);

test.each([
  ["aws_sns_topic", "policy", /"Principal":\{"Service":"events.amazonaws.com"\}/gu],
  [
    "aws_sqs_queue",
    "policy",
    /"Principal":\{"Service":"events.amazonaws.com"\}.*?"Condition":\{.*?\}\}/gu,
  ],
  [
    "aws_iam_role",
    "assume_role_policy",
    /"Principal":\{"Service":"events.amazonaws.com"\}.*?"Condition":\{.*?\}\}/gu,
  ],
] as const)("a %s open to everybody is found", (type, argument, from) => {
  const rest =
    type === "aws_sns_topic"
      ? ""
      : type === "aws_iam_role"
        ? ',"Action":"sts:AssumeRole"'
        : ',"Action":"sqs:SendMessage","Resource":"*"';
  expect(openTo(type, argument, from, `"Principal":"*"${rest}`)).not.toEqual([]);
});

test.each([
  ["StringEqualsIfExists", '"StringEqualsIfExists":{"aws:PrincipalOrgID"'],
  ["ForAllValues", '"ForAllValues:StringEqualsIgnoreCase":{"aws:PrincipalOrgID"'],
])("a bus that asks for the organization by %s is open to accounts of none", (_, to) => {
  const found = openTo(
    "aws_cloudwatch_event_bus_policy",
    "policy",
    '"StringEquals":{"aws:PrincipalOrgID"',
    to,
  );
  expect(found).not.toEqual([]);
});

test("a bus that names a foreign account is open to it", () => {
  const found = openTo(
    "aws_cloudwatch_event_bus_policy",
    "policy",
    /"Principal":"\*"(.*?)"StringEquals":\{"aws:PrincipalOrgID":"[^"]*"\},/gu,
    '"Principal":{"AWS":"999999999999"}$1',
  );
  expect(found).toContain("account 999999999999");
});
