import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openTerraform } from "../../../src/cli/open-terraform";
import { inventoryOfPlan, readPlans } from "../../../src/coverage";
import { ACCOUNT, at } from "./documents";

const folder = mkdtempSync(join(tmpdir(), "signin-alerts-plans-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("a folder of plans is one inventory, its stacks named after the files", () => {
  cpSync(join(__dirname, "../../fixtures/real/first-plan"), folder, { recursive: true });
  expect(readPlans(folder)?.stacks).toEqual([
    "signin-account-111111111111",
    "signin-account-222222222222",
    "signin-hub",
    "signin-trail",
  ]);
});

test.each([
  ["something else", "{}", /other\.json: the file is no plan or state/],
  [
    "a plan with a key twice",
    '{"format_version":"1.2","planned_values":{},"planned_values":{}}',
    /other\.json has an object with the key "planned_values" twice/,
  ],
  ["half a file", '{"format_version":', /other\.json is not valid JSON/],
  [
    "a plan that ended with an error",
    '{"format_version":"1.2","planned_values":{},"errored":true}',
    /other\.json: the plan ended with an error/,
  ],
])("fails where one of the files is %s", (_what, text, message) => {
  writeFileSync(join(folder, "other.json"), text);
  expect(() => readPlans(folder)).toThrow(message);
});

test("a folder without a plan is none of plans", () => {
  const empty = mkdtempSync(join(folder, "empty-"));
  expect(readPlans(empty)).toBeUndefined();
  writeFileSync(join(empty, "package.json"), "{}");
  expect(readPlans(empty)).toBeUndefined();
});

test("fails with the name of the folder where its plans are of something else", () => {
  const other = mkdtempSync(join(folder, "other-"));
  writeFileSync(join(other, "network.json"), '{"format_version":"1.2","planned_values":{}}');
  expect(() => openTerraform(other)).toThrow(
    `${other}: this plan or state has no event bus, no event rule and no trail`,
  );
});

const planOf = (more: object): object => ({
  format_version: "1.2",
  planned_values: { root_module: {} },
  ...more,
});

test.each<[string, object]>([
  ["endpoints", [{ events: { constant_value: "http://localhost" } }]],
  ["forbidden_account_ids", { constant_value: ["111111111111"] }],
  ["assume_role_with_web_identity", [{ role_arn: { references: ["var.role"] } }]],
])("the setting %s of a plan's provider is not analyzed", (setting, written) => {
  const aws = { name: "aws", alias: "x", expressions: { [setting]: written } };
  const { problems } = inventoryOfPlan(
    planOf({ configuration: { provider_config: { "aws.x": aws } } }),
  );
  expect(problems).toEqual([
    {
      rule: "not-analyzed-setting",
      resource: { stack: "plan", address: "provider.aws" },
      detail: setting,
    },
  ]);
});

test.each<[string, object]>([
  ["it is not complete", { complete: false }],
  ["changes are deferred", { deferred_changes: [{}] }],
])("a plan says nothing of the rest where %s", (_, more) => {
  const [problem] = inventoryOfPlan(planOf(more)).problems;
  expect(problem?.detail).toContain("the plan is of a part only");
});

test.each([
  ["a log group's ARN", "aws_cloudwatch_log_group.g.arn", "aws_cloudwatch_log_group.g", ":*"],
  ["another ARN", "aws_sqs_queue.g.arn", "aws_sqs_queue.g", ""],
])("a trail that refers to %s has what CloudTrail accepts after it", (_, attribute, of, after) => {
  const constant = (value: unknown): object => ({ constant_value: value });
  const named = (address: string): object => {
    const [type, name] = address.split(".");
    return { address, mode: "managed", type, name, provider_config_key: "aws" };
  };
  const planned = (address: string): object => ({
    ...named(address),
    provider_name: "registry.terraform.io/hashicorp/aws",
    values: { name: "x", region: "eu-central-1" },
  });
  const trail = "aws_cloudtrail.t";
  const expressions = { cloud_watch_logs_group_arn: { references: [attribute, of] } };
  const inventory = inventoryOfPlan(
    planOf({
      planned_values: { root_module: { resources: [planned(of), planned(trail)] } },
      resource_changes: [
        {
          address: trail,
          change: { after_unknown: { cloud_watch_logs_group_arn: true } },
        },
      ],
      configuration: {
        provider_config: {
          aws: {
            name: "aws",
            expressions: {
              region: constant("eu-central-1"),
              allowed_account_ids: constant([ACCOUNT]),
            },
          },
        },
        root_module: {
          resources: [
            { ...named(of), expressions: { name: constant("x") } },
            { ...named(trail), expressions },
          ],
        },
      },
    }),
  );
  const { arn = "" } = at(inventory, of).attributes;
  expect(arn).toMatch(/^arn:aws:(?:logs|sqs):eu-central-1:/);
  const { cloud_watch_logs_group_arn: writtenTo } = at(inventory, trail).attributes;
  expect(writtenTo).toBe(`${arn as string}${after}`);
});

test.each<[unknown, boolean]>([
  ["registry.terraform.io/hashicorp/aws", true],
  ["registry.opentofu.org/hashicorp/aws", true],
  [undefined, true],
  ["registry.terraform.io/another/aws", false],
  [7, false],
])("the provider %s of a plan's resources is the one that is analyzed: %s", (source, isKnown) => {
  const resource = { mode: "managed", type: "aws_sns_topic", address: "aws_sns_topic.a" };
  const resources = [{ ...resource, values: {}, provider_name: source }];
  const plan = { format_version: "1.2", planned_values: { root_module: { resources } } };
  const sources = inventoryOfPlan(plan).problems.filter(
    ({ resource: { address } = {} }) => address === "terraform.required_providers.aws",
  );
  expect(sources.map(({ rule }) => rule)).toEqual(isKnown ? [] : ["not-analyzed-block"]);
});
