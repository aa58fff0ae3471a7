import type { SignInAlertsProps } from "../../src/stacks";
import { resolve } from "../../src/plan";
import { compileFilterPattern } from "../../src/aws/logs";
import { example, Organization } from "./example-organization";

const UNIT = "ou-ab12-c3d4e5f6";

const props: SignInAlertsProps = {
  ...example,
  rollout: { type: "stack-set", organizationalUnits: [UNIT], account: "222222222222" },
  accounts: example.accounts.map(({ id, name, ...others }) =>
    name.startsWith("payments") ? { id, name, organizationalUnit: UNIT } : { id, name, ...others },
  ),
};
const organization = new Organization(props);

test("accounts of the units have no stack of their own, the management account has", () => {
  expect([...organization.stackNames].sort()).toEqual([
    "signin-account-111111111111",
    "signin-account-222222222222",
    "signin-account-333333333333",
    "signin-account-666666666666",
    "signin-hub",
    "signin-stack-set",
    "signin-trail",
  ]);
});

test("the stack set is created by the account that administers it, after the hub", () => {
  const stack = organization.stack("signin-stack-set");
  expect(stack.providers.map(({ allowed_account_ids: ids }) => ids)).toEqual([["222222222222"]]);
  expect(stack.dependencies).toContain("signin-hub");
  expect(stack.only("aws_cloudformation_stack_set").values["call_as"]).toBe("DELEGATED_ADMIN");
});

test("heartbeats are counted for the listed accounts, or for as many as the units are said to hold", () => {
  expect(resolve(props).hub.heartbeats?.forwarders).toBe(3 * 17 + 6 + 2 * 17);
  const rollout = { type: "stack-set", organizationalUnits: [UNIT], accounts: 40 } as const;
  expect(resolve({ ...props, rollout }).hub.heartbeats?.forwarders).toBe(3 * 17 + 6 + 40 * 17);
});

test("a sign-in to an account of the units that is not listed is covered, elsewhere it is not", () => {
  const filters = resolve(props).guards.flatMap((guards) => guards.filters);
  const covers = (recipientAccountId: string, awsRegion: string) =>
    filters.filter(
      ({ metric, pattern }) =>
        metric.name === "SignInsInCoveredRegions" &&
        compileFilterPattern(pattern).matches({
          eventName: "ConsoleLogin",
          recipientAccountId,
          awsRegion,
        }),
    ).length;
  expect(covers("777777777777", "ap-south-1")).toBe(1);
  expect(covers("777777777777", "eu-south-1")).toBe(0);
  expect(covers("666666666666", "ap-south-1")).toBe(0);
  expect(filters.some(({ metric }) => metric.name === "SignInsOfCoveredAccounts")).toBe(false);
});

test("hundreds of listed accounts are covered in the regions of the stack set, opt-in ones included", () => {
  const listed = Array.from({ length: 120 }, (_, i) => ({
    id: String(500_000_000_000 + i),
    name: `account ${i}`,
    organizationalUnit: UNIT,
  }));
  const { rollout } = props;
  const large = new Organization({
    ...props,
    accounts: [...props.accounts, ...listed],
    ...(rollout?.type === "stack-set" && {
      rollout: { ...rollout, optInRegions: ["eu-south-1", "ap-east-1"] },
    }),
  });
  expect(large.stackNames).toHaveLength(7);
});

test("a region that is not covered any more keeps its provider and nothing else", () => {
  const retired = example.accounts.map((account) =>
    account.id === "444444444444"
      ? { id: account.id, name: account.name, retiredRegions: ["eu-south-1"] }
      : account,
  );
  const stack = new Organization({ ...example, accounts: retired }).account("444444444444");
  expect(stack.providers.map(({ alias }) => alias)).toContain("eu-south-1");
  expect(stack.resources.filter(({ provider }) => provider === "aws.eu-south-1")).toEqual([]);
});

describe("one provider for all regions of an account", () => {
  const account = new Organization({ ...example, regionStrategy: "region-argument" }).account(
    "444444444444",
  );

  test("makes each resource once, repeated over the regions", () => {
    expect(account.providers).toHaveLength(1);
    const repeated = account.resources.filter(({ type }) => !type.startsWith("aws_iam"));
    expect(repeated.map(({ type }) => type).sort()).toEqual([
      "aws_cloudwatch_event_rule",
      "aws_cloudwatch_event_rule",
      "aws_cloudwatch_event_target",
      "aws_cloudwatch_event_target",
      "aws_sqs_queue",
    ]);
    for (const { values } of repeated) {
      expect(values["region"]).toBe("${each.key}");
      expect(values["for_each"]).toMatch(
        /^\$\{toset\(\[("[a-z]+-[a-z]+-\d", ){17}"[a-z]+-[a-z]+-\d"\]\)\}$/,
      );
      expect(values["for_each"]).toContain('"eu-south-1"');
    }
  });

  test("keeps the role where it was", () => {
    const before = new Organization().account("444444444444").only("aws_iam_role");
    expect(account.only("aws_iam_role")).toEqual(before);
  });
});
