import type { StackDocument } from "../../../src/coverage";
import { coverageOf, inventoryOfStacks } from "../../../src/coverage";
import { expectationsOf, resolve } from "../../../src/plan";
import type { SignInAlertsProps } from "../../../src/stacks";
import { originals, type MutableJson } from "../mutation/mutant";
import {
  HUB,
  MANAGEMENT,
  MEMBER,
  reportOf,
  smallOrganization,
  stacksOf,
} from "../small-organization";
import { said } from "../said";

/** The stacks after every resource of a type whose name fits was changed, or taken away. */
function after(
  type: string,
  name: RegExp,
  change: (body: MutableJson) => MutableJson | undefined,
  stacks: readonly StackDocument[] = stacksOf(),
): readonly StackDocument[] {
  const copies = stacks.map((stack) => ({ ...stack, document: structuredClone(stack.document) }));
  for (const original of originals(copies).filter(
    (each) => each.type === type && name.test(each.name),
  )) {
    const { document } = copies.find((stack) => stack.name === original.stack) ?? {};
    const resources = (document?.["resource"] as Record<string, Record<string, unknown>>)[type];
    const changed = change(original.body);
    if (resources === undefined) continue;
    if (changed) resources[original.name] = changed;
    else Reflect.deleteProperty(resources, original.name);
  }
  return copies;
}

type Resources = Record<string, Record<string, MutableJson>>;

function copies(): readonly StackDocument[] {
  return stacksOf().map((stack) => ({ ...stack, document: structuredClone(stack.document) }));
}

const resourcesOf = ({ document }: StackDocument) => document["resource"] as Resources;

function add(resources: Resources, type: string, body: MutableJson): void {
  (resources[type] ??= {})[`${type}_again`] = body;
}

const gone = (): undefined => undefined;
const findings = (stacks: readonly StackDocument[]) => reportOf(stacks).findings.map(said);

test("the heartbeat of each account and region would be counted", () => {
  const { heartbeats, findings } = reportOf(stacksOf());
  expect(heartbeats).toHaveLength(9);
  expect(heartbeats.filter(({ arrives }) => !arrives)).toEqual([]);
  expect(findings).toEqual([]);
});

test("a heartbeat rule that is gone leaves its account and region silent, and alerts as they were", () => {
  const stacks = after("aws_cloudwatch_event_rule", /us-east-2_Heartbeat/, gone);
  const { heartbeats, cells } = reportOf(stacks);
  const silent = heartbeats.filter(({ arrives }) => !arrives);
  expect(silent.map(({ account, region }) => `${account} ${region}`)).toEqual(
    [MANAGEMENT, HUB, MEMBER].map((account) => `${account} us-east-2`),
  );
  expect(cells.every(({ covered }) => covered)).toBe(true);
});

const TARGET = "aws_cloudwatch_event_target";

test.each([
  ["a second target in the hub", /alert-hub_Heartbeat/],
  ["a second target of its rule", /us-east-2_Heartbeat/],
])("a heartbeat that %s sends again is counted twice, and hides a silent region", (_, name) => {
  const stacks = copies();
  for (const resources of stacks.map(resourcesOf)) {
    for (const [key, body] of Object.entries(resources[TARGET] ?? {})) {
      if (name.test(key)) add(resources, TARGET, { ...body, target_id: "Again" });
    }
  }
  const silent = reportOf(stacks).heartbeats.filter(({ arrives }) => !arrives);
  expect(silent.map(({ blocker }) => blocker?.rule)).toContain("heartbeat-repeated");
});

test("a filter that counts into the metric of another is found", () => {
  const stacks = copies();
  const FILTER = "aws_cloudwatch_log_metric_filter";
  for (const resources of stacks.map(resourcesOf)) {
    const [, own] =
      Object.entries(resources[FILTER] ?? {}).find(([key]) => key.includes("Heartbeat")) ?? [];
    if (own) add(resources, FILTER, { ...own, name: "zz-again" });
  }
  expect(findings(stacks)).toContainEqual(
    expect.stringMatching(/^guard-differs: it counts into Heartbeats too$/u),
  );
});

test("a role that does not trust the heartbeat's rule is named", () => {
  const stacks = after("aws_iam_role", /account-forwarder/, (body) => ({
    ...body,
    assume_role_policy: String(body["assume_role_policy"]).replace(/-heartbeat"/, '-other"'),
  }));
  const { heartbeats } = reportOf(stacks);
  expect(heartbeats.every(({ arrives }) => !arrives)).toBe(true);
  expect(heartbeats[0]?.blocker).toMatchObject({ rule: "role-trust-denies" });
});

test("a threshold other than the number of forwarders is named", () => {
  const stacks = after("aws_cloudwatch_metric_alarm", /heartbeats-missing/, (body) => ({
    ...body,
    threshold: 8,
  }));
  expect(findings(stacks)).toEqual(["guard-differs: its threshold is 8, it should be 9"]);
});

test("a guard whose numbers are texts, as Terraform takes them too, is the same", () => {
  const texts = (body: MutableJson): MutableJson =>
    Object.fromEntries(
      Object.entries(body).map(([name, value]) => [
        name,
        typeof value === "number" ? String(value) : value,
      ]),
    );
  const alarms = after("aws_cloudwatch_metric_alarm", /./, texts);
  expect(findings(after("aws_cloudwatch_log_metric_filter", /./, texts, alarms))).toEqual([]);
  const more = after("aws_cloudwatch_metric_alarm", /heartbeats-missing/, (body) => ({
    ...body,
    threshold: "8",
  }));
  expect(findings(more)).toEqual(['guard-differs: its threshold is "8", it should be 9']);
});

test.each([
  [
    "aws_cloudwatch_metric_alarm",
    /hub-dead-letters/,
    /guard-missing: the alarm signin-alerts-hub-dead-letters/,
  ],
  [
    "aws_cloudwatch_metric_alarm",
    /uncovered/,
    /guard-missing: the alarm signin-alerts-uncovered-sign-ins/,
  ],
  ["aws_cloudwatch_log_metric_filter", /in-covered-regions/, /guard-missing/],
  [
    "aws_cloudwatch_query_definition",
    /heartbeats/,
    /saved-query-differs: signin-alerts\/heartbeats/,
  ],
  [
    "aws_cloudwatch_log_resource_policy",
    /LogPolicy/,
    /resource-policy-denies: .*there is no policy/,
  ],
  ["aws_sns_topic_subscription", /operations/, /^recipients-missing$/m],
  ["aws_sns_topic_subscription", /alarm-topic/, /^recipients-missing$/m],
] as const)("a missing %s %s is noticed", (type, name, reason) => {
  expect(findings(after(type, name, gone)).join("\n")).toMatch(reason);
});

test("an alarm whose topic refuses CloudWatch tells nobody", () => {
  const stacks = after("aws_sns_topic", /operations/, (body) => ({
    ...body,
    policy: String(body["policy"]).replace("cloudwatch.amazonaws.com", "events.amazonaws.com"),
  }));
  expect(findings(stacks).join("\n")).toMatch(/resource-policy-denies: sns:Publish is not allowed/);
});

test("a topic that is made here is judged, though the configuration calls it existing", () => {
  const topicArn = `arn:aws:sns:eu-central-1:${HUB}:signin-alerts`;
  const want = expectationsOf(resolve({ ...smallOrganization, operations: { topicArn } }));
  // The configuration may not name it, other generated Terraform may.
  const theirs = `arn:aws:sns:eu-central-1:${HUB}:theirs`;
  const written = JSON.stringify(stacksOf({ operations: { topicArn: theirs } }));
  const stacks = JSON.parse(written.replaceAll(theirs, topicArn)) as readonly StackDocument[];
  const found = reportOf(stacks, want).findings.map(said);
  expect(found.join("\n")).toMatch(
    /resource-policy-denies: sns:Publish is not allowed: .*cloudwatch\.amazonaws\.com/u,
  );
});

test("a trail that does not record dead letters blinds the alarm on them", () => {
  const stacks = after("aws_cloudtrail", /./, (body) => {
    const others = { ...body };
    Reflect.deleteProperty(others, "advanced_event_selector");
    const selectors = [{ include_management_events: true, read_write_type: "WriteOnly" }];
    return { ...others, event_selector: selectors };
  });
  expect(findings(stacks)).toEqual([
    expect.stringMatching(/^dead-letter-messages-unrecorded: ./) as string,
  ]);
});

test("a field of a trail's selector that has no name is a finding", () => {
  const stacks = after("aws_cloudtrail", /./, (body) => {
    const unnamed = (name: string, value: unknown): unknown =>
      name === "field" && value === "resources.ARN" ? undefined : value;
    return JSON.parse(JSON.stringify(body, unnamed)) as MutableJson;
  });
  expect(findings(stacks)).toContain("value-invalid: field is missing");
});

const variants: Readonly<Record<string, Partial<SignInAlertsProps>>> = {
  "without heartbeats": { heartbeat: { hours: 0 } },
  "with heartbeats every two hours": { heartbeat: { hours: 2 } },
  "without a log group": { trail: { type: "create", logRetentionDays: 0 } },
  "without recorded dead letters": { trail: { type: "create", logDeadLetters: false } },
  "with an existing trail": { trail: { type: "existing" } },
  "with an existing trail's log group": {
    trail: {
      type: "existing",
      logGroupArn: `arn:aws:logs:eu-central-1:${MANAGEMENT}:log-group:trail`,
    },
  },
  "with an existing trail that records dead letters": {
    trail: {
      type: "existing",
      logsDeadLetters: true,
      logGroupArn: `arn:aws:logs:eu-central-1:${MANAGEMENT}:log-group:trail`,
    },
  },
  "with existing topics": {
    operations: { topicArn: `arn:aws:sns:eu-central-1:${HUB}:operations` },
    logAlarms: { topicArn: `arn:aws:sns:eu-central-1:${MANAGEMENT}:security` },
  },
  "with own thresholds, users and retries": {
    logAlarms: {
      signIns: 0,
      failures: 20,
      users: [{ name: "break-glass", userNames: ["alice"] }],
    },
    retry: { seconds: 3600, attempts: 10 },
    operations: { recipients: ["operations@example.com"] },
  },
};

test.each(Object.entries(variants))("an organization %s is covered", (_, change) => {
  const props = { ...smallOrganization, ...change };
  const inventory = inventoryOfStacks(stacksOf(change));
  const report = coverageOf(inventory, { expected: expectationsOf(resolve(props)) });
  expect(report.findings).toEqual([]);
  expect(report.cells.every(({ covered }) => covered)).toBe(true);
});

test("without a configuration an alarm that tells nobody is a finding all the same", () => {
  const stacks = after("aws_sns_topic_subscription", /operations/, gone);
  const { findings } = coverageOf(inventoryOfStacks(stacks));
  expect(findings.map(said)).toContain("recipients-missing");
});
