/** Local values of the stack in which expressions are read. */
export const readLocals = {
  a: "outer",
  n: 3,
  t: true,
  z: null,
  m: { a: "inner", n: 5 },
  objects: [{ a: "first" }, { a: "second" }],
};

/** Expressions of which the check reads a value, which is the one that Terraform plans. */
export const readValues: readonly (readonly [expression: string, value: string])[] = [
  ["(local.m).a", "inner"],
  ['(local.m)["a"]', "inner"],
  ["((local.objects)[1]).a", "second"],
  ["(local.objects[1]).a", "second"],
  ['({ a = "w" }).a', "w"],
  ["[local.a, (local.m).a][1]", "inner"],
  ['jsonencode(local.t ? 1 : "a")', '"1"'],
  ['jsonencode(local.t ? true : "a")', '"true"'],
  ["jsonencode(local.t ? 1 : null)", "1"],
  ["jsonencode(local.t ? [1] : [])", "[1]"],
  ['jsonencode(local.t ? [1, "a"] : [2, "b"])', '[1,"a"]'],
  ["jsonencode(local.t ? [[1], [2, 3]] : [])", "[[1],[2,3]]"],
  ['jsonencode(local.t ? [{ a = 1, b = "x" }] : [])', '[{"a":1,"b":"x"}]'],
  ["jsonencode(local.t ? { a = { p = [1], q = 2 } } : {})", '{"a":{"p":[1],"q":2}}'],
  ['jsonencode(local.t ? { a = ["x"] } : { b = ["y"] })', '{"a":["x"]}'],
  ['jsonencode(tolist([1, "a", null, true]))', '["1","a",null,"true"]'],
  ["jsonencode(tolist([1, null]))", "[1,null]"],
  ['jsonencode(tomap({ a = 1, b = "x" }))', '{"a":"1","b":"x"}'],
  ['jsonencode(toset(["a", "a"]))', '["a"]'],
  ['jsonencode(toset([1, "1"]))', '["1"]'],
];

/** Expressions whose value Terraform makes by a conversion of a collection: the check does not read it. */
export const convertedValues: readonly string[] = [
  'jsonencode(local.t ? { a = 1 } : { b = "x" })',
  'jsonencode(local.t ? { a = 1, b = "x" } : {})',
  'jsonencode(local.t ? { a = [1] } : { b = ["x"] })',
  'jsonencode(local.t ? [1, "a"] : [])',
  'jsonencode(local.t ? [1, "a"] : ["q", true])',
  'jsonencode(local.t ? [[1], ["a", 3]] : [])',
  "jsonencode(tolist([[1], [local.a]]))",
];
