import { inventoryOfStacks, type StackDocument } from "../../src/coverage";
import { lengthOf, permissionsOf } from "../../src/permissions";
import { HUB, MANAGEMENT, MEMBER, stacksOf } from "../coverage/small-organization";
import { allows } from "./allowed";

const permissions = permissionsOf(inventoryOfStacks(stacksOf()));

const queue = (region: string, account = MEMBER) => ({
  resource: `arn:aws:sqs:${region}:${account}:signin-alerts-forward-dead-letters`,
  region,
});

function rolesOf(stacks: readonly StackDocument[], planRole?: string) {
  return permissionsOf(inventoryOfStacks(stacks), { planRole }).roles;
}

function roleIn(account: string) {
  const found = permissions.roles.find((role) => role.account === account);
  if (found === undefined) throw new Error(`no role of ${account}`);
  return found;
}

/** One stack whose providers and backend are these. */
function stack(parts: StackDocument["document"]): StackDocument {
  return { name: "stack", document: parts };
}

const topic = { aws_sns_topic: { topic: { name: "alerts", provider: "aws" } } };
const provider = { region: "eu-central-1", allowed_account_ids: [MEMBER] };

test("each account has the role that Terraform assumes there, and that of its start the others", () => {
  expect(permissions.unknown).toEqual([]);
  expect(permissions.roles.map(({ account, deploy }) => [account, deploy.role])).toEqual([
    [MANAGEMENT, undefined],
    [HUB, `arn:aws:iam::${HUB}:role/OrganizationAccountAccessRole`],
    [MEMBER, `arn:aws:iam::${MEMBER}:role/OrganizationAccountAccessRole`],
  ]);
  const { deploy } = roleIn(MANAGEMENT);
  const assume = (account: string, name: string) =>
    allows(deploy.policies, {
      action: "sts:AssumeRole",
      resource: `arn:aws:iam::${account}:role/${name}`,
      region: "us-east-1",
    });
  expect(assume(MEMBER, "OrganizationAccountAccessRole")).toBe(true);
  expect(assume(MEMBER, "Administrator")).toBe(false);
  expect(assume("999999999999", "OrganizationAccountAccessRole")).toBe(false);
});

test("a plan reads, in the regions and by the names of the stack; a deployment changes, too", () => {
  const { plan, deploy } = roleIn(MEMBER);
  const reads = "sqs:GetQueueAttributes";
  const changes = "sqs:SetQueueAttributes";
  expect(allows(plan.policies, { action: reads, ...queue("us-east-1") })).toBe(true);
  expect(allows(plan.policies, { action: changes, ...queue("us-east-1") })).toBe(false);
  expect(allows(deploy.policies, { action: reads, ...queue("us-east-1") })).toBe(true);
  expect(allows(deploy.policies, { action: changes, ...queue("us-east-1") })).toBe(true);
  expect(allows(deploy.policies, { action: changes, ...queue("eu-west-1") })).toBe(false);
  expect(allows(deploy.policies, { action: changes, ...queue("us-east-1", HUB) })).toBe(false);
  expect(allows(deploy.policies, { action: "sqs:DeleteMessage", ...queue("us-east-1") })).toBe(
    false,
  );
});

test("a role may be handed to the service that acts by it alone", () => {
  const pass = (service: string) =>
    allows(roleIn(MEMBER).deploy.policies, {
      action: "iam:PassRole",
      resource: `arn:aws:iam::${MEMBER}:role/signin-alerts-forward`,
      region: "us-east-1",
      context: { "iam:PassedToService": service },
    });
  expect([pass("events.amazonaws.com"), pass("ec2.amazonaws.com")]).toEqual([true, false]);
});

test("a plan may assume a role of its own, which a deployment may not", () => {
  const [start] = rolesOf(stacksOf(), "review");
  const assume = (name: string) => ({
    action: "sts:AssumeRole",
    resource: `arn:aws:iam::${MEMBER}:role/${name}`,
    region: "us-east-1",
  });
  expect(allows(start?.plan.policies ?? [], assume("review"))).toBe(true);
  expect(allows(start?.plan.policies ?? [], assume("OrganizationAccountAccessRole"))).toBe(false);
  expect(allows(start?.deploy.policies ?? [], assume("review"))).toBe(false);
});

test("the state in S3 is read by a plan, and written and locked by a deployment", () => {
  const backend = {
    s3: { bucket: "states", key: "a/stack.tfstate", region: "eu-west-1", use_lockfile: true },
  };
  const [start] = rolesOf([
    stack({ terraform: { backend }, provider: { aws: [provider] }, resource: topic }),
  ]);
  const may = (use: "plan" | "deploy", action: string, key: string) =>
    allows(start?.[use].policies ?? [], {
      action,
      resource: `arn:aws:s3:::states/a/${key}`,
      region: "eu-west-1",
    });
  expect(may("plan", "s3:GetObject", "stack.tfstate")).toBe(true);
  expect(may("plan", "s3:PutObject", "stack.tfstate")).toBe(false);
  expect(may("plan", "s3:PutObject", "stack.tfstate.tflock")).toBe(false);
  expect(may("deploy", "s3:PutObject", "stack.tfstate")).toBe(true);
  expect(may("deploy", "s3:DeleteObject", "stack.tfstate.tflock")).toBe(true);
  expect(may("deploy", "s3:DeleteObject", "stack.tfstate")).toBe(false);
  expect(may("deploy", "s3:GetObject", "other.tfstate")).toBe(false);
});

test("a role that is created with a boundary cannot be created without it", () => {
  const boundary = `arn:aws:iam::${MEMBER}:policy/boundary`;
  const role = {
    name: "forward",
    path: "/alerts/",
    permissions_boundary: boundary,
    provider: "aws",
  };
  const rest = { name: "send", role: "${aws_iam_role.role.name}", policy: "{}", provider: "aws" };
  const [start] = rolesOf([
    stack({
      provider: { aws: [provider] },
      resource: { aws_iam_role: { role }, aws_iam_role_policy: { rest } },
    }),
  ]);
  const may = (action: string, name: string, context = {}) =>
    allows(start?.deploy.policies ?? [], {
      action,
      resource: `arn:aws:iam::${MEMBER}:role/${name}`,
      region: "us-east-1",
      context,
    });
  expect(may("iam:CreateRole", "alerts/forward", { "iam:PermissionsBoundary": boundary })).toBe(
    true,
  );
  expect(
    may("iam:CreateRole", "alerts/forward", {
      "iam:PermissionsBoundary": "arn:aws:iam::aws:policy/A",
    }),
  ).toBe(false);
  expect(may("iam:PutRolePolicy", "alerts/forward")).toBe(true);
  expect(may("iam:PutRolePolicy", "forward")).toBe(false);
});

test("what is not known is said: other types, data sources and names", () => {
  const found = permissionsOf(
    inventoryOfStacks([
      stack({
        provider: { aws: [provider] },
        data: { aws_ssm_parameter: { name: { name: "topic" } }, aws_region: { here: {} } },
        resource: {
          aws_sns_topic: {
            topic: { name: "${data.aws_ssm_parameter.name.value}", provider: "aws" },
          },
          aws_instance: { server: { provider: "aws" } },
        },
      }),
    ]),
  );
  expect(found.unknown.map(({ address, reason }) => `${address}: ${reason}`)).toEqual([
    "data.aws_ssm_parameter.name: what aws_ssm_parameter needs is not known here",
    "aws_sns_topic.topic: name is not known, so any is allowed",
    "aws_instance.server: what aws_instance needs is not known here",
  ]);
});

test("policies are short enough to be managed ones", () => {
  for (const { plan, deploy } of permissions.roles) {
    for (const document of [...plan.policies, ...deploy.policies]) {
      expect(lengthOf(document)).toBeLessThanOrEqual(6144);
    }
  }
});

test("fails for a plan, which does not say who acts", () => {
  const { stacks, resources, unresolved, problems } = inventoryOfStacks(stacksOf());
  expect(() => permissionsOf({ stacks, resources, unresolved, problems })).toThrow(
    /name the folder of the generated Terraform/u,
  );
});

test("the parameter of a recipient is read in the hub, and no other is", () => {
  const arn = `arn:aws:ssm:eu-central-1:${HUB}:parameter/signin-alerts/pager`;
  const stacks = stacksOf({ recipients: ["security@example.com", arn] });
  const { roles, unknown } = permissionsOf(inventoryOfStacks(stacks));
  expect(unknown).toEqual([]);
  const reads = (account: string, resource: string) => {
    const role = roles.find((each) => each.account === account);
    const asked = { action: "ssm:GetParameter", resource, region: "eu-central-1" };
    return role && allows(role.plan.policies, asked);
  };
  expect(reads(HUB, arn)).toBe(true);
  expect(reads(HUB, arn.replace("pager", "other"))).toBe(false);
  expect(reads(MANAGEMENT, arn)).toBe(false);
});
