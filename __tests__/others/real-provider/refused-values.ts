import { acceptedTypes, refusedTypes } from "./refused-types";

type Bodies = Readonly<Record<string, object>>;

const data = (bodies: Bodies, more: object = {}): object => ({
  resource: { terraform_data: bodies },
  ...more,
});
const set = (terraform: object): object => data({ x: {} }, { terraform });
const validated = (validation: unknown): object =>
  data({ x: {} }, { variable: { v: { default: 1, validation: [validation] } } });
const right = { condition: "${var.v != 2}", error_message: "No." };

/** A stack with a variable that Terraform marks. */
const marked = (mark: object, body: object, more: object = {}): object =>
  data({ x: body }, { variable: { s: { default: ["a"], ...mark } }, ...more });
const secret = { sensitive: true };
const fleeting = { ephemeral: true };
const output = (value: unknown, more: object = {}): object => ({
  output: { o: { value, ...more } },
});

const checked = (assert: object): object => data({ x: {} }, { check: { a: { assert: [assert] } } });

/** Stacks that Terraform refuses for conditions, backends, numbers of instances and marked values. */
export const refusedValues: readonly (readonly [string, object])[] = [
  ...refusedTypes,
  ["a validation without a message", validated({ condition: right.condition })],
  ["a validation with an unknown argument", validated({ ...right, x: 1 })],
  ["a validation of a text", validated({ ...right, condition: "var.v" })],
  ["a validation of another variable", validated({ ...right, condition: "${var.z == 1}" })],
  ["a validation that is no template", validated({ ...right, condition: "${var.v != " })],
  ["a validation that is a text", validated("x")],
  ["a check that is always true", checked({ condition: "${true}", error_message: "No." })],
  [
    "a check of functions alone",
    checked({ condition: '${timestamp() != "a"}', error_message: "No." }),
  ],
  ["a backend that there is not", set({ backend: { nope: {} } })],
  ["a backend of old", set({ backend: { etcd: {} } })],
  ["an unknown argument of the local backend", set({ backend: { local: { nope: 1 } } })],
  ["an empty path of the local backend", set({ backend: { local: { path: "" } } })],
  [
    "an unknown argument of S3",
    set({ backend: { s3: { bucket: "b", key: "k", region: "us-east-1", nope: 1 } } }),
  ],
  [
    "a key in S3 that begins with a slash",
    set({ backend: { s3: { bucket: "b", key: "/k", region: "us-east-1" } } }),
  ],
  [
    "an unknown argument of cloud",
    set({ cloud: { organization: "a", nope: 1, workspaces: { name: "a" } } }),
  ],
  ...["${null}", '${"a"}', "${-1}", "${true}", "${[1]}"].map((count): readonly [string, object] => [
    `a count of ${count}`,
    data({ x: { count } }),
  ]),
  ...[
    '${"a"}',
    "${1}",
    "${null}",
    "${[for a in [1] : a]}",
    "${toset([1])}",
    "${toset([null])}",
  ].map((each): readonly [string, object] => [
    `for_each of ${each}`,
    data({ x: { for_each: each } }),
  ]),
  ["an unknown argument of terraform_data", data({ x: { nope: 1 } })],
  ["the id of terraform_data", data({ x: { id: "a" } })],
  ["a generated block of terraform_data", data({ x: { dynamic: { a: { for_each: [1] } } } })],
  ["a sensitive for_each", marked(secret, { for_each: "${toset(var.s)}" })],
  ["for_each of what is sensitive by a function", data({ x: { for_each: "${sensitive({a=1})}" } })],
  ...[
    ["${var.s}", {}],
    ["a ${var.s[0]}", {}],
    [{ a: ["${var.s}"] }, {}],
    ["${local.a}", { locals: { a: { b: "${var.s}" } } }],
    ["${jsonencode({ a = var.s })}", {}],
    ["${length(var.s)}", {}],
    ['${var.s[0] == "a" ? 1 : 2}', {}],
    ["${[for a in var.s : 1]}", {}],
    ["${sensitive(1)}", {}],
  ].map(([value, more]): readonly [string, object] => [
    `an output of ${JSON.stringify(value)}, which is sensitive`,
    marked(secret, {}, { ...(more as object), ...output(value) }),
  ]),
  ["an ephemeral argument", marked(fleeting, { input: { a: "${var.s}" } })],
  ["an ephemeral output", marked(fleeting, {}, output("${var.s}"))],
];

/** Stacks that it accepts. */
export const acceptedValues: readonly (readonly [string, object])[] = [
  ...acceptedTypes,
  ["a validation", validated(right)],
  ["a validation with a message that is a number", validated({ ...right, error_message: 1 })],
  ["the local backend with a template for a path", set({ backend: { local: { path: "${1}" } } })],
  ["the backend in memory", set({ backend: { inmem: {} } })],
  ["a count by a condition", data({ x: { count: "${true ? 1 : 0}" } })],
  ["for_each by a condition", data({ x: { for_each: "${true ? {a=1} : {}}" } })],
  ["for_each of an object of for", data({ x: { for_each: "${{for a in [1] : a => a}}" } })],
  ["a sensitive count", marked(secret, { count: "${length(var.s)}" })],
  ["for_each of sensitive values", marked(secret, { for_each: { a: "${var.s}" } })],
  ["a sensitive output", marked(secret, {}, output("${var.s}", { sensitive: "true" }))],
  [
    "an output that is not sensitive any more",
    marked(secret, {}, output("${nonsensitive(var.s)}")),
  ],
  ["an output of whether it is sensitive", marked(secret, {}, output("${issensitive(var.s)}"))],
  ["an output of keys", marked(secret, {}, output("${keys({ a = var.s })}"))],
  ["an output of another part", marked(secret, {}, output("${{ a = var.s, b = 1 }.b}"))],
  [
    "an output of another part of a local",
    marked(secret, {}, { locals: { a: { b: "${var.s}", c: 1 } }, ...output("${local.a.c}") }),
  ],
  ["an ephemeral local", marked(fleeting, {}, { locals: { a: "${var.s}" } })],
];
