import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openTerraform } from "../../../src/cli/open-terraform";
import { expandStackSets, inventoryOfPlan, type Inventory } from "../../../src/coverage";
import { regions, SET, stackSetStack, stackSetStacks, STACK, UNIT } from "./stack-set-organization";
import { forwarderTemplate } from "./template";

const root = mkdtempSync(join(tmpdir(), "signin-stack-set-"));

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

test("a folder with a stack set has the places of its organizational unit", () => {
  for (const { name, document } of stackSetStacks()) {
    mkdirSync(join(root, name), { recursive: true });
    writeFileSync(join(root, name, "cdk.tf.json"), JSON.stringify(document));
  }
  const { places, inventory } = openTerraform(root);
  expect(places.filter(({ account }) => account === UNIT).map(({ region }) => region)).toEqual(
    regions,
  );
  // A review compares what Terraform manages.
  expect(inventory.resources.filter(({ stack }) => stack === STACK)).toHaveLength(2);
});

test("a folder with the stack of a stack set alone is an output of this package", () => {
  const folder = join(root, "alone", STACK);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(stackSetStack().document));
  expect(openTerraform(join(root, "alone")).places).toHaveLength(regions.length + 1);
});

/** @param accounts - null where Terraform knows them only after the apply */
function plan(accounts: readonly string[] | null): Inventory {
  const resource = (type: string, values: object): object => ({
    address: `${type}.Forwarder`,
    mode: "managed",
    type,
    name: "Forwarder",
    values,
  });
  const set = {
    name: "forward",
    permission_model: "SERVICE_MANAGED",
    template_body: JSON.stringify(forwarderTemplate()),
    template_url: null,
    parameters: null,
  };
  const instances = {
    stack_set_name: "forward",
    regions,
    deployment_targets: [
      { organizational_unit_ids: [UNIT], accounts: null, account_filter_type: null },
    ],
    parameter_overrides: null,
    accounts,
  };
  return inventoryOfPlan(
    {
      format_version: "1.2",
      planned_values: {
        root_module: {
          resources: [
            resource("aws_cloudformation_stack_set", set),
            resource("aws_cloudformation_stack_instances", instances),
          ],
        },
      },
      resource_changes: [
        {
          address: "aws_cloudformation_stack_instances.Forwarder",
          change: { after_unknown: { accounts: accounts === null, id: true } },
        },
      ],
    },
    STACK,
  );
}

test.each([
  ["before the first apply", null],
  ["once Terraform has read the accounts", ["333333333333"]],
])("a plan's stack set is expanded like that of generated Terraform, %s", (_, accounts) => {
  const { resources, problems } = expandStackSets(plan(accounts));
  expect(problems).toEqual([]);
  const roles = resources.filter(({ type }) => type === "aws_iam_role");
  expect(roles.map(({ address, account }) => [address, account])).toEqual([
    [`${SET}["${UNIT}"] us-east-1 Role`, UNIT],
  ]);
});

test("an inventory without stack sets stays as it is", () => {
  const inventory = { stacks: [], resources: [], unresolved: [], problems: [] };
  expect(expandStackSets(inventory)).toBe(inventory);
});
