/** Local values of a stack into which steps lead. */
export const steppedLocals = {
  l: ["a", "b"],
  m: { a: 1, b: "x" },
  s: "text",
  z: null,
  objects: [{ k: "a" }, { k: "b" }],
  nested: [["a"], ["b"]],
};

/** Expressions that Terraform refuses for steps into what has them not, or for where an index stands. */
export const refusedSteps: readonly string[] = [
  ...["(local.m).s", '(local.m)["s"]', "(local.objects)[0].z"],
  ...["local.l[*][0]", "local.objects[*].k[0]", 'local.objects[*]["z"]', "local.nested[*][0][0]"],
  ...["local.nested.*.*", "local.nested.*.*[0]", "local.objects.*.k.*", "local.objects.*.k.0"],
  ...["local.objects.*.0", "null.*[0]", "local.objects.*.k[2]", "path.module.a", "path.root[0]"],
  ...["(true ? null : 1) + 1", '(true ? 1 : "a").b', "[{ a = 1 }][local.m == {} ? 1 : 2]"],
  ...['[0][local.l == ["a"] ? 0 : 1]', '[0][[1] == ["1"] ? 0 : 1]', "[0][[] == {} ? 0 : 1]"],
  ...['[0][local.objects == [{ k = "a" }, { k = "c" }] ? 0 : 1]', "[0][{} == {a = 1} ? 0 : 1]"],
  ...['index([["a"]], ["b"])'],
];

/** Expressions that it accepts. */
export const acceptedSteps: readonly string[] = [
  ...["(local.m).a", '(local.m)["a"]', "(local.objects)[0].k", "((local.objects)[1]).k"],
  ...["local.l.*[0]", "local.objects.*.k[0]", 'local.objects[*]["k"]', "local.nested[*][0]"],
  ...["local.nested[*].0", "local.nested.*.0", "local.objects.*[0].k", "local.nested[*][*]"],
  ...["local.nested[*].*", "local.nested.*[*][0]", "null[*][0]", "local.m.*.a[0]"],
  ...["(local.objects[*].k)[0]", "local.l.*[1].*", '(true ? 1 : "a") == "1" ? 1 : [][0]'],
  ...['[0][tolist(["a"]) == ["a"] ? 1 : 0]', '[0][keys(local.m) == ["a", "b"] ? 0 : 0]'],
  ...['[0][toset(["a"]) == toset(["a"]) ? 0 : 1]', '[0][contains([["a"]], ["a"]) ? 0 : 1]'],
  ...['toset(local.l) == toset(["b", "a"]) ? 1 : [][0]'],
];
