import { reading } from "./constant-reading";

/** Expressions whose parts are all known, and which Terraform refuses. */
const refused = {
  operators: [
    ...['"a" + 1', '1 + "x"', "true + 1", "[1] + [2]", "null + 1", "local.s + 1", '-"a"', "!1"],
    ...['"a" + var.v', '"a" < "b"', '1 < "a"', '" 1" + 1', '"0x10" + 1', '"" + 1', '"NaN" + 1'],
    ...["local.n && true", "1 == 1 && !local.s", "null || true", "1 / 0", "0 / 0", "[1, 1 / 0]"],
  ],
  conditions: [
    ...['"x" ? 1 : 2', "1 ? 1 : 2", "null ? 1 : 2", "local.s ? 1 : 2", 'true ? [1] : "a"'],
    ...[
      "true ? [] : {}",
      "true ? true : 1",
      "local.n == 3 ? local.l : local.m",
      "var.v == 4 ? local.l : local.s",
    ],
    ...['true ? {a=[1]} : {a="x"}', "true ? local.l[7] : 1"],
  ],
  steps: [
    ...[
      "[1][3]",
      "[1][-1]",
      "[1][null]",
      "[1][0.5]",
      '[1]["a"]',
      "{a=1}.b",
      '{a=1}["b"]',
      '"abc"[0]',
    ],
    ...[
      "local.s.a",
      "local.z.a",
      "local.l[local.n]",
      "local.nested.list[*].nome",
      'toset(["a"])[0]',
    ],
    ...['split(":", local.arn)[6]', 'jsondecode("{}").a', "[for x in [1] : x][1]", "local.s[*].a"],
  ],
  loops: [
    ...[
      "[for x in 1 : x]",
      "[for x in null : x]",
      '[for x in ["a"] : x + 1]',
      "[for x in [1] : x if x]",
    ],
    ...[
      '{for x in ["a", "a"] : x => 1}',
      "{for x in [null] : x => 1}",
      "[for k, v in local.m : k + 1]",
    ],
    ...[
      "[for x in [[1]] : [for y in x : y.a]]",
      "{for x in local.nested.list : x.nome => 1}",
      "{(null) = 1}",
    ],
  ],
  tries: [
    "try(local.m.zz, local.l[9])",
    'tonumber(try("x", 1))',
    'sensitive("a") + 1',
    "can(local.m.zz) + 1",
  ],
} as const;

/** Templates that have one in a text. */
const refusedTexts = [
  ...["a${null}", "a${[1]}", "a${local.m}", '${"a${null}"}', "%{ if null }a%{ endif }"],
  ...[
    '%{ if "x" }a%{ endif }',
    "%{ for x in 1 }a%{ endfor }",
    "%{ for x in [[1]] }${x}%{ endfor }",
  ],
  ...["%{ if true }${1 / 0 + null}%{ endif }"],
] as const;

/** Expressions that it accepts, which are nearly the same. */
const accepted = {
  operators: [
    ...['"2" + 1', '"1e3" + 1', '".5" + 1', "5.5 % 2", "9007199254740993 + 1", "1e400 + 1", "- -1"],
    ...[
      '!"true"',
      '1 == "1"',
      "[1] == [1]",
      "null == null",
      '"true" && true',
      "local.n > 2 && local.t",
    ],
    ...["1 / 0 == 1", "5 / 2 == 2.5", "terraform_data.x.id + 1"],
  ],
  conditions: [
    ...[
      'true ? 1 : "a"',
      "true ? null : [1]",
      "true ? {a=1} : {}",
      "true ? [1] : []",
      "true ? {a=1} : {b=2}",
    ],
    ...[
      'true ? 1 : ("a" + 1)',
      "false ? local.l[7] : local.l[0]",
      'true ? [1, "a"] : [true]',
      "true ? toset([]) : []",
    ],
  ],
  steps: [
    ...['[1]["0"]', '{"1"=1}[1]', "local.s[*]", "local.z[*].a", "local.m[*].a", "local.e[*].a"],
    ...[
      'split(":", local.arn)[5]',
      "local.nested.list[*].name",
      "local.nested.list.*.name",
      "tomap({a=1}).a",
    ],
  ],
  loops: [
    ...[
      '[for x in [1] : x if "true"]',
      "[for x in [] : x.a]",
      '{for x in ["a", "a"] : x => 1...}',
      "{(true) = 1}",
    ],
    ...["[for i, v in local.l : i + 1]", "{for x in local.nested.list : x.name => x}"],
  ],
} as const;

/** Stacks that Terraform refuses for what constants are worth. */
export const refusedConstants: readonly (readonly [string, object])[] = [
  ...Object.values(refused)
    .flat()
    .map((expression) => reading(`\${${expression}}`)),
  ...refusedTexts.map(reading),
];

/** Stacks that it accepts. */
export const acceptedConstants: readonly (readonly [string, object])[] = [
  ...Object.values(accepted)
    .flat()
    .map((expression) => reading(`\${${expression}}`)),
  reading("%{ if false }${1 + null}%{ endif }"),
  reading("%{ for x in local.l }${x}%{ endfor }"),
];
