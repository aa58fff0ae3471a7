type Bodies = Readonly<Record<string, object>>;

const data = (bodies: Bodies, more: object = {}): object => ({
  resource: { terraform_data: bodies },
  ...more,
});
const set = (terraform: unknown): object => data({ x: {} }, { terraform });
const versioned = (required_version: unknown): object => set({ required_version });
const variable = (v: object, name = "v"): object => data({ x: {} }, { variable: { [name]: v } });
const output = (o: object, name = "o"): object => data({ x: {} }, { output: { [name]: o } });

/** Stacks that Terraform refuses for what stands around resources. */
export const refusedSettings: readonly (readonly [string, object])[] = [
  ...["count", "depends_on", "for_each", "lifecycle", "locals", "source"].map(
    (word) =>
      [
        `a provider with ${word}`,
        {
          resource: { terraform_data: { x: {} } },
          provider: { terraform: { alias: "a", [word]: {} } },
        },
      ] as const,
  ),
  ...["latest", "", "${1}", "=> 1", "1.11.4-beta1", [">= 1.0"], true].map(
    (version): readonly [string, object] => [
      `the required version ${JSON.stringify(version)}`,
      versioned(version),
    ],
  ),
  ["a required version that none can be", versioned(">= 99, < 1")],
  ["two sorts of backend", set({ backend: { local: {}, s3: {} } })],
  ["two backends in two blocks", set([{ backend: { local: {} } }, { backend: { local: {} } }])],
  ["two backends of one sort", set({ backend: { local: [{}, {}] } })],
  [
    "a backend beside cloud",
    set({ backend: { local: {} }, cloud: { organization: "x", workspaces: { name: "a" } } }),
  ],
  [
    "two blocks of required providers",
    set([
      { required_providers: { a: { source: "a/a" } } },
      { required_providers: { b: { source: "b/b" } } },
    ]),
  ],
  ["a collection that is null", data({ x: { for_each: null } })],
  ["a backend that is a text", set({ backend: "local" })],
  ["an unknown setting", set({ nope: 1 })],
  [
    "a version of a provider that is none",
    set({ required_providers: { a: { source: "a/a", version: "latest" } } }),
  ],
  ["an unknown argument of a provider", set({ required_providers: { a: { sauce: "a/a" } } })],
  ...(
    [
      ["number", "x"],
      ["string", [1]],
      ["bool", "yes"],
      ["list(string)", "a"],
      ["map(string)", { a: [1] }],
      ["object({a=string})", {}],
      ["object({ a = string, b = optional(number) })", { b: 1 }],
      ["set(number)", ["a"]],
      ["tuple([string])", ["a", "b"]],
      ["tuple([number])", ["x"]],
      ["object({a=optional(number)})", { a: "x" }],
      ["object({a=list(number)})", { a: ["x"] }],
      ["list(any)", [1, [2]]],
      ["map(any)", { a: 1, b: true }],
      ["number", "0x10"],
    ] as const
  ).map(([type, value]): readonly [string, object] => [
    `a variable of the type ${type} whose default is ${JSON.stringify(value)}`,
    variable({ type, default: value }),
  ]),
  ...[
    ...["text", "tuple([text])", "tuple(string)", "list(string, string)", "list()", "string }"],
    ...[
      "object({a=string,a=number})",
      "object({a=optional()})",
      'object({a=optional(number, "x")})',
    ],
    ...['object({a=optional(string, "x", 1)})', "map(optional(string))", "string}${string"],
  ].map((type): readonly [string, object] => [
    `a variable of the unknown type ${type}`,
    variable({ type, default: null }),
  ]),
  ["a variable whose type is null", variable({ type: null })],
  ["a variable whose nullable is null", variable({ nullable: null, default: 1 })],
  ["a variable that a list describes", variable({ description: [1], default: 1 })],
  ["a variable whose type is an expression", variable({ type: "${string}" })],
  ["an unknown argument of a variable", variable({ nope: 1 })],
  ["a variable whose name begins with a digit", variable({}, "1v")],
  ["a variable with a name of Terraform's", variable({}, "count")],
  ["a default that may not be null", variable({ nullable: false, default: null })],
  ["a sensitive that is a text", variable({ sensitive: "x" })],
  [
    "a validation of nothing",
    variable({ validation: [{ condition: "${true}", error_message: "No." }] }),
  ],
  ["an output without a value", output({})],
  ["an unknown argument of an output", output({ value: 1, nope: 1 })],
  ["an output that is ephemeral", output({ value: 1, ephemeral: true })],
  ["an output that is ephemeral by a text", output({ value: 1, ephemeral: "true" })],
  ["an output that is sensitive by a text", output({ value: 1, sensitive: "x" })],
  ["an output whose sensitive is null", output({ value: 1, sensitive: null })],
  ["an output whose sensitive is an expression", output({ value: 1, sensitive: "${true}" })],
  ["an output described by a list", output({ value: 1, description: [1] })],
  ["an output that waits for a text", output({ value: 1, depends_on: "terraform_data.x" })],
  [
    "an output that waits for an expression",
    output({ value: 1, depends_on: ["${terraform_data.x}"] }),
  ],
  [
    "an output with a condition without a message",
    output({ value: 1, precondition: { condition: "${terraform_data.x.id != 1}" } }),
  ],
  ["experiments", set({ experiments: ["template_string_func"] })],
  ["an empty list of experiments", set({ experiments: [] })],
  ["a backend that is null", set({ backend: null })],
  ["a backend without a sort", set({ backend: {} })],
  ["a cloud that is a text", set({ cloud: "a" })],
  ["a provider_meta that is a text", set({ provider_meta: "a" })],
  ["settings that are a text", set("x")],
  ["locals that are a text", data({ x: {} }, { locals: "a" })],
  ["an output whose name has a space", output({ value: 1 }, "1 o")],
  ["a local whose name begins with a digit", data({ x: {} }, { locals: { "1a": 1 } })],
  ["a local that is declared twice", data({ x: {} }, { locals: [{ a: 1 }, { a: 2 }] })],
  ["a resource whose name has a space", data({ "1 x": {} })],
  ...["many", -1, 1.5, null, true, 1e20, "1e20", "${1e20}"].map(
    (count): readonly [string, object] => [
      `a count of ${JSON.stringify(count)}`,
      data({ x: { count } }),
    ],
  ),
  ["depends_on that is a text", data({ x: { depends_on: "terraform_data.y" }, y: {} })],
];

/** Stacks that it accepts. */
export const acceptedSettings: readonly (readonly [string, object])[] = [
  ...[">= 1.0", ">= 1.0, < 2.0", "!=1.2", "> v1.1", "~> 1.1", null].map(
    (version): readonly [string, object] => [
      `the required version ${JSON.stringify(version)}`,
      versioned(version),
    ],
  ),
  ["one backend", set({ backend: { local: {} } })],
  ...(
    [
      ["number", "1"],
      ["bool", "true"],
      ["string", 1],
      ["set(string)", ["a"]],
      ["list(any)", [1]],
      ["any", [1]],
      ["string", null],
      ["object({a=string,b=optional(number)})", { a: "x" }],
      ["object({\n a = string\n b = list(object({c=bool}))\n})", { a: 1, b: [{ c: true }] }],
      ["tuple([string, number])", ["a", 1]],
      ["tuple([any])", [null]],
      ["bool", "1"],
      ["number", ".5"],
      ["list(any)", [1, "a"]],
      ["map(any)", { a: { x: 1 }, b: { y: 1 } }],
      ["object({a=optional(list(string), [])})", {}],
      ["object({ a: string, b = any, })", { a: true, b: [1] }],
      ["\n string # a text\n", "a"],
      ["map(list(string))", { a: ["b"] }],
    ] as const
  ).map(([type, value]): readonly [string, object] => [
    `a variable of the type ${type} whose default is ${JSON.stringify(value)}`,
    variable({ type, default: value }),
  ]),
  [
    "all that a variable may have",
    variable({
      "//": "x",
      type: "string",
      default: "a",
      description: "a",
      sensitive: "true",
      nullable: false,
      ephemeral: false,
      validation: [{ condition: '${var.v != ""}', error_message: "No." }],
    }),
  ],
  ["all that an output may have", output({ value: 1, description: "a", sensitive: true })],
  ["an output that is not ephemeral", output({ value: 1, ephemeral: false })],
  [
    "an output that waits and has a condition",
    output({
      value: 1,
      depends_on: ["terraform_data.x"],
      precondition: { condition: "${terraform_data.x.id != 1}", error_message: "No." },
    }),
  ],
  ["settings that are null", set(null)],
  ["locals that are null", data({ x: {} }, { locals: null })],
  ["a name with a hyphen", data({ "x-1_y": {} })],
  ...[0, 2, "3", "${1 + 1}"].map((count): readonly [string, object] => [
    `a count of ${JSON.stringify(count)}`,
    data({ x: { count } }),
  ]),
];
