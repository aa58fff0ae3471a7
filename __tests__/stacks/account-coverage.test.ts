import { resolve } from "../../src/plan";
import { example, Organization } from "./example-organization";

const organization = new Organization();

const perRegion = [
  ["aws_cloudwatch_event_rule", "signin-alerts-forward"],
  ["aws_cloudwatch_event_rule", "signin-alerts-heartbeat"],
  ["aws_sqs_queue", "signin-alerts-forward-dead-letters"],
] as const;
const rules = ["signin-alerts-forward", "signin-alerts-heartbeat"];

describe.each(example.accounts)("the stack of the account $name", (account) => {
  const stack = organization.account(account.id);
  const regions = resolve(example).accounts.find(({ id }) => id === account.id)?.regions ?? [];
  const aliases = regions.map((region) => `aws.${region}`);

  test("has one provider per region, no region twice and none missing", () => {
    expect(stack.providers.map(({ region }) => region).sort()).toEqual(regions);
    expect(new Set(regions).size).toBe(regions.length);
  });

  test("names each provider after its region", () => {
    expect(stack.providers.filter(({ alias, region }) => alias !== region)).toEqual([]);
  });

  test("lets its providers work in this account only, with its role", () => {
    const roleName = account.roleName ?? "OrganizationAccountAccessRole";
    const role = { role_arn: `arn:aws:iam::${account.id}:role/${roleName}` };
    for (const provider of stack.providers) {
      expect(provider.allowed_account_ids).toEqual([account.id]);
      expect(provider.assume_role).toEqual(roleName === "none" ? undefined : [role]);
    }
  });

  test.each(perRegion)(
    "has one %s %s in each region, by the provider of that region",
    (type, name) => {
      const providers = stack.named(type, name).map(({ provider }) => provider);
      expect(providers.sort()).toEqual(aliases);
    },
  );

  test.each(rules)(
    "has one target of the rule %s in each region, by the provider of that region",
    (name) => {
      const targets = stack
        .ofType("aws_cloudwatch_event_target")
        .filter(({ values }) => stack.referenced(values["rule"], "name").values["name"] === name);
      expect(targets.map(({ provider }) => provider).sort()).toEqual(aliases);
    },
  );

  test("has nothing but the role, its policy and five resources in each region", () => {
    expect(stack.resources).toHaveLength(5 * regions.length + 2);
  });

  test("has its role once, by the provider of us-east-1", () => {
    expect(stack.only("aws_iam_role").provider).toBe("aws.us-east-1");
    expect(stack.only("aws_iam_role_policy").provider).toBe("aws.us-east-1");
  });
});

describe("the accounts of the example", () => {
  const regionCount = (id: string) => organization.account(id).providers.length;

  test("are covered in the 17 regions without opt-in unless they choose others", () => {
    expect(regionCount("222222222222")).toBe(17);
  });

  test("are covered in the opt-in regions they name as well", () => {
    expect(regionCount("444444444444")).toBe(18);
    expect(organization.account("444444444444").providers).toContainEqual(
      expect.objectContaining({ alias: "eu-south-1", region: "eu-south-1" }),
    );
  });

  test("are covered only in the regions they list", () => {
    expect(regionCount("666666666666")).toBe(6);
  });
});

describe("an account that is not covered in us-east-1", () => {
  const props = {
    ...example,
    acceptMissingRegions: ["us-east-1"],
    regions: ["us-east-2", "us-west-2", "eu-central-1", "eu-north-1", "ap-southeast-2"],
  };
  const stack = new Organization(props).account("222222222222");

  test("has a provider there for its role alone", () => {
    const there = stack.resources.filter(({ provider }) => provider === "aws.us-east-1");
    expect(there.map(({ type }) => type).sort()).toEqual(["aws_iam_role", "aws_iam_role_policy"]);
    expect(stack.providers.map(({ alias }) => alias)).toContain("us-east-1");
  });

  test.each(rules)("has the rule %s in its own regions only", (name) => {
    const providers = stack
      .named("aws_cloudwatch_event_rule", name)
      .map(({ provider }) => provider);
    expect(providers.sort()).toEqual(props.regions.map((region) => `aws.${region}`).sort());
  });
});

describe("an organization without heartbeats", () => {
  const stack = new Organization({ ...example, heartbeat: { hours: 0 } }).account("222222222222");

  test("has one rule in each region, and it forwards", () => {
    const names = stack.ofType("aws_cloudwatch_event_rule").map(({ values }) => values["name"]);
    expect(names).toEqual(Array.from({ length: 17 }, () => "signin-alerts-forward"));
  });

  test("has nothing but the role, its policy and three resources in each region", () => {
    expect(stack.resources).toHaveLength(3 * 17 + 2);
  });
});
