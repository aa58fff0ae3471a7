import { acceptedBlocks, refusedBlocks } from "./refused-blocks";
import { acceptedCalls, refusedCalls } from "./refused-calls";
import { acceptedConditions, refusedConditions } from "./refused-conditions";
import { acceptedConstants, refusedConstants } from "./refused-constants";
import { acceptedExpressions, refusedExpressions } from "./refused-expressions";
import { acceptedPlans, refusedPlans } from "./refused-plans";
import { acceptedSettings, refusedSettings } from "./refused-settings";
import { acceptedValues, refusedValues } from "./refused-values";

type Bodies = Readonly<Record<string, object>>;

const data = (bodies: Bodies, more: object = {}): object => ({
  resource: { terraform_data: bodies },
  ...more,
});
const counted = { x: { count: 1 } };
const reading = (input: string): object => data({ y: { input } });

const lived = (lifecycle: unknown): object => data({ x: { input: "a", lifecycle }, y: {} });
const conditional = (condition: unknown, more: object = {}): object =>
  lived({ precondition: [{ condition, error_message: "No.", ...more }] });

/** Stacks that Terraform refuses, whatever a provider says. */
export const refusedStacks: readonly (readonly [string, object])[] = [
  ["a resource that refers to itself", data({ x: { input: "${terraform_data.x.id}" } })],
  [
    "two resources that wait for each other",
    data({ x: { input: "${terraform_data.y.id}" }, y: { input: "${terraform_data.x.id}" } }),
  ],
  ...refusedSettings,
  ...refusedExpressions,
  ...refusedValues,
  ...refusedConstants,
  ...refusedCalls,
  ...refusedConditions,
  ...refusedPlans,
  ...refusedBlocks,
  ["lifecycle with an unknown argument", lived({ destroyy: true })],
  ["two blocks of lifecycle", lived([{}, {}])],
  ["lifecycle that is a text", lived("x")],
  ["a switch of lifecycle that is a text", lived({ create_before_destroy: "yes" })],
  ["a switch of lifecycle that is null", lived({ create_before_destroy: null })],
  ["a switch of lifecycle that is an expression", lived({ prevent_destroy: "${true}" })],
  ["ignored changes that are no list", lived({ ignore_changes: "input" })],
  ["ignored changes that are null", lived({ ignore_changes: null })],
  ["ignored changes that are numbers", lived({ ignore_changes: [1] })],
  ["ignored changes in an expression", lived({ ignore_changes: ["${input}"] })],
  ["a trigger that is a variable", lived({ replace_triggered_by: ["var.x"] })],
  ["a trigger that is no list", lived({ replace_triggered_by: "terraform_data.y" })],
  ["a trigger in an expression", lived({ replace_triggered_by: ["${terraform_data.y}"] })],
  ["a condition that is always true", conditional(true)],
  ["a condition that is a text", conditional("x")],
  ["a condition that is always false", conditional("${false}")],
  ["a condition before, of itself", conditional('${self.input == "a"}')],
  ["a condition with an unknown argument", conditional("${terraform_data.y.id != 1}", { x: 1 })],
  [
    "a condition without a message",
    lived({ postcondition: [{ condition: '${self.input == "a"}' }] }),
  ],
  ["locals in a circle", data({ x: {} }, { locals: { a: "${local.b}", b: "${local.a}" } })],
  ["a list as for_each", data({ x: { for_each: ["a"] } })],
  ["a list in an expression as for_each", data({ x: { for_each: '${["a"]}' } })],
  ["tolist as for_each", data({ x: { for_each: '${tolist(["a"])}' } })],
  ["a text as for_each", data({ x: { for_each: "a" } })],
  ["a local list as for_each", data({ x: { for_each: "${local.a}" } }, { locals: { a: ["b"] } })],
  ["count beside for_each", data({ x: { for_each: { a: 1 }, count: 1 } })],
  ["an undeclared variable", reading("${var.x}")],
  ["an undeclared module", reading("${module.x.y}")],
  ["a local value that is not declared", reading("${local.nope}")],
  ["a path that there is not", reading("${path.nope}")],
  ["a word of Terraform that there is not", reading("${terraform.nope}")],
  ["an unknown function", reading('${jsonencod("x")}')],
  [
    "an index of a resource without count",
    data({ x: {}, y: { input: "${terraform_data.x[0].id}" } }),
  ],
  [
    "a move to itself",
    data({ x: {} }, { moved: [{ from: "terraform_data.x", to: "terraform_data.x" }] }),
  ],
  [
    "a move of what is still there",
    data({ x: {}, y: {} }, { moved: [{ from: "terraform_data.x", to: "terraform_data.y" }] }),
  ],
  [
    "two moves to one address",
    data(
      { y: {} },
      {
        moved: ["x", "z"].map((from) => ({
          from: `terraform_data.${from}`,
          to: "terraform_data.y",
        })),
      },
    ),
  ],
  [
    "moves in a circle",
    data(
      { y: {} },
      {
        moved: [
          { from: "terraform_data.a", to: "terraform_data.b" },
          { from: "terraform_data.b", to: "terraform_data.c" },
          { from: "terraform_data.c", to: "terraform_data.a" },
        ],
      },
    ),
  ],
  ["an attribute that the type has not", data({ x: {}, y: { input: "${terraform_data.x.idd}" } })],
  [
    "an attribute that an instance has not",
    data({ ...counted, y: { input: "${terraform_data.x[0].idd}" } }),
  ],
  [
    "an attribute of a resource with instances",
    data({ ...counted, y: { input: "${terraform_data.x.id}" } }),
  ],
  [
    "an instance by a point",
    data({ x: { for_each: { a: 1 } }, y: { input: "${terraform_data.x.a}" } }),
  ],
  ["each without for_each", reading("${each.key}")],
  ["each beside count", data({ x: { count: 1, input: "${each.key}" } })],
  ["count without count", reading("${count.index}")],
  ["count beside for_each", data({ x: { for_each: { a: 1 }, input: "${count.index}" } })],
  ["each in for_each", data({ x: { for_each: { a: "${each.key}" } } })],
  ["count in count", data({ x: { count: "${count.index}" } })],
  ["a part of each that is not there", data({ x: { for_each: { a: 1 }, input: "${each.name}" } })],
  ["a part of count that is not there", data({ x: { count: 1, input: "${count.key}" } })],
  ["each in a local", data({ x: {} }, { locals: { a: "${each.key}" } })],
  ["each in an output", data({ x: {} }, { output: { a: { value: "${each.key}" } } })],
  [
    "an undeclared variable in an output",
    data({ x: {} }, { output: { a: { value: "${var.b}" } } }),
  ],
  ["self outside of a provisioner", data({ x: { input: "${self.id}" } })],
  ["a type without resources", { resource: { terraform_data: {} } }],
  ["two bodies", { resource: { terraform_data: { x: [{}, {}] } } }],
  ["a body that is a text", { resource: { terraform_data: { x: "a" } } }],
  ["a comment at a label", { resource: { "//": "a", terraform_data: { x: {} } } }],
];

/** Stacks that it accepts, which are nearly the same. */
export const acceptedStacks: readonly (readonly [string, object])[] = [
  ["a resource that waits for itself", data({ x: { depends_on: ["terraform_data.x"] } })],
  ...acceptedSettings,
  ...acceptedExpressions,
  ...acceptedValues,
  ...acceptedConstants,
  ...acceptedCalls,
  ...acceptedConditions,
  ...acceptedPlans,
  ...acceptedBlocks,
  ["what Terraform says of itself", reading("${path.module}${path.root}${terraform.workspace}")],
  [
    "a local value of the second block",
    data({ y: { input: "${local.a}" } }, { locals: [{ b: 1 }, { a: 2 }] }),
  ],
  ["no lifecycle", lived(null)],
  ["an empty lifecycle", lived([])],
  ["a list of one lifecycle", lived([{ create_before_destroy: "true", prevent_destroy: false }])],
  ["all changes ignored", lived({ ignore_changes: "all" })],
  ["changes ignored", lived({ ignore_changes: ["input", "input", "triggers_replace"] })],
  ["a part ignored", lived({ ignore_changes: ['input["a"]', "input.b"] })],
  ["triggers", lived({ replace_triggered_by: ["terraform_data.y", "terraform_data.y.id"] })],
  [
    "conditions",
    lived({
      precondition: { condition: '${terraform_data.y.id != "a"}', error_message: "No." },
      postcondition: [{ condition: '${self.input == "a"}', error_message: "" }],
    }),
  ],
  ["a condition by a function", conditional("${length(terraform_data.y.id) > 0}")],
  [
    "a chain",
    data(
      { x: { input: "${terraform_data.y.id}" }, y: { input: "${local.a}" } },
      { locals: { a: 1 } },
    ),
  ],
  ["a set as for_each", data({ x: { for_each: '${toset(["a"])}', input: "${each.key}" } })],
  ["a map as for_each", data({ x: { for_each: { a: "b" }, input: "${each.value}" } })],
  [
    "resources as for_each",
    data({ x: { for_each: { a: "b" } }, y: { for_each: "${terraform_data.x}" } }),
  ],
  [
    "an index of a counted resource",
    data({ ...counted, y: { input: "${terraform_data.x[0].id}" } }),
  ],
  [
    "a variable with a default",
    data({ x: { input: "${var.a}" } }, { variable: { a: { default: 1 } } }),
  ],
  ["count.index beside count", data({ x: { count: 1, input: "${count.index}" } })],
  [
    "self in a provisioner",
    data({ x: { provisioner: [{ "local-exec": { command: "echo ${self.id}" } }] } }),
  ],
  [
    "every attribute of a type",
    data({
      x: {},
      y: {
        input: ["id", "input", "output", "triggers_replace"].map(
          (name) => `\${terraform_data.x.${name}}`,
        ),
      },
    }),
  ],
  ["all instances of a resource", data({ ...counted, y: { input: "${terraform_data.x[*].id}" } })],
  [
    "an output of an attribute",
    data({ x: {} }, { output: { a: { value: "${terraform_data.x.id}" } } }),
  ],
  ["functions", reading('${upper(join(",", ["a"]))}')],
  [
    "a move to an instance",
    data(
      { x: { for_each: { a: 1 } } },
      { moved: [{ from: "terraform_data.x", to: 'terraform_data.x["a"]' }] },
    ),
  ],
  [
    "moves one after another",
    data(
      { y: {} },
      {
        moved: [
          { from: "terraform_data.x", to: "terraform_data.z" },
          { from: "terraform_data.z", to: "terraform_data.y" },
        ],
      },
    ),
  ],
  ["arrays at each level", { resource: [{ terraform_data: [{ x: [[{ input: "a" }]] }] }] }],
  [
    "a block that checks",
    data(
      { x: {} },
      {
        check: {
          a: { assert: [{ condition: "${terraform_data.x.id != 1}", error_message: "No." }] },
        },
      },
    ),
  ],
  ["a body that is null", { resource: { terraform_data: { x: null, y: {} } } }],
];
