import { Organization } from "./example-organization";

const organization = new Organization();
const { hub } = organization;

describe("the hub's stack", () => {
  test("has one provider: the hub account in the hub region", () => {
    expect(hub.providers).toMatchObject([
      {
        alias: "eu-central-1",
        region: "eu-central-1",
        allowed_account_ids: ["222222222222"],
        assume_role: [{ role_arn: "arn:aws:iam::222222222222:role/OrganizationAccountAccessRole" }],
      },
    ]);
  });

  test("creates everything there", () => {
    expect(hub.resources.filter(({ provider }) => provider !== "aws.eu-central-1")).toEqual([]);
  });

  test("has a bus and one policy for it", () => {
    const bus = hub.only("aws_cloudwatch_event_bus");
    const policy = hub.only("aws_cloudwatch_event_bus_policy");
    expect(hub.referenced(policy.values["event_bus_name"], "name")).toBe(bus);
    expect(hub.ofType("aws_cloudwatch_event_permission")).toEqual([]);
  });

  test("has all its rules on that bus, each with one target: the topic", () => {
    const bus = hub.only("aws_cloudwatch_event_bus");
    const rules = hub.ofType("aws_cloudwatch_event_rule");
    const targets = hub.ofType("aws_cloudwatch_event_target");
    expect(targets.map(({ values }) => hub.referenced(values["rule"], "name"))).toEqual(rules);
    for (const { values } of [...rules, ...targets]) {
      expect(hub.referenced(values["event_bus_name"], "name")).toBe(bus);
    }
    for (const { values } of targets) {
      expect(hub.referenced(values["arn"], "arn")).toBe(hub.only("aws_sns_topic"));
    }
  });

  test("keeps what a rule cannot deliver in one queue", () => {
    const queue = hub.only("aws_sqs_queue");
    for (const { values } of hub.ofType("aws_cloudwatch_event_target")) {
      expect(values["dead_letter_config"]).toEqual({ arn: `\${${queue.address}.arn}` });
    }
  });

  test("subscribes each recipient to the topic", () => {
    const { values } = hub.only("aws_sns_topic_subscription");
    expect(values).toMatchObject({ protocol: "email", endpoint: "security@example.com" });
    expect(hub.referenced(values["topic_arn"], "arn")).toBe(hub.only("aws_sns_topic"));
  });

  test("names bus, topics and rules in its outputs", () => {
    expect(Object.keys(hub.outputs).sort()).toEqual(["event_bus_arn", "rule_arns", "topic_arns"]);
    expect(hub.referenced(hub.outputs["event_bus_arn"]?.value, "arn").type).toBe(
      "aws_cloudwatch_event_bus",
    );
    expect(hub.outputs["topic_arns"]?.value).toEqual({
      default: `\${${hub.only("aws_sns_topic").address}.arn}`,
    });
    const rules = hub.ofType("aws_cloudwatch_event_rule");
    expect(hub.outputs["rule_arns"]?.value).toEqual(
      Object.fromEntries(
        rules.map(({ address, values }) => [values["name"], `\${${address}.arn}`]),
      ),
    );
  });
});

describe("the stacks of an organization", () => {
  test("are one for the trail, one for the hub and one per account", () => {
    expect([...organization.stackNames].sort()).toEqual([
      "signin-account-111111111111",
      "signin-account-222222222222",
      "signin-account-333333333333",
      "signin-account-444444444444",
      "signin-account-555555555555",
      "signin-account-666666666666",
      "signin-hub",
      "signin-trail",
    ]);
  });

  test("have every resource name a provider of its own stack", () => {
    for (const stack of organization.stacks) {
      const aliases = stack.providers.map(({ alias }) => `aws.${String(alias)}`);
      for (const { provider } of stack.resources) expect(aliases).toContain(provider);
      expect(new Set(aliases).size).toBe(aliases.length);
    }
  });

  test("are deployed hub first, as its bus must accept an account before the account sends", () => {
    for (const stack of organization.stacks) {
      const expected = stack.name.startsWith("signin-account-") ? ["signin-hub"] : [];
      expect(stack.dependencies).toEqual(expected);
    }
  });

  test("tag everything that has tags", () => {
    const tags = [{ tags: { team: "security", service: "signin-alerts" } }];
    const providers = organization.stacks.flatMap((stack) => stack.providers);
    expect(providers.filter(({ default_tags }) => default_tags === undefined)).toEqual([]);
    expect(providers[0]?.default_tags).toEqual(tags);
  });

  test("read nothing from AWS and no other state", () => {
    for (const { resources } of organization.stacks) {
      expect(JSON.stringify(resources)).not.toContain("${data.");
    }
  });

  test("name the rule of each region in the outputs of an account", () => {
    for (const stack of organization.stacks) {
      if (!stack.name.startsWith("signin-account-")) continue;
      const rules = stack.ofType("aws_cloudwatch_event_rule");
      const arns = rules.map(({ address, provider }) => [
        String(provider).replace("aws.", ""),
        `\${${address}.arn}`,
      ]);
      expect(stack.outputs["rule_arns"]?.value).toEqual(Object.fromEntries(arns));
    }
  });
});
