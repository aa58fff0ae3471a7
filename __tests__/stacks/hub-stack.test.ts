import { alertRulesOf, catalog } from "../../src/catalog";
import { decide } from "../coverage/policy/sample-policies";
import { example, Organization } from "./example-organization";
import { text, type Resource } from "./stack-contents";

const organization = new Organization();
const { hub } = organization;
const alerts = hub.only("aws_sns_topic", "signin-alerts");
const open = hub.only("aws_sns_topic", "signin-alerts-open");
const operations = hub.only("aws_sns_topic", "signin-alerts-operations");
const alarms = hub.ofType("aws_cloudwatch_metric_alarm");
const alertRules = hub
  .ofType("aws_cloudwatch_event_rule")
  .filter(({ values }) => values["name"] !== "signin-alerts-heartbeats");

/** The targets of the rule of that name. */
function targetsOf(name: unknown): readonly Resource[] {
  return hub
    .ofType("aws_cloudwatch_event_target")
    .filter(({ values }) => hub.referenced(values["rule"], "name").values["name"] === name);
}

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

  test("has all its rules on that bus, each with one target", () => {
    const bus = hub.only("aws_cloudwatch_event_bus");
    const rules = hub.ofType("aws_cloudwatch_event_rule");
    const targets = hub.ofType("aws_cloudwatch_event_target");
    expect(targets.map(({ values }) => hub.referenced(values["rule"], "name"))).toEqual(rules);
    for (const { values } of [...rules, ...targets]) {
      expect(hub.referenced(values["event_bus_name"], "name")).toBe(bus);
    }
  });

  test("has the rule of every kind publish to the topic of alerts, or of what anybody can cause", () => {
    const ofAnybody = catalog.filter(({ causedBy }) => causedBy === "anybody");
    for (const { values } of alertRules) {
      const [target, ...others] = targetsOf(values["name"]);
      const isOpen = ofAnybody.some(({ title }) => title === values["description"]);
      expect(others).toEqual([]);
      expect(hub.referenced(target?.values["arn"], "arn")).toBe(isOpen ? open : alerts);
    }
    expect(alertRules).toHaveLength(
      catalog.filter(({ onByDefault }) => onByDefault).flatMap((kind) => alertRulesOf(kind, {}))
        .length,
    );
  });

  test("has one rule more, which writes heartbeats to a log group", () => {
    const [target, ...others] = targetsOf("signin-alerts-heartbeats");
    expect(others).toEqual([]);
    const group = hub.only("aws_cloudwatch_log_group", "/aws/events/signin-alerts-heartbeats");
    expect(hub.referenced(target?.values["arn"], "arn")).toBe(group);
  });

  test("expects a heartbeat of each region of each account within a day and an hour", () => {
    const alarm = alarms.find(
      ({ values }) => values["alarm_name"] === "signin-alerts-heartbeats-missing",
    );
    expect(alarm?.values).toMatchObject({
      comparison_operator: "LessThanThreshold",
      // Four accounts in 17 regions, one in 18, one in 6.
      threshold: 4 * 17 + 18 + 6,
      period: 25 * 3600,
      treat_missing_data: "breaching",
    });
  });

  test("has three topics: of operations, of alerts, and of what anybody can cause", () => {
    expect(hub.ofType("aws_sns_topic")).toEqual([operations, open, alerts]);
  });

  test("has every alarm notify the topic of operations, and no other", () => {
    const names = alarms.map(({ values }) => values["alarm_name"]);
    expect(names.sort()).toEqual([
      "signin-alerts-flood",
      "signin-alerts-heartbeats-missing",
      "signin-alerts-hub-dead-letters",
      "signin-alerts-hub-failed-invocations",
      "signin-alerts-hub-lost",
      "signin-alerts-hub-sent-to-dead-letters",
      "signin-alerts-open-undelivered",
      "signin-alerts-undelivered",
    ]);
    for (const { values } of alarms) {
      expect(values["alarm_actions"]).toEqual([`\${${operations.address}.arn}`]);
    }
  });

  test("lets rules publish to the topic of alerts, and alarms to that of operations", () => {
    const publishers = ({ values }: Resource) =>
      ["events.amazonaws.com", "cloudwatch.amazonaws.com"].filter(
        (service) =>
          decide(values["policy"], {
            principal: { service },
            action: "sns:Publish",
            resource: `arn:aws:sns:eu-central-1:222222222222:${text(values, "name")}`,
            context: { "aws:SecureTransport": "true", "aws:SourceAccount": "222222222222" },
          }).effect === "allow",
      );
    expect(publishers(alerts)).toEqual(["events.amazonaws.com"]);
    expect(publishers(open)).toEqual(["events.amazonaws.com"]);
    expect(publishers(operations)).toEqual(["cloudwatch.amazonaws.com"]);
  });

  test("keeps what a rule cannot deliver in one queue", () => {
    const queue = hub.only("aws_sqs_queue");
    for (const { values } of hub.ofType("aws_cloudwatch_event_target")) {
      expect(values["dead_letter_config"]).toEqual({ arn: `\${${queue.address}.arn}` });
    }
  });

  test("subscribes each recipient to the topics of alerts and to that of operations", () => {
    const subscriptions = hub.ofType("aws_sns_topic_subscription");
    for (const { values } of subscriptions) {
      expect(values).toMatchObject({ protocol: "email", endpoint: "security@example.com" });
    }
    expect(subscriptions.map(({ values }) => hub.referenced(values["topic_arn"], "arn"))).toEqual([
      operations,
      open,
      alerts,
    ]);
  });

  test("subscribes the recipients of operations, where they are others, to that topic alone", () => {
    const recipients = ["operations@example.com"];
    const own = new Organization({ ...example, operations: { recipients } }).hub;
    const notified = own
      .ofType("aws_sns_topic_subscription")
      .map(({ values }) => [
        own.referenced(values["topic_arn"], "arn").values["name"],
        values["endpoint"],
      ]);
    expect(notified).toEqual([
      ["signin-alerts-operations", "operations@example.com"],
      ["signin-alerts-open", "security@example.com"],
      ["signin-alerts", "security@example.com"],
    ]);
  });

  test("has alarms notify a topic of operations that exists already, and creates none", () => {
    const topicArn = "arn:aws:sns:eu-central-1:222222222222:theirs";
    const own = new Organization({ ...example, operations: { topicArn } }).hub;
    const names = own.ofType("aws_sns_topic").map(({ values }) => values["name"]);
    expect(names).toEqual(["signin-alerts-open", "signin-alerts"]);
    for (const { values } of own.ofType("aws_cloudwatch_metric_alarm")) {
      expect(values["alarm_actions"]).toEqual([topicArn]);
    }
    expect(own.outputs["operations_topic_arn"]?.value).toBe(topicArn);
  });

  test("names bus, topics and rules in its outputs", () => {
    expect(Object.keys(hub.outputs).sort()).toEqual([
      "event_bus_arn",
      "operations_topic_arn",
      "rule_arns",
      "topic_arns",
    ]);
    expect(hub.referenced(hub.outputs["event_bus_arn"]?.value, "arn").type).toBe(
      "aws_cloudwatch_event_bus",
    );
    expect(hub.referenced(hub.outputs["operations_topic_arn"]?.value, "arn")).toBe(operations);
    expect(hub.outputs["topic_arns"]?.value).toEqual({
      default: `\${${alerts.address}.arn}`,
      open: `\${${open.address}.arn}`,
    });
    expect(hub.outputs["rule_arns"]?.value).toEqual(
      Object.fromEntries(
        alertRules.map(({ address, values }) => [values["name"], `\${${address}.arn}`]),
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

  test("name the forwarding rule of each region in the outputs of an account", () => {
    for (const stack of organization.stacks) {
      if (!stack.name.startsWith("signin-account-")) continue;
      const rules = stack.named("aws_cloudwatch_event_rule", "signin-alerts-forward");
      const arns = rules.map(({ address, provider }) => [
        String(provider).replace("aws.", ""),
        `\${${address}.arn}`,
      ]);
      expect(stack.outputs["rule_arns"]?.value).toEqual(Object.fromEntries(arns));
    }
  });
});
