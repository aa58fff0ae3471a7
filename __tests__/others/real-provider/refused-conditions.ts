type Bodies = Readonly<Record<string, object>>;

const locals = { n: 3, s: "text", z: null, l: ["a", "b"], m: { a: { n: 1 }, b: { n: "x" } } };
const data = (bodies: Bodies, more: object = {}): object => ({
  resource: { terraform_data: bodies },
  locals,
  ...more,
});
const condition = (of: string, error_message: unknown = "No."): object => ({
  condition: of,
  error_message,
});
const before = (inner: object): object => data({ x: { lifecycle: { precondition: inner } } });
const after = (inner: object): object =>
  data({ x: { input: "a", lifecycle: { postcondition: inner } } });
const ofOutput = (inner: object): object =>
  data({ x: {} }, { output: { o: { value: 1, precondition: inner } } });
const ofCheck = (inner: object): object => data({ x: {} }, { check: { a: { assert: inner } } });

const places = { before, after, "of an output": ofOutput, "of a check": ofCheck };

/** A condition at each place where there may be one, but for those that are left out. */
function everywhere(
  of: string,
  ...apart: readonly (keyof typeof places)[]
): readonly (readonly [string, object])[] {
  return Object.entries(places)
    .filter(([place]) => !apart.some((each) => each === place))
    .map(([place, stack]) => [`the condition ${of} ${place}`, stack(condition(of))]);
}

const repeated = (body: object): object => data({ x: body });

/** Stacks that Terraform refuses for conditions, and for what instances make of expressions. */
export const refusedConditions: readonly (readonly [string, object])[] = [
  ...["${local.n == 4}", '${contains(local.l, "z")}', "${can(local.m.c)}"].flatMap((of) =>
    everywhere(of, "of a check"),
  ),
  ...["${local.s}", "${local.n}", "${local.z}", "${local.l}", "a ${local.n}"].flatMap((of) =>
    everywhere(of),
  ),
  ...["${local.z}", "${local.l}", "a ${local.z}"].flatMap((message) =>
    [before, ofCheck].map((stack, at): readonly [string, object] => [
      `the message ${message} of a condition, ${at}`,
      stack(condition("${local.n == 3}", message)),
    ]),
  ),
  ["an attribute of self that there is not", after(condition("${self.nope == 1}"))],
  [
    "a check whose name has a space",
    data({ x: {} }, { check: { "1 a": { assert: condition("${local.n == 3}") } } }),
  ],
  ["a key that is no number", repeated({ for_each: { a: 1 }, input: "${each.key + 1}" })],
  ["a value that is a list", repeated({ for_each: { a: [1] }, input: "${upper(each.value)}" })],
  ["a part of one value", repeated({ for_each: "${local.m}", input: "${each.value.n + 1}" })],
  ["an element of a set", repeated({ for_each: '${toset(["a"])}', input: "${each.value + 1}" })],
  ["an index that is no truth value", repeated({ count: 2, input: "${tobool(count.index)}" })],
  ["an index beyond the list", repeated({ count: 3, input: "${local.l[count.index]}" })],
  ...["${null}", "${local.l}"].map((key): readonly [string, object] => [
    `the key ${key}`,
    repeated({ input: { [key]: 1 } }),
  ]),
  ...["${keys(local.m)}", "${concat(local.l)}", "${distinct(local.l)}", '${split(",", "a")}'].map(
    (each): readonly [string, object] => [`for_each of ${each}`, repeated({ for_each: each })],
  ),
  ["for_each of a list by a condition", repeated({ for_each: "${local.n == 3 ? local.l : []}" })],
  ["for_each of a set of objects", repeated({ for_each: "${toset(values(local.m))}" })],
  ...["${local.n / 2}", '${" 2"}', " 2", "0x2", "${1 / 0}"].map(
    (count): readonly [string, object] => [
      `a count of ${JSON.stringify(count)}`,
      repeated({ count }),
    ],
  ),
  [
    "an order after all instances",
    data({ x: { count: 1 }, y: { depends_on: ["terraform_data.x[*]"] } }),
  ],
  ["an order within a list", data({ x: {}, y: { depends_on: [["terraform_data.x"]] } })],
  ["a connection that is a text", repeated({ connection: "a" })],
  ["a provider that is null", repeated({ provider: null })],
];

/** Stacks that it accepts, which are nearly the same. */
export const acceptedConditions: readonly (readonly [string, object])[] = [
  ...[
    '${local.n == 3 && local.s == "text"}',
    "${length(local.l) == 2}",
    '${terraform_data.x.id != "a"}',
  ].flatMap((of) => everywhere(of, "before", "after")),
  [
    "a condition that does not hold, of no instance",
    data({ x: { count: 0, lifecycle: { precondition: condition("${local.n == 4}") } } }),
  ],
  ["a check that does not hold", ofCheck(condition("${local.n == 4}"))],
  ["a condition that is a text", before(condition('${local.n == 3 ? "true" : "x"}'))],
  ["a message that is a number", before(condition("${local.n == 3}", "${local.n}"))],
  ["a key that is no number, of no instance", repeated({ for_each: {}, input: "${each.key + 1}" })],
  ["a key that is a number", repeated({ for_each: { 1: 1 }, input: "${each.key + 1}" })],
  ["a key that is made", repeated({ input: { "${local.n}": 1 } })],
  ["for_each of a set of a function", repeated({ for_each: "${toset(keys(local.m))}" })],
  ["for_each of an object of a loop", repeated({ for_each: "${{ for x in local.l : x => x }}" })],
  ["a count by a function", repeated({ count: "${length(local.l)}" })],
  ["a count of a text", repeated({ count: "2.0" })],
  ["an order with blanks", data({ x: {}, y: { depends_on: [" terraform_data.x "] } })],
  ["an order after a path", data({ x: { depends_on: ["path.module"] } })],
  ["a comment among local values", data({ x: {} }, { locals: { "//": "${" } })],
];
