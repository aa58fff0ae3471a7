import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openTerraform } from "../../../src/cli/open-terraform";
import { inventoryOfPlan, readPlans } from "../../../src/coverage";

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
