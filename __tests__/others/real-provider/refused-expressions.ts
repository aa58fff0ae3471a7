type Bodies = Readonly<Record<string, object>>;

const data = (bodies: Bodies, more: object = {}): object => ({
  resource: { terraform_data: bodies },
  ...more,
});

/** A stack in which one argument is written as given. */
const reading = (input: unknown): object =>
  data(
    { x: { input: "a" }, y: { input } },
    { variable: { v: { default: 1 } }, locals: { l: ["a", "b"], m: { a: 1 } } },
  );

const named = (texts: readonly string[]): readonly (readonly [string, object])[] =>
  texts.map((text) => [`the template ${JSON.stringify(text)}`, reading(text)]);

const checked = (condition: unknown): object =>
  data({ x: {} }, { check: { a: { assert: [{ condition, error_message: "No." }] } } });

/** Stacks that Terraform refuses for what stands in templates, functions and references. */
export const refusedExpressions: readonly (readonly [string, object])[] = [
  ...named([
    ...["${", "a${", "${}", "${1 +}", "${1 2}", "${(1}", "${[1}", "${{a 1}}", '${"a}', "${'a'}"],
    ...['${"a\\q"}', "${1 ? 2}", "${[for a local.l : a]}", "${max(,)}", "${1;2}", "${a=1}"],
    ...["${x.}", "${local.l[}", "${0x10}", "${.5}", "${5.}", "${1..2}", "${local.l.0.1}"],
    ...["${<<EOT\nabc}", "%{", "%{ if }", "%{ if true }", "%{ foo }", '${"%{if true}a"}'],
    ...["%{ for a in [1] }x%{endif}", "${a&b}", "${{ a.b = 1 }}"],
    // References to nothing, wherever they stand.
    ...[
      "${a}",
      "${a.b}",
      "${(local).l}",
      "${(path).module}",
      "${terraform_data}",
      "${var}",
      "${local}",
      "${path}",
      "${data}",
    ],
    ...["${data.aws_region}", "${data.aws_region.x.name}", "${terraform_data.é.id}"],
    ...["${true ? var.nope : 1}", "${1 + local.nope}", "${[for a in var.nope : a]}"],
    ...["${[for a in local.l : b]}", "%{ if var.nope }a%{ endif }", "${terraform_data.x[*].idd}"],
    ...["${local.m.z}", '${local.m["z"]}', "${local.l[9]}", "${local.m.a.b}", "${null.a}"],
    // Functions.
    ...["${jsonencode()}", "${jsonencode(1,2)}", "${upper([])}", '${join(",")}', '${join(",", 1)}'],
    ...["${lookup(local.m)}", '${cidrsubnet("10.0.0.0/8")}', '${replace("a","b")}', "${can()}"],
    ...["${timestamp(1)}", "${coalesce()}", "${concat()}", "${try()}", "${list(1)}", "${type(1)}"],
    ...["${max()}", "${range()}", "${range(1,2,3,4)}", "${setproduct([])}", "${lookup({},1,2,3)}"],
    ...['${format("%s", [1]...)}${nope()}', "${1 == 1 ? nope(1) : 2}", '${core::nope("a")}'],
    ...['${provider::aws::arn_parse("arn")}', "${upper(1, 2, local.l...)}", "${sort({} , [])}"],
  ]),
  ["a key that is no template", reading({ "${": 1 })],
  ["a key within a list that is no template", reading({ a: [{ "b${1 2}": 1 }] })],
  ["a local that is no template", data({ x: {} }, { locals: { a: "${" } })],
  ["an output that is no template", data({ x: {} }, { output: { a: { value: "${" } } })],
  ["a function that there is not in a local", data({ x: {} }, { locals: { a: "${nope()}" } })],
  ["each alone", data({ x: { for_each: { a: 1 }, input: "${each}" } })],
  ["a check of what is no template", checked("${")],
  ["a check of nothing declared", checked("${var.nope == 1}")],
  [
    "a condition of nothing declared",
    data({
      x: { lifecycle: { precondition: { condition: "${var.b == 1}", error_message: "No." } } },
    }),
  ],
  [
    "an index beyond the instances",
    data({ x: { count: 1 }, y: { input: "${terraform_data.x[3].id}" } }),
  ],
  [
    "a key of no instance",
    data({ x: { for_each: { a: 1 } }, y: { input: '${terraform_data.x["b"].id}' } }),
  ],
  ["an order after no data source", data({ x: { depends_on: ["data.aws_region.x"] } })],
];

/** Stacks that it accepts. */
export const acceptedExpressions: readonly (readonly [string, object])[] = [
  ...named([
    ...["%%{", "$${", "$${a", "%{ if true }a%{ endif }", "%{ if true }a%{else}b%{ endif ~}"],
    ...["%{ for a in [1] }${a}%{ endfor }", "${-1}", "${!true}", "${1 == 1 ? 2 : 3}", "${1 % 2}"],
    ...["${local.l[*]}", "${local.l.*}", "${local.l[0]}", "${local.l.0}", "${null}", "${1.5e3}"],
    ...['${[for a in local.l : a if a != ""]}', "${{for k, a in local.m : k => a...}}", "${01}"],
    ...["${max([1,2]...)}", "${max(1,2,)}", "${<<EOT\nabc\nEOT\n}", "${<<-EOT\n abc\n EOT\n}"],
    ...['${"${1}"}', '${"%{if true}a%{endif}"}', "${/* c */ 1}", "${1 # c\n}", "${~ 1 ~}"],
    ...['${{ a = 1, "b" : 2\n(local.l[0] ) = 3 }}', '${core::upper("a")}', "${merge()}"],
    ...["${try(local.m.z, 1)}", "${can(local.m.z)}", "${[for a in local.l : upper(a)]}"],
    ...["${resource.terraform_data.x.id}", "${lookup(local.m, 1, 2)}", "${range(1,2,3)}"],
    ...["${terraform_data.x[*].id}", "${terraform_data.x.*.id}", "${setunion([1])}"],
    ...[
      "${formatlist(1)}",
      '${cidrsubnets("10.0.0.0/8")}',
      "${setproduct([], [])}",
      "${true ? 1 : 2}",
    ],
  ]),
  ["a key that is a template", reading({ "${local.l[0]}": 1 })],
  ["a comment", data({ x: { "//": "${" } }, { "//": "${" })],
  [
    "descriptions that look like templates",
    data(
      { x: {} },
      {
        variable: { v: { default: "${", description: "${" } },
        output: { o: { value: 1, description: "${" } },
      },
    ),
  ],
  [
    "an order after values",
    data(
      { x: { depends_on: ["local.a", "var.b"] } },
      { locals: { a: 1 }, variable: { b: { default: 1 } } },
    ),
  ],
];
