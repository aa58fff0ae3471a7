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

describe("the coverage of an organization with a formatter", () => {
  const want: ExpectedCoverage = {
    ...expected,
    recipients: ["security@example.com", "operations@example.com"],
    guards: [
      ...(expected.guards ?? []),
      { place, alarms: formatterAlarms("signin-alerts-format"), filters: [], queries: [] },
    ],
  };
  const findingsOf = (documents: readonly StackDocument[]): readonly string[] =>
    coverageOf(inventoryOfStacks(documents), { expected: want }).findings.map(
      ({ name, reason }) => `${name}: ${reason}`,
    );

  test("is complete, and nothing is wrong beside", () => {
    const { cells } = coverageOf(inventoryOfStacks(stacks), { expected: want });
    expect(cells.length).toBeGreaterThan(80);
    expect(cells.filter(({ covered }) => !covered)).toEqual([]);
    expect(findingsOf(stacks)).toEqual([]);
  });

  test.each<[string, Change, string]>([
    [
      "a function in a VPC",
      set(LAMBDA, "vpc_config", { subnet_ids: ["s"] }),
      "vpc_config is not understood",
    ],
    [
      "a layer",
      set(LAMBDA, "layers", ["arn:aws:lambda:eu-central-1:1:layer:x:1"]),
      "layers is not understood",
    ],
    [
      "a function that may not run",
      set(LAMBDA, "reserved_concurrent_executions", 0),
      "reserved_concurrent_executions is not understood",
    ],
    ["an image", set(LAMBDA, "package_type", "Image"), "package_type is not understood"],
    [
      "a dead-letter queue beside the destination",
      set(LAMBDA, "dead_letter_config", { target_arn: "q" }),
      "dead_letter_config is not understood",
    ],
    [
      "a permission for everybody's rules",
      set(PERMISSION, "source_arn", null),
      "it lets other accounts invoke the function: they can forge alerts",
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
      "it lets other accounts invoke the function: they can forge alerts",
    ],
    [
      "a permission of a function that is not there",
      (resources) => {
        resources[PERMISSION] = {
          ...resources[PERMISSION],
          lost: { ...own(resources, PERMISSION), function_name: "other" },
        };
      },
      "it belongs to a function that is not there",
    ],
    [
      "a missing alarm",
      (resources) => {
        const alarms = resources["aws_cloudwatch_metric_alarm"] ?? {};
        resources["aws_cloudwatch_metric_alarm"] = Object.fromEntries(
          Object.entries(alarms).filter(([name]) => !name.includes("fallback-failed")),
        );
      },
      "signin-alerts-format-fallback-failed",
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
      "its message is that of role-switch, but its rule is for root-sign-in",
    ],
    [
      "a kind that is not told",
      (resources) => {
        for (const target of Object.values(resources["aws_cloudwatch_event_target"] ?? {})) {
          if (target["target_id"] === "formatter") delete target["input_transformer"];
        }
      },
      "it has no input transformer: the function is not told the kind",
    ],
    [
      "an input that is not the catalog's",
      (resources) => {
        for (const target of Object.values(resources["aws_cloudwatch_event_target"] ?? {})) {
          if (target["target_id"] === "formatter")
            target["input_transformer"] = { input_template: '{"event":<aws.events.event.json>}' };
        }
      },
      "its message is not the catalog's",
    ],
  ])("fails on %s", (_, change, finding) => {
    expect(findingsOf(changed(change)).join("\n")).toContain(finding);
  });
});
