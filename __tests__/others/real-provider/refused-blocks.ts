type Bodies = Readonly<Record<string, object>>;
type Case = readonly [string, object];

const data = (bodies: Bodies, more: object = {}): object => ({
  resource: { terraform_data: bodies },
  ...more,
});

/** Blocks beside a resource. */
const beside = (more: object, bodies: Bodies = { x: {} }): Case => [
  `${JSON.stringify(more)} beside ${JSON.stringify(bodies)}`,
  data(bodies, more),
];

const lived = (lifecycle: object, more: object = {}): Case => [
  `the lifecycle ${JSON.stringify(lifecycle)} of ${JSON.stringify(more)}`,
  data({ x: { ...more, lifecycle }, z: {} }),
];

const condition = (of: string): object => ({ condition: of, error_message: "No." });
const move = (from: string, to: string): object => ({ from, to });
const provider = (blocks: unknown): object => ({ provider: { terraform: blocks } });
const required = (name: string, wanted: unknown): object => ({
  terraform: { required_providers: { [name]: wanted } },
});
const ephemeral = { variable: { e: { default: 1, ephemeral: true } } };

/** Stacks that Terraform refuses for blocks that are alike, or that name what there is not. */
export const refusedBlocks: readonly Case[] = [
  beside({
    moved: [
      move("terraform_data.a", "terraform_data.x"),
      move("terraform_data.a", "terraform_data.y"),
    ],
  }),
  beside({ moved: [move("terraform_data.x[0]", "terraform_data.x[1]")] }, { x: { count: 2 } }),
  beside(
    { moved: [move('terraform_data.x["a"]', "terraform_data.y")] },
    { x: { for_each: { a: 1 } } },
  ),
  beside({ check: { c: { assert: condition("${self.id != 1}") } } }),
  lived({ ignore_changes: ["tags"] }),
  lived({ ignore_changes: ["count"] }, { count: 1 }),
  lived({ replace_triggered_by: ["terraform_data.z[0]"] }),
  lived({ replace_triggered_by: ["terraform_data.z[each.key]"] }, { for_each: { a: 1 } }),
  lived({ replace_triggered_by: ["terraform_data.x"] }),
  lived({ precondition: condition("${terraform_data.x.id != 1}") }),
  lived({ postcondition: condition("${terraform_data.x.id != 1}") }),
  beside(provider([{ alias: "a" }, { alias: "a" }])),
  beside(provider([{}, {}])),
  ...[1, "", "a b", null, ["a"]].map((alias) => beside(provider({ alias }))),
  beside(provider({ nope: 1 })),
  beside(provider({ version: "1" })),
  beside(provider({ alias: "a" }), { x: { provider: "terraform.b" } }),
  ...["Terraform", "a.b", ""].map((name) => beside({ provider: { [name]: {} } })),
  ...["a b", "x/y/z/w", 1, ""].map((source) => beside(required("a", { source }))),
  beside(required("A", { source: "hashicorp/aws" })),
  beside(required("terraform", "1.0")),
  beside({ terraform: { backend: { local: { path: ["a"] } } } }),
  beside({ terraform: { backend: { s3: { bucket: "", key: "k", region: "eu-west-1" } } } }),
  ...["terraform_data.c[count.index]", "terraform_data.c[each.key]"].map((trigger) =>
    beside({}, { x: { lifecycle: { replace_triggered_by: [trigger] } }, c: { count: 1 } }),
  ),
  ...["terraform_data.c[9]", "terraform_data.c[*]", "terraform_data.c[local.n]"].map((trigger) =>
    beside(
      { locals: { n: 0 } },
      { x: { lifecycle: { replace_triggered_by: [trigger] } }, c: { count: 1 } },
    ),
  ),
  beside({}, { x: { depends_on: ["terraform_data.c[0].id"] }, c: { count: 1 } }),
  beside({}, { x: { depends_on: ["module.nope"] } }),
  beside({}, { x: { for_each: '${setproduct(["a"], ["b"])}' } }),
  beside({}, { x: { count: 2, input: "${1 / count.index}" } }),
  ...["terraform_data.nope", "local.nope", "var.nope", "data.aws_region.nope"].map((address) =>
    beside({ output: { o: { value: 1, depends_on: [address] } } }),
  ),
  beside(ephemeral, { x: { count: "${var.e}" } }),
];

/** Stacks that it accepts. */
export const acceptedBlocks: readonly Case[] = [
  beside({
    moved: [
      move("terraform_data.a", "terraform_data.b"),
      move("terraform_data.b", "terraform_data.x"),
    ],
  }),
  beside({ moved: [move("terraform_data.x[2]", "terraform_data.x[1]")] }, { x: { count: 2 } }),
  beside({ moved: [move("terraform_data.x", "terraform_data.x[0]")] }, { x: { count: 1 } }),
  lived({ replace_triggered_by: ["terraform_data.z.id"] }),
  ...["terraform_data.c[0]", "terraform_data.c[0].id", 'terraform_data.f["k"]'].map((trigger) =>
    beside(
      { locals: { "//": "${nope}" } },
      {
        x: { lifecycle: { replace_triggered_by: [trigger] } },
        c: { count: 1 },
        f: { for_each: { k: "v" } },
      },
    ),
  ),
  beside(
    {},
    {
      x: { count: 1, lifecycle: { replace_triggered_by: ["terraform_data.c[count.index]"] } },
      c: { count: 1 },
    },
  ),
  lived({ precondition: condition("${terraform_data.z.id != 1}") }),
  lived({ postcondition: condition("${self.id != 1}") }),
  beside(provider([{}, { alias: "a" }]), { x: { provider: "terraform.a" } }),
  beside(required("terraform", { source: "terraform.io/builtin/terraform" })),
  beside({ output: { o: { value: 1, depends_on: ["terraform_data.x", "path.module"] } } }),
  beside({ variable: { s: { default: 1, sensitive: true } } }, { x: { count: "${var.s}" } }),
];
