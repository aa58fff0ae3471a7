import { readdirSync } from "node:fs";
import { join } from "node:path";
import { inventoryOfPlan } from "../../../src/coverage";
import { readPlan } from "../../../src/coverage/inventory/read-plans";
import { readUniqueJson } from "../../../src/json/read-unique-json";

const folder = join(__dirname, "../../fixtures/real");
const plans = ["first-plan", "drift-plan", "refresh-only-plan", "state"].flatMap((kind) =>
  readdirSync(join(folder, kind)).map((file) => join(kind, file)),
);

type Entry = Record<string, unknown> & { change: Record<string, unknown> };
type Held = Record<string, unknown> & { values: Record<string, unknown> };
interface Plan extends Record<string, unknown> {
  planned_values: { root_module: Record<string, unknown> & { resources: Held[] } };
  resource_changes: Entry[];
}

/** The detail of what is found of a real plan as a whole, after it was changed. */
function found(change: (plan: Plan) => void): readonly string[] {
  const plan = readUniqueJson(join(folder, "drift-plan/signin-hub.json")) as Plan;
  change(plan);
  const { problems } = inventoryOfPlan(plan, "signin-hub");
  return problems.filter(({ resource }) => resource?.address === "plan").map((each) => each.detail);
}

function entry(plan: Plan): Entry {
  const [first] = plan.resource_changes.filter(({ type }) => type === "aws_cloudwatch_event_rule");
  if (first === undefined) throw new Error("the plan has no rule");
  return first;
}

function held(plan: Plan): Held {
  const { address } = entry(plan);
  const one = plan.planned_values.root_module.resources.find((each) => each["address"] === address);
  if (one === undefined) throw new Error(`the plan holds no ${String(address)}`);
  return one;
}

test.each(plans)("%s, which Terraform wrote, does not contradict itself", (path) => {
  const { problems } = readPlan(join(folder, path));
  expect(problems.filter(({ detail }) => detail.includes("contradicts"))).toEqual([]);
});

test.each<[string, (plan: Plan) => void, string]>([
  [
    "a resource is deleted, and has planned values",
    (plan) => Object.assign(entry(plan).change, { actions: ["delete"], after: null }),
    "goes by resource_changes, and is in planned_values",
  ],
  [
    "a resource is forgotten, and has planned values",
    (plan) => Object.assign(entry(plan).change, { actions: ["forget"], after: null }),
    "goes by resource_changes, and is in planned_values",
  ],
  [
    "a resource stays, and has no planned values",
    (plan) => {
      const gone = held(plan);
      const { root_module: root } = plan.planned_values;
      root.resources = root.resources.filter((each) => each !== gone);
    },
    "stays by resource_changes, and is not in planned_values",
  ],
  [
    "the change of a resource is left out",
    (plan) => {
      const gone = entry(plan);
      plan.resource_changes = plan.resource_changes.filter((each) => each !== gone);
    },
    "is in planned_values, and not in resource_changes",
  ],
  [
    "a rule is disabled by its change alone",
    (plan) =>
      Object.assign(entry(plan).change, {
        after: { ...held(plan).values, state: "DISABLED" },
      }),
    "has other values in resource_changes than in planned_values",
  ],
  [
    "an action is not one of Terraform",
    (plan) => Object.assign(entry(plan).change, { actions: ["frobnicate"] }),
    "has an action that Terraform does not know",
  ],
  [
    "a change has no action",
    (plan) => Object.assign(entry(plan).change, { actions: [] }),
    "has an action that Terraform does not know",
  ],
  [
    "nothing is known of what has planned values",
    (plan) => Object.assign(entry(plan).change, { after_unknown: true }),
    "is not known at all, and has planned values",
  ],
  [
    "a condition of a resource fails",
    (plan) =>
      (plan["checks"] = [
        { address: { kind: "resource", to_display: "aws_sns_topic.x" }, status: "fail" },
      ]),
    "aws_sns_topic.x fails its condition",
  ],
])("a plan in which %s is found", (_, change, wanted) => {
  const [detail, ...others] = found(change);
  expect(detail).toMatch(/^the plan contradicts itself: /u);
  expect(detail).toContain(wanted);
  expect(others).toEqual([]);
});

test("of many contradictions the first are named, and the others counted", () => {
  const [detail] = found((plan) => {
    for (const { change } of plan.resource_changes) change["actions"] = ["forget"];
  });
  expect(detail?.split(";")).toHaveLength(3);
  expect(detail).toMatch(/ and \d+ more$/u);
});

test.each<[string, (plan: Plan) => void]>([
  [
    "what is deposed is deleted",
    (plan) => {
      const change = { actions: ["delete"], before: {}, after: null };
      plan.resource_changes.push({ ...entry(plan), deposed: "0123abcd", change });
    },
  ],
  [
    "a check block fails",
    (plan) => {
      plan["checks"] = [{ address: { kind: "check", to_display: "check.x" }, status: "fail" }];
    },
  ],
  [
    "changes are not said at all",
    (plan) => {
      plan.resource_changes = [];
    },
  ],
])("a plan in which %s does not contradict itself", (_, change) => {
  expect(found(change)).toEqual([]);
});

test.each<[string, (plan: Plan) => void, string]>([
  [
    "a module that is a text",
    (plan) => Object.assign(plan.planned_values, { root_module: "x" }),
    "planned_values.root_module is not an object",
  ],
  [
    "modules in an object",
    (plan) => (plan.planned_values.root_module["child_modules"] = { a: 1 }),
    "planned_values.root_module.child_modules is not a list of objects",
  ],
  [
    "modules deep down that are none",
    (plan) => (plan.planned_values.root_module["child_modules"] = [{ child_modules: [1] }]),
    "planned_values.root_module.child_modules.child_modules is not",
  ],
  [
    "nothing among the resources",
    (plan) => plan.planned_values.root_module.resources.push(null as unknown as Held),
    "planned_values.root_module.resources is not a list of objects",
  ],
  [
    "changes in an object",
    (plan) => Object.assign(plan, { resource_changes: {} }),
    "resource_changes is not a list of objects",
  ],
])("fails for a plan that has %s", (_, change, wanted) => {
  expect(() => found(change)).toThrow(`the plan or state is not as Terraform writes it: ${wanted}`);
});
