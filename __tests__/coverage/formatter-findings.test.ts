import {
  coverageOf,
  inventoryOfStacks,
  type ExpectedCoverage,
  type StackDocument,
} from "../../src/coverage";
import { formatterAlarms } from "../../src/guards";
import { place } from "../modules/alert-formatter/formatted-hub";
import { expected } from "./small-organization";
import {
  changed,
  LAMBDA,
  own,
  PERMISSION,
  set,
  stacks,
  type Change,
} from "./trace/formatter-organization";
import { said } from "./said";

describe("the coverage of an organization with a formatter", () => {
  const [route, ...others] = expected.routes ?? [];
  // Of a hub with one topic, without the alarms and the dashboard of the app's.
  const ofHub = (guards: NonNullable<ExpectedCoverage["guards"]>[number]) => ({
    ...guards,
    alarms: guards.alarms.filter(({ name }) => !/-(flood|open-undelivered)$/u.test(name)),
    dashboards: [],
  });
  const want: ExpectedCoverage = {
    ...expected,
    recipients: ["security@example.com", "operations@example.com"],
    // The hub's own is another one here.
    alarmTopics:
      expected.alarmTopics?.filter(({ topicArn }) => !topicArn.includes(place.account)) ?? [],
    routes: route
      ? [
          {
            ...route,
            kinds: [route, ...others].flatMap(({ kinds }) => kinds),
            rules: [route, ...others].flatMap(({ rules }) => rules),
          },
        ]
      : [],
    guards: [
      ...(expected.guards ?? []).map((guards) =>
        guards.place.account === place.account ? ofHub(guards) : guards,
      ),
      { place, alarms: formatterAlarms("signin-alerts-format"), filters: [], queries: [] },
    ],
  };
  const findingsOf = (documents: readonly StackDocument[]): readonly string[] =>
    coverageOf(inventoryOfStacks(documents), { expected: want }).findings.map(said);

  test("is complete, and nothing is wrong but that one topic is notified of all", () => {
    const { cells } = coverageOf(inventoryOfStacks(stacks), { expected: want });
    expect(cells.length).toBeGreaterThan(80);
    expect(cells.filter(({ covered }) => !covered)).toEqual([]);
    expect(findingsOf(stacks)).toEqual([expect.stringMatching(/^flood-silences-alerts: /)]);
  });

  test.each<[string, Change]>([
    ["an older runtime that runs its code", set(LAMBDA, "runtime", "nodejs22.x")],
    [
      "a variable that it does not read",
      (resources) => {
        const { variables } = own(resources, LAMBDA)["environment"] as { variables: object };
        own(resources, LAMBDA)["environment"] = { variables: { ...variables, TEAM: "security" } };
      },
    ],
    [
      "logs that are seldom read",
      set("aws_cloudwatch_log_group", "log_group_class", "INFREQUENT_ACCESS"),
    ],
    [
      "tracing that its role allows",
      (resources) => {
        own(resources, LAMBDA)["tracing_config"] = [{ mode: "Active" }];
        const policy = { Effect: "Allow", Action: "xray:PutTraceSegments", Resource: "*" };
        resources["aws_iam_role_policy"] = {
          ...resources["aws_iam_role_policy"],
          traces: {
            ...own(resources, "aws_iam_role_policy"),
            name: "traces",
            policy: JSON.stringify({ Version: "2012-10-17", Statement: [policy] }),
          },
        };
      },
    ],
  ])("of %s nothing is found", (_, change) => {
    expect(findingsOf(changed(change))).toEqual(findingsOf(stacks));
  });

  test("an alias that nobody invokes it by is no finding, nor how Lambda takes loops", () => {
    const beside: Change = (resources) => {
      const common = { provider: "aws.eu-central-1", function_name: "signin-alerts-format" };
      const alias = { ...common, name: "live", function_version: "1" };
      const provisioned = { ...common, qualifier: "live", provisioned_concurrent_executions: 1 };
      Object.assign(resources, {
        aws_lambda_alias: { live: alias },
        aws_lambda_provisioned_concurrency_config: { live: provisioned },
        aws_lambda_function_recursion_config: { loop: { ...common, recursive_loop: "Allow" } },
      });
    };
    expect(findingsOf(changed(beside))).toEqual(findingsOf(stacks));
  });

  test.each<[string, Change, string]>([
    [
      "a function in a VPC",
      set(LAMBDA, "vpc_config", { subnet_ids: ["s"] }),
      "not-analyzed-setting: vpc_config",
    ],
    [
      "a layer",
      set(LAMBDA, "layers", ["arn:aws:lambda:eu-central-1:1:layer:x:1"]),
      "not-analyzed-setting: layers",
    ],
    [
      "a function that runs so often at a time",
      set(LAMBDA, "reserved_concurrent_executions", 5),
      "not-analyzed-setting: reserved_concurrent_executions",
    ],
    ["an image", set(LAMBDA, "package_type", "Image"), "not-analyzed-setting: package_type"],
    [
      "a dead-letter queue beside the destination",
      set(LAMBDA, "dead_letter_config", { target_arn: "q" }),
      "not-analyzed-setting: dead_letter_config",
    ],
    [
      "a permission for everybody's rules",
      set(PERMISSION, "source_arn", null),
      "open-to-strangers",
    ],
    [
      "a permission for everybody",
      (resources) => {
        resources[PERMISSION] = {
          ...resources[PERMISSION],
          open: {
            ...own(resources, PERMISSION),
            principal: "*",
            source_arn: null,
            statement_id: "Open",
          },
        };
      },
      "open-to-strangers",
    ],
    [
      "a permission of a function that is not there",
      (resources) => {
        resources[PERMISSION] = {
          ...resources[PERMISSION],
          lost: { ...own(resources, PERMISSION), function_name: "other" },
        };
      },
      "orphaned-resource: a function",
    ],
    [
      "a missing alarm",
      (resources) => {
        const alarms = resources["aws_cloudwatch_metric_alarm"] ?? {};
        resources["aws_cloudwatch_metric_alarm"] = Object.fromEntries(
          Object.entries(alarms).filter(([name]) => !name.includes("fallback-failed")),
        );
      },
      "guard-missing: the alarm signin-alerts-format-fallback-failed",
    ],
    [
      "the message of another kind",
      (resources) => {
        for (const target of Object.values(resources["aws_cloudwatch_event_target"] ?? {})) {
          const text = JSON.stringify(target).replace(
            '{\\"kind\\":\\"root-sign-in\\"',
            '{\\"kind\\":\\"role-switch\\"',
          );
          Object.assign(target, JSON.parse(text));
        }
      },
      "message-differs: it is of role-switch, but its rule is for root-sign-in",
    ],
    [
      "a kind that is not told",
      (resources) => {
        for (const target of Object.values(resources["aws_cloudwatch_event_target"] ?? {})) {
          if (target["target_id"] === "formatter") delete target["input_transformer"];
        }
      },
      "message-differs: it has no input transformer",
    ],
    [
      "an input that is not the catalog's",
      (resources) => {
        for (const target of Object.values(resources["aws_cloudwatch_event_target"] ?? {})) {
          if (target["target_id"] === "formatter")
            target["input_transformer"] = { input_template: '{"event":<aws.events.event.json>}' };
        }
      },
      "message-differs",
    ],
  ])("fails on %s", (_, change, finding) => {
    expect(findingsOf(changed(change)).join("\n")).toContain(finding);
  });
});
