import type { StackDocument } from "../../../src/coverage";
import { isCovered } from "../../../src/coverage/report";
import { after, allOf, more } from "../every-rule/raise";
import { reportOf } from "../small-organization";
import { said } from "../said";

const MEMBER_STACK = "signin-account-333333333333";
const ROLE = "signin-alerts-forward";
const forwarder = /account-forwarder/u;
const everything = { Effect: "Allow", Action: "*", Resource: "*" };

/** The stacks with a policy in the member's account. */
function withPolicy(statements: readonly object[], stacks?: readonly StackDocument[]) {
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const own = () => ({ provider: "aws.us-east-1", name: "baseline", path: "/own/", policy });
  return more(MEMBER_STACK, "aws_iam_policy", own, stacks);
}

/** The stacks with a policy attached to the member's role. */
function attached(arn: string, stacks?: readonly StackDocument[]) {
  const attachment = () => ({ provider: "aws.us-east-1", role: ROLE, policy_arn: arn });
  return more(MEMBER_STACK, "aws_iam_role_policy_attachment", attachment, stacks);
}

const found = (stacks: readonly StackDocument[]): readonly string[] =>
  allOf(reportOf(stacks)).map(said);

const written = "${aws_iam_policy.added.arn}";

test("an attached policy of the stacks that denies nothing of the path takes no alert away", () => {
  const guard = { Effect: "Deny", Action: "iam:*", Resource: "*" };
  const stacks = withPolicy([{ ...everything, Action: "xray:*" }, guard]);
  expect(isCovered(reportOf(attached(written, stacks)))).toBe(true);
  const arn = "arn:aws:iam::333333333333:policy/own/baseline";
  expect(isCovered(reportOf(attached(arn, stacks)))).toBe(true);
});

test("what an attached policy of the stacks denies is a blocker, and what it allows is allowed", () => {
  const denying = withPolicy([{ ...everything, Effect: "Deny", Action: "events:Put*" }]);
  expect(found(attached(written, denying)).join("\n")).toContain("role-permission-denies");
  const bare = after("aws_iam_role_policy", forwarder, (body) => ({
    ...body,
    policy: String(body["policy"]).replace("events:PutEvents", "events:PutRule"),
  }));
  const cells = (stacks: readonly StackDocument[]) =>
    reportOf(stacks).cells.filter(({ account, covered }) => account === "333333333333" && !covered);
  expect(cells(bare)).not.toEqual([]);
  expect(cells(attached(written, withPolicy([everything], bare)))).toEqual([]);
});

test.each(["AdministratorAccess", "ReadOnlyAccess", "service-role/AWSLambdaBasicExecutionRole"])(
  "the policy %s of AWS, which denies nothing, takes no alert away",
  (name) => {
    const arn = `arn:aws:iam::aws:policy/${name}`;
    expect(isCovered(reportOf(attached(arn)))).toBe(true);
    const listed = after("aws_iam_role", forwarder, { managed_policy_arns: [arn] });
    expect(found(listed)).toEqual([]);
  },
);

test.each([
  "arn:aws:iam::aws:policy/AWSDenyAll",
  "arn:aws:iam::333333333333:policy/of-another-team",
  "arn:aws:iam::222222222222:policy/AdministratorAccess",
  "AdministratorAccess",
])("what %s denies is not known", (arn) => {
  const expected = expect.stringContaining("not-analyzed-policy: an attached managed") as string;
  expect(found(attached(arn))).toContainEqual(expected);
  const listed = after("aws_iam_role", forwarder, { managed_policy_arns: [arn] });
  expect(found(listed)).toContainEqual(expected);
});

test("a role that is given all of its policies by a value that is not known is not known", () => {
  const unknown = after("aws_iam_role", forwarder, { managed_policy_arns: "${var.policies}" });
  expect(found(unknown).join("\n")).toContain("value-unknown: managed_policy_arns");
});
