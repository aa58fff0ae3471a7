type Bodies = Readonly<Record<string, object>>;
type Case = readonly [string, object];

const data = (bodies: Bodies, more: object = {}): object => ({
  resource: { terraform_data: bodies },
  ...more,
});

/** A resource, and another one that reads it. */
const reading = (body: object, input: string): Case => [
  `${input} of ${JSON.stringify(body)}`,
  data({ x: body, y: { input } }),
];

const after = (body: object, condition: string): Case => [
  `the condition ${condition} after ${JSON.stringify(body)}`,
  data({ x: { ...body, lifecycle: { postcondition: { condition, error_message: "No." } } } }),
];

const before = (body: object, condition: string, others: Bodies = {}): Case => [
  `the condition ${condition} before ${JSON.stringify(body)}`,
  data({
    x: { ...body, lifecycle: { precondition: { condition, error_message: "No." } } },
    ...others,
  }),
];

const instances = { c: { count: 2 }, none: { count: 0 }, f: { for_each: { k: "v" } } };
const ofInstances = (input: string): Case => [
  `${input} of instances`,
  data({ ...instances, y: { input } }),
];

const ofVariable = (type: string, value: unknown, input: string): Case => [
  `${input} of the type ${type}`,
  data({ x: { input } }, { variable: { v: { type, default: value } } }),
];

const byProvider = (provider: string): Case => [
  `the provider ${JSON.stringify(provider)}`,
  data({ x: { provider } }, { provider: { terraform: [{ alias: "a" }] } }),
];

const waitingFor = (address: string): Case => [
  `an order after ${address}`,
  data({ x: {}, c: { count: 1 }, y: { depends_on: [address] } }),
];

/** Stacks that Terraform refuses for what resources are planned to be, and for how blocks name others. */
export const refusedPlans: readonly Case[] = [
  reading({ input: "abc" }, "${terraform_data.x.input + 1}"),
  reading({ input: "abc" }, "${resource.terraform_data.x.input + 1}"),
  reading({ input: ["a"] }, "${terraform_data.x.input[3]}"),
  reading({ input: { a: 1 } }, "${terraform_data.x.input.b}"),
  reading({ triggers_replace: "a" }, "${-terraform_data.x.triggers_replace}"),
  reading({}, "${terraform_data.x.input + 1}"),
  [
    "for_each of a planned list",
    data({ x: { input: ["a"] }, y: { for_each: "${terraform_data.x.input}" } }),
  ],
  ofInstances("${one(terraform_data.c[*].id)}"),
  ofInstances("${terraform_data.none[0].id}"),
  ofInstances("${element(terraform_data.none, 0)}"),
  ofInstances("${slice(terraform_data.c, 0, 3)}"),
  ofInstances('${zipmap(["a"], terraform_data.c)}'),
  ofInstances("${[1][length(terraform_data.c)]}"),
  before({}, "${length(terraform_data.none) > 0}", instances),
  before({}, '${contains(keys(terraform_data.f), "z")}', instances),
  after({ input: "a" }, '${self.input == "b"}'),
  after({ input: "a", count: 2 }, '${self.input == "b"}'),
  after({ input: "a" }, "${self[0] == 1}"),
  after({ input: "a" }, "${self.input.b == 1}"),
  before({ count: 2 }, "${count.index < 1}"),
  before({ for_each: { a: 1, b: 2 } }, "${each.value < 2}"),
  ofVariable("list(string)", ["a"], "${var.v.a}"),
  ofVariable("string", "a", "${var.v.a}"),
  ofVariable("number", 1, "${var.v[0]}"),
  ofVariable("set(string)", ["a"], "${var.v[0]}"),
  ofVariable("object({ a = string })", { a: "b" }, "${var.v.b}"),
  ofVariable("object({ a = string })", { a: "b" }, "${var.v.a.b}"),
  ofVariable("map(object({ a = string }))", { k: { a: "b" } }, "${var.v.k.b}"),
  [
    "for_each of a variable that is a list",
    data(
      { x: { for_each: "${var.v}" } },
      { variable: { v: { type: "list(string)", default: [] } } },
    ),
  ],
  ...["${terraform.a}", "terraform.a.b", "terraform.", "", "terraform[0]", "1"].map(byProvider),
  ...["terraform_data.x[0]", 'terraform_data.x["a"]'].map(waitingFor),
  [
    "a circle by depends_on",
    data({ x: { depends_on: ["terraform_data.y"] }, y: { input: "${terraform_data.x.id}" } }),
  ],
  ["two blocks of connection", data({ x: { connection: [{ host: "a" }, { host: "b" }] } })],
  ...["true ? [1, 2] : [true]", "true ? { a = 1 } : { b = [2] }", "tolist([[1], [[1], 2]])"].map(
    (expression): Case => reading({}, `\${${expression}}`),
  ),
  ...["chunklist([1, 2], 1)[2]", '{ for x in [1] : "k" => x... }.k[1]', "log(0, 0)"].map(
    (expression): Case => reading({}, `\${${expression}}`),
  ),
  ...['"Inf" + 1', "pow(0, -1)", 'tonumber("INF")', "log(0, 2)"].map((expression): Case =>
    reading({}, `\${${expression}}`),
  ),
];

/** Stacks that it accepts. */
export const acceptedPlans: readonly Case[] = [
  ofInstances("${one(terraform_data.none[*].id)}"),
  ofInstances('${try(terraform_data.c[5].id, "a")}'),
  ofInstances('${length(terraform_data.none) > 0 ? terraform_data.none[0].id : "a"}'),
  ofInstances("${[1, 2, 3][length(terraform_data.c)]}"),
  ofInstances('${join(",", terraform_data.none[*].id)}'),
  ofInstances('${coalescelist(terraform_data.none, ["a"])}'),
  ofInstances('${lookup(terraform_data.f, "z", "a")}'),
  before({}, "${length(terraform_data.c) > 0}", instances),
  before({}, '${contains(keys(terraform_data.f), "k")}', instances),
  reading({ input: 1 }, "${terraform_data.x.input + 1}"),
  reading({ input: { a: 1 } }, "${terraform_data.x.input.a}"),
  reading({ input: "${timestamp()}" }, "${terraform_data.x.input}"),
  after({ input: "a" }, '${self.input == "a"}'),
  after({ input: "a" }, '${self.output == "b"}'),
  after({ input: "a", count: 0 }, '${self.input == "b"}'),
  before({ count: 2 }, "${count.index < 2}"),
  before({ for_each: {} }, "${each.value < 2}"),
  ofVariable("list(string)", ["a"], "${var.v[0]}"),
  ofVariable("list(string)", ["1"], "${var.v[0] + 1}"),
  ofVariable("string", "a", "${var.v[*]}"),
  ofVariable("map(string)", { a: "b" }, "${var.v.a}"),
  ofVariable("any", { a: "b" }, "${var.v.a}"),
  ofVariable("object({ a = optional(string) })", {}, "${var.v.a}"),
  ofVariable("tuple([string])", ["a"], "${var.v.0}"),
  [
    "for_each of a variable that is a set",
    data(
      { x: { for_each: "${var.v}" } },
      { variable: { v: { type: "set(string)", default: [] } } },
    ),
  ],
  ...["terraform.a", " terraform", "terraform . a"].map(byProvider),
  ...["terraform_data.c[0]", "terraform_data.c"].map(waitingFor),
  ...["true ? [1] : [1, 2]", "true ? {} : { a = 1 }", "tolist([[1], [1, 2]])"].map(
    (expression): Case => reading({}, `\${${expression}}`),
  ),
  ...["chunklist([1, 2], 1)[1]", '{ for x in [1] : "k" => x... }.k[0]', "pow(2, 3)"].map(
    (expression): Case => reading({}, `\${${expression}}`),
  ),
];
