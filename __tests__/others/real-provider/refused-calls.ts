import { reading } from "./constant-reading";

/** Calls with arguments that are all known, and that Terraform refuses. */
const refused = {
  "functions of numbers": [
    ...['tonumber("x")', "tonumber(true)", 'tobool("True")', "tobool(1)", 'abs("x")', "abs(null)"],
    ...[
      'parseint("ff", 10)',
      'parseint("1", 63)',
      "parseint(1, 10)",
      "max([]...)",
      "sum([])",
      'sum(["a"])',
    ],
    ...["log(-1, 2)", "range(1, 3, 0)", "range(0, 3, -1)", "range(1025)"],
  ],
  "functions of texts": [
    ...[
      "upper(null)",
      'format("%d", "a")',
      'format("%d", 1.5)',
      'format("%s")',
      'format("%s", "a", "b")',
    ],
    ...[
      'format("%z", "a")',
      'format("%")',
      'format("%[3]s", "a")',
      'format("%s", [1])',
      'join(",", ["a", null])',
    ],
    ...[
      'join(",", [["a"]])',
      'join(",", local.s)',
      'regex("(", "a")',
      'regex("a", "b")',
      'regex("(?=a)", "a")',
    ],
    ...['regexall("*", "a")', 'replace("a", "/(/", "b")', 'substr("abc", 0.5, 1)', "tostring([])"],
  ],
  "functions of collections": [
    ...[
      'toset("a")',
      "tolist({})",
      "tomap([])",
      "tolist([1, [1]])",
      "element([], 0)",
      "element(local.e, 0)",
    ],
    ...[
      'element("a", 0)',
      'element(toset(["a"]), 0)',
      "keys([])",
      "values(1)",
      "length(1)",
      "length(null)",
    ],
    ...[
      'lookup({a=1}, "b")',
      'lookup(1, "a")',
      "merge(1)",
      "merge({a=1}, local.s)",
      "merge(local.l...)",
    ],
    ...[
      "one([1, 2])",
      "one(null)",
      "slice([1, 2], 0, 3)",
      "slice([1, 2], 1, 0)",
      "concat([1], local.s)",
    ],
    ...[
      'contains("abc", "a")',
      "contains([null], null)",
      'index(local.l, "z")',
      'coalesce(null, "")',
    ],
    ...["coalesce([], 1)", "coalescelist([], local.e)", 'zipmap(["a"], [])', "zipmap([null], [1])"],
    ...[
      'matchkeys([1, 2], ["a"], ["a"])',
      "sort([null])",
      "sort(local.m)",
      "chunklist([], -1)",
      "flatten({})",
    ],
    ...[
      'alltrue(["x"])',
      "reverse({})",
      "setproduct(1, 2)",
      "max(local.n...)",
      "upper(local.l...)",
    ],
  ],
  "functions of other languages": [
    ...[
      'base64decode("*")',
      'base64decode("YQ")',
      'base64decode("/w==")',
      'jsondecode("{")',
      'jsondecode("01")',
    ],
    ...["jsondecode(local.s)", "jsonencode(1 / 0)", 'csvdecode("")', 'uuidv5("x", "a")'],
  ],
  "functions of networks and times": [
    ...[
      'cidrsubnet("x", 1, 1)',
      'cidrsubnet("10.0.0.0/8", 8, 256)',
      'cidrsubnet("10.0.0.0/8", 25, 1)',
    ],
    ...['cidrhost("10.0.0.0/31", 2)', 'cidrhost("10.0.0.0/33", 1)', 'cidrnetmask("fd00::/8")'],
    ...['cidrsubnets("10.0.0.0/8", 1, 1, 1)', 'cidrsubnets("10.0.0.0/8", 0)', 'timeadd("x", "1h")'],
    ...['timeadd("2026-01-01T00:00:00Z", "1d")', 'timecmp("2026-02-30T00:00:00Z", "x")'],
    ...['formatdate("Y", "2026-01-01T00:00:00Z")', 'formatdate("YYYY", "2026-01-01")'],
  ],
} as const;

/** Calls that it accepts, which are nearly the same. */
const accepted = [
  ...[
    "tonumber(null)",
    'tobool("1")',
    'tolist([1, "a"])',
    "tolist([{a=1}, {b=1}])",
    'parseint("ff", 16)',
  ],
  ...[
    'max(1, "2")',
    'sum(["1"])',
    "range(3, 0)",
    "range(1024)",
    'format("%s", null)',
    'format("%[2]s", "a", "b")',
  ],
  ...[
    'format("%5.2f|%v|%q", "1", [1], 1)',
    'join(",", [true], [])',
    'regex("(?i)A", "a")',
    'replace("a", "(", "b")',
  ],
  ...[
    'substr("abc", 5, 1)',
    "element(local.l, 7)",
    'lookup({a=1}, "b", null)',
    "merge({a=1}, null)",
    "one([])",
  ],
  ...[
    "coalesce(null, 1)",
    'coalesce(1, "a")',
    'compact(["", null])',
    "chunklist([1], 0)",
    'reverse(toset(["a"]))',
  ],
  ...[
    'base64decode("YQ==")',
    'jsondecode("{\\"a\\":1}").a',
    'cidrhost("10.0.0.0/8", -1)',
    'cidrsubnet("fd00::/8", 8, 1)',
  ],
  ...[
    'timeadd("2026-01-01T00:00:00Z", "-1.5h30m")',
    'formatdate("DD MMM YYYY hh:mm ZZZ", timestamp())',
  ],
  ...[
    'uuidv5("dns", "a")',
    "try(local.m.zz, null)",
    "can(1 + null)",
    'try(tonumber("x"), 0) + 1',
    "alltrue([null])",
  ],
] as const;

/** Stacks that Terraform refuses for what functions are given. */
export const refusedCalls: readonly (readonly [string, object])[] = Object.values(refused)
  .flat()
  .map((expression) => reading(`\${${expression}}`));

/** Stacks that it accepts. */
export const acceptedCalls: readonly (readonly [string, object])[] = accepted.map((expression) =>
  reading(`\${${expression}}`),
);
