import { inventoryOfPlan } from "../../src/coverage";
import { allOf, plain } from "./every-rule/raise";
import type { MutableJson } from "./mutation/mutant";
import { reportOf } from "./small-organization";

function found(resources: MutableJson): readonly string[] {
  const stacks = structuredClone(plain);
  const hub = stacks.find(({ name }) => name === "signin-hub")?.document ?? {};
  Object.assign(hub["resource"] as object, resources);
  return allOf(reportOf(stacks)).map(({ rule, detail }) => `${rule} ${detail}`);
}

test("what creates nothing in AWS is no finding", () => {
  const resources = {
    terraform_data: { a: { input: "x" } },
    random_id: { a: { byte_length: 4 } },
    time_sleep: { a: { create_duration: "30s" } },
    null_resource: { a: {} },
  };
  expect(found(resources)).toEqual([]);
});

test("a command that it runs is a finding", () => {
  const body = { provisioner: [{ "local-exec": { command: "aws events disable-rule" } }] };
  expect(found({ terraform_data: { a: body } })).toEqual([
    "not-analyzed-block provisioner local-exec",
  ]);
});

test("a type of another provider that may create anything stays a finding", () => {
  expect(found({ awscc_events_rule: { a: {} } }).join()).toContain("not-analyzed-resource");
  expect(found({ local_file: { a: {} } }).join()).toContain("not-analyzed-resource");
});

test("neither is it in a plan", () => {
  const resource = { address: "random_id.a", mode: "managed", type: "random_id", values: {} };
  const plan = {
    format_version: "1.2",
    planned_values: { root_module: { resources: [resource] } },
  };
  expect(inventoryOfPlan(plan).resources).toEqual([]);
});
