import fc from "fast-check";
import { coverageOf, inventoryOfStacks } from "../../src/coverage";
import { isCovered } from "../../src/coverage/report";
import { expectationsOf, resolve } from "../../src/plan";
import { namesOfPrefix, namesOfRoute, type LimitedName } from "../../src/plan/checks/names";
import { checkConfiguration, SignInAlerts, type SignInAlertsProps } from "../../src/stacks";
import { runs } from "../property-runs";
import { StackContents } from "../stacks/stack-contents";
import { synthesizedStacks, type SynthesizedStack } from "../terraform/synthesized-stacks";
import { configurations, today } from "./configurations";

jest.useFakeTimers({ now: today, doNotFake: ["performance"] });

const isAccepted = (configuration: SignInAlertsProps) =>
  checkConfiguration(configuration).length === 0;

function stacksOf(configuration: SignInAlertsProps): readonly SynthesizedStack[] {
  return synthesizedStacks((app) => {
    new SignInAlerts(app, "signin-alerts", configuration);
  });
}

/** No gap, and no finding. */
function expectCovered(configuration: SignInAlertsProps, stacks: readonly SynthesizedStack[]) {
  const documents = stacks.map(({ name, configuration: document }) => ({ name, document }));
  const report = coverageOf(inventoryOfStacks(documents), {
    expected: expectationsOf(resolve(configuration)),
  });
  expect(report.findings).toEqual([]);
  expect(isCovered(report)).toBe(true);
}

const types: Readonly<Record<LimitedName["what"], string>> = {
  rule: "aws_cloudwatch_event_rule",
  archive: "aws_cloudwatch_event_archive",
  "log delivery": "aws_cloudwatch_log_delivery_source",
  role: "aws_iam_role",
  queue: "aws_sqs_queue",
  topic: "aws_sns_topic",
  function: "aws_lambda_function",
  bucket: "aws_s3_bucket",
  workspace: "",
};

/** What is counted and measured of the plan is what is generated. */
function expectAsPlanned(configuration: SignInAlertsProps, stacks: readonly SynthesizedStack[]) {
  const plan = resolve(configuration);
  const resources = stacks.map((stack) => new StackContents(stack)).flatMap((s) => s.resources);
  const namesOf = (type: string) =>
    resources
      .filter((resource) => resource.type === type)
      .map(({ values }) => String(values["name"] ?? values["function_name"] ?? values["bucket"]));
  const { hub, guards } = plan;
  const ofHub = resources.filter(
    ({ type, values }) => type === types.rule && values["event_bus_name"] !== undefined,
  );
  expect(ofHub).toHaveLength(hub.rules.length + (hub.heartbeats ? 1 : 0));
  const patterns = new Map(ofHub.map(({ values }) => [values["name"], values["event_pattern"]]));
  for (const { name, pattern } of hub.rules) {
    expect([name, patterns.get(name)]).toEqual([name, JSON.stringify(pattern)]);
  }
  const ofAccounts = plan.accounts.flatMap(({ coveredBy }) =>
    coveredBy.type === "stack" ? coveredBy.stackName : [],
  );
  expect(stacks.map(({ name }) => name).filter((name) => name.includes("-account-"))).toEqual(
    ofAccounts,
  );
  expect(namesOf("aws_cloudwatch_log_metric_filter").sort()).toEqual(
    guards.flatMap(({ filters }) => filters.map(({ name }) => name)).sort(),
  );
  expect(
    resources
      .filter(({ type }) => type === "aws_cloudwatch_metric_alarm")
      .map(({ values }) => values["alarm_name"])
      .sort(),
  ).toEqual(guards.flatMap(({ alarms }) => alarms.map(({ name }) => name)).sort());
  const planned = [
    ...namesOfPrefix(plan),
    ...hub.routes.flatMap((route) => namesOfRoute(plan, route)),
  ];
  const isInTemplate = ({ what, name }: LimitedName) =>
    what === "role" && plan.stackSet?.regions.some((region) => name.endsWith(`-${region}`));
  for (const each of planned.filter((name) => !isInTemplate(name))) {
    expect(namesOf(types[each.what])).toContain(each.name);
  }
  // No name that is generated is longer than the longest of those that are measured.
  for (const what of ["rule", "archive", "log delivery", "role", "queue", "function"] as const) {
    const longest = Math.max(
      0,
      ...planned.filter((n) => n.what === what).map((n) => n.name.length),
    );
    expect(Math.max(0, ...namesOf(types[what]).map(({ length }) => length))).toBeLessThanOrEqual(
      longest,
    );
  }
}

test("about half of the random configurations are accepted, so that the properties cover both answers", () => {
  const sample = fc.sample(configurations, { ...runs(200), seed: 1 });
  expect(sample.filter(isAccepted).length).toBeGreaterThan(0.4 * sample.length);
});

test("what is accepted is covered without a finding, and built as it was counted", () => {
  fc.assert(
    fc.property(configurations.filter(isAccepted), (configuration) => {
      const stacks = stacksOf(configuration);
      expectCovered(configuration, stacks);
      expectAsPlanned(configuration, stacks);
    }),
    runs(40),
  );
});
