import { alertRulesOf, catalog } from "../../src/catalog";
import { example } from "../stacks/example-organization";
import { resolve } from "../../src/plan";
import { SignInAlerts, type SignInAlertsProps } from "../../src/stacks";
import { decide } from "../coverage/policy/sample-policies";
import { parseArn } from "../../src/aws";
import { describeTerraform } from "./describe-terraform";
import type { RecordedResource } from "./stand-in";
import { textOf } from "./stand-in/values";
import { TerraformWorkspace } from "./terraform";
import { changesIn, type TerraformPlan } from "./terraform-plan";

const HUB_BUS = "arn:aws:events:eu-central-1:222222222222:event-bus/signin-alerts";

function changeCount(plans: ReadonlyMap<string, TerraformPlan>): number {
  return [...plans.values()].flatMap(changesIn).length;
}

/** Every ARN in a text, such as a policy. */
function arnsIn(text: unknown): readonly string[] {
  return String(text).match(/arn:aws:[^"]+/g) ?? [];
}

function place({ account, region }: RecordedResource): string {
  return `${account} ${region}`;
}

/** The example, with a trail that the test may destroy again. */
const destroyable: SignInAlertsProps = {
  ...example,
  trail: { type: "create", retentionDays: 365, deletionProtection: false },
};

const defaultRuleCount = catalog
  .filter(({ onByDefault }) => onByDefault)
  .flatMap((kind) => alertRulesOf(kind, {})).length;

describeTerraform("the example organization with the real Terraform", () => {
  let workspace: TerraformWorkspace;
  let planned: number;
  let created: readonly RecordedResource[];

  beforeAll(async () => {
    workspace = await TerraformWorkspace.open((app) => {
      new SignInAlerts(app, "signin-alerts", destroyable);
    });
    planned = changeCount(await workspace.planAll());
    await workspace.applyAll();
    created = workspace.record.existing;
  });

  afterAll(() => {
    workspace.close();
  });

  const ofType = (type: string) => created.filter((resource) => resource.type === type);
  const arnOf = (type: string) => ofType(type).map(({ values }) => textOf(values.arn));
  /** Position of each creation of a type, narrowed to those of one account where it is given. */
  const positions = (type: string, account?: string) =>
    workspace.record.changes
      .filter((change) => change.type === type && change.action === "create")
      .filter((change) => account === undefined || change.account === account)
      .map(({ order }) => order);

  test("creates what was planned, all stacks before any was applied", () => {
    expect(created.length).toBeGreaterThan(0);
    expect(created).toHaveLength(planned);
  });

  test.each([
    ["aws_cloudwatch_event_rule", "signin-alerts-forward"],
    ["aws_cloudwatch_event_target", "signin-alerts-forward"],
    ["aws_cloudwatch_event_rule", "signin-alerts-heartbeat"],
    ["aws_cloudwatch_event_target", "signin-alerts-heartbeat"],
    ["aws_sqs_queue", "signin-alerts-forward-dead-letters"],
  ])("creates an %s of %s in each region of each account", (type, name) => {
    // A target has no name: it stands by that of its rule.
    const forwarding = ofType(type).filter(({ values }) => (values.rule ?? values.name) === name);
    const expected = resolve(example).accounts.flatMap(({ id, regions }) =>
      regions.map((region) => `${id} ${region}`),
    );
    expect(forwarding.map(place).sort()).toEqual(expected.sort());
  });

  test("creates hub and trail in their accounts and region", () => {
    for (const type of [
      "aws_cloudwatch_event_bus",
      "aws_cloudwatch_event_bus_policy",
      "aws_cloudwatch_event_archive",
    ]) {
      expect(ofType(type).map(place)).toEqual(["222222222222 eu-central-1"]);
    }
    for (const type of ["aws_cloudtrail", "aws_s3_bucket"]) {
      expect(ofType(type).map(place)).toEqual(["111111111111 eu-central-1"]);
    }
  });

  test("creates topics and log groups beside what they are for", () => {
    const placesOf = (type: string) =>
      ofType(type).map((one) => `${textOf(one.values.name) ?? ""} ${place(one)}`);
    expect(placesOf("aws_sns_topic").sort()).toEqual([
      "signin-alerts 222222222222 eu-central-1",
      "signin-alerts-open 222222222222 eu-central-1",
      "signin-alerts-operations 222222222222 eu-central-1",
      "signin-alerts-trail-alarms 111111111111 eu-central-1",
    ]);
    expect(placesOf("aws_cloudwatch_log_group").sort()).toEqual([
      "/aws/events/signin-alerts-heartbeats 222222222222 eu-central-1",
      "/aws/vendedlogs/events/event-bus/signin-alerts 222222222222 eu-central-1",
      "signin-alerts-trail 111111111111 eu-central-1",
    ]);
  });

  test("has each alarm notify a topic that exists in its account and region", () => {
    const topics = new Map(ofType("aws_sns_topic").map((one) => [one.values.arn, place(one)]));
    const alarms = ofType("aws_cloudwatch_metric_alarm");
    // Four of delivery, two of topics, one of heartbeats, one of a flood; eleven beside the trail.
    expect(alarms).toHaveLength(19);
    for (const alarm of alarms) {
      const [topic, ...others] = alarm.values.alarm_actions as readonly unknown[];
      expect([topics.get(topic as string), others]).toEqual([place(alarm), []]);
    }
  });

  test("creates one forwarding role per account", () => {
    const roles = ofType("aws_iam_role").filter(
      ({ values }) => values.name === "signin-alerts-forward",
    );
    expect(roles.map(({ account }) => account).sort()).toEqual(
      example.accounts.map(({ id }) => id),
    );
  });

  test("sends to the bus that there is, with the role that there is", () => {
    expect(arnOf("aws_cloudwatch_event_bus")).toEqual([HUB_BUS]);
    const roles = arnOf("aws_iam_role");
    for (const { account, values } of ofType("aws_cloudwatch_event_target")) {
      if (values.target_id !== "hub") continue;
      expect(values.arn).toBe(HUB_BUS);
      expect(values.role_arn).toBe(`arn:aws:iam::${account}:role/signin-alerts-forward`);
      expect(roles).toContain(values.role_arn);
    }
  });

  test("lets each queue be written by the rules that there are in its account and region", () => {
    const rules = arnOf("aws_cloudwatch_event_rule");
    for (const { account, region, values } of ofType("aws_sqs_queue")) {
      const arns = arnsIn(values.policy);
      const sources = arns.filter((arn) => arn !== values.arn);
      // Once to be written, once to refuse what is not encrypted.
      expect(arns.length - sources.length).toBe(2);
      expect(sources).toHaveLength(values.name === "signin-alerts-hub-dead-letters" ? 1 : 2);
      for (const source of sources) {
        // The hub's queue names its rules by prefix, a forwarder's each of the two there are.
        const prefix = source.endsWith("-*") ? source.slice(0, -1) : undefined;
        const named = rules.filter((rule) =>
          prefix === undefined ? rule === source : rule?.startsWith(prefix),
        );
        // The rules of each kind, and the one that counts heartbeats.
        expect(named.length).toBe(prefix === undefined ? 1 : defaultRuleCount + 1);
        expect(parseArn(source)).toMatchObject({ account, region });
      }
    }
  });

  test("lets each forwarding and each heartbeat rule assume the role of its account", () => {
    const roles = new Map(ofType("aws_iam_role").map(({ values }) => [values.arn, values]));
    for (const { values, account } of ofType("aws_cloudwatch_event_rule")) {
      if (!["signin-alerts-forward", "signin-alerts-heartbeat"].includes(textOf(values.name) ?? ""))
        continue;
      const resource = `arn:aws:iam::${account}:role/signin-alerts-forward`;
      const context = { "aws:SourceArn": textOf(values.arn) ?? "", "aws:SourceAccount": account };
      const principal = { service: "events.amazonaws.com" };
      const request = { principal, action: "sts:AssumeRole", resource, context };
      const trust = roles.get(resource)?.assume_role_policy;
      expect(decide(trust, request, "trust").effect).toBe("allow");
    }
  });

  test.each([
    ["aws_cloudwatch_event_bus_policy", "the bus"],
    ["aws_iam_role", "the trail"],
    ["aws_iam_role_policy", "the bus, or streams of the log group"],
    ["aws_sns_topic", "the topic"],
    ["aws_s3_bucket_policy", "bucket and trail"],
    ["aws_kms_key", "trail and log group"],
    ["aws_cloudwatch_log_resource_policy", "streams of the log group"],
  ])("computes no ARN in the policy of an %s that is not of %s, as created", (type) => {
    const arns = created.map(({ values }) => textOf(values.arn)).filter((arn) => arn !== undefined);
    for (const { values } of ofType(type)) {
      const { policy = values.policy_document ?? values.assume_role_policy } = values;
      const computed = arnsIn(policy);
      // An account itself, and any trail or rule of it, are not resources.
      for (const arn of computed.filter((one) => !/:root$|:trail\/\*$|:events:\*:/.test(one))) {
        const isThere = (one: string) => arn === one || /^[:/]/.test(arn.replace(one, ""));
        expect({ arn, isThere: arns.some(isThere) }).toEqual({ arn, isThere: true });
      }
    }
  });

  test("opens the bus to the organization before any account sends", () => {
    const firstTarget = Math.min(...positions("aws_cloudwatch_event_target", "333333333333"));
    expect(Math.max(...positions("aws_cloudwatch_event_bus_policy"))).toBeLessThan(firstTarget);
    expect(positions("aws_cloudwatch_event_bus_policy")).toHaveLength(1);
  });

  test.each(["333333333333", "444444444444", "555555555555", "666666666666"])(
    "gives the role of %s its permission before any of its rules sends",
    (account) => {
      const permission = Math.max(...positions("aws_iam_role_policy", account));
      const targets = positions("aws_cloudwatch_event_target", account);
      expect(permission).toBeLessThan(Math.min(...targets));
    },
  );

  test("lets the trail write before it exists", () => {
    const [trail] = positions("aws_cloudtrail");
    const [logRole] = workspace.record.changes.filter(
      ({ values }) => values.name === "write-log-streams",
    );
    expect(positions("aws_s3_bucket_policy")[0]).toBeLessThan(trail ?? -1);
    expect(logRole?.order).toBeLessThan(trail ?? -1);
  });

  test("plans nothing the second time", async () => {
    expect(changeCount(await workspace.planAll())).toBe(0);
  });

  test("leaves nothing behind when it is destroyed", async () => {
    await workspace.destroyAll();
    expect(workspace.record.existing).toEqual([]);
  });
});
