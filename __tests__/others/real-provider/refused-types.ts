type Block = Readonly<Record<string, unknown>>;

/** Variables whose values may be given from outside; their types may not. */
const variable = {
  text: { type: "string", default: "1" },
  number: { type: "number", default: 1 },
  truth: { type: "bool", default: true },
  list: { type: "list(string)", default: ["a"] },
  empty: { type: "list(string)", default: [] },
  set: { type: "set(string)", default: ["a"] },
  map: { type: "map(string)", default: { a: "b" } },
  object: { type: "object({a=string})", default: { a: "x" } },
};
const locals = { id: "${terraform_data.x.id}", deep: { a: { b: "${terraform_data.x.id}" } } };

function stack(body: Block): object {
  const instances = { c: { count: 2 }, none: { count: 0 }, f: { for_each: { k: "v" } } };
  return { resource: { terraform_data: { x: {}, ...instances, y: body } }, variable, locals };
}

function reading(input: string): readonly [string, object] {
  return [`an expression of types: ${input}`, stack({ input })];
}

/** Stacks that Terraform refuses by the types of what they name, whatever the values are. */
export const refusedTypes: readonly (readonly [string, object])[] = [
  ...[
    ...["${coalesce(var.truth, var.number)}", "${coalesce(var.text, var.list)}"],
    ...["${coalesce(var.map, var.set)}", "${coalesce(terraform_data.x.id, terraform_data.c)}"],
    ...["x${terraform_data.c[0]}", '${join(",", terraform_data.c)}', "${terraform_data.c[0].id.a}"],
    ...["${[for c in terraform_data.c : c.zz]}", "${[for k, f in terraform_data.f : f.zz]}"],
    ...["%{ for c in terraform_data.c }${c.zz}%{ endfor }", "${terraform_data.c[*].id[0]}"],
    ...['${[for c in terraform_data.c : c["zz"]]}', "${{ for c in terraform_data.c : 1 => c.zz }}"],
    ...["${var.number + var.truth}", "${var.list + 1}", "${-var.truth}", "${-var.map}"],
    ...["${!var.number}", "${!var.list}", "${var.truth < 1}", "${var.number && true}"],
    ...["${var.number ? 1 : 2}", "${var.list ? 1 : 2}", "${terraform_data.x ? 1 : 2}"],
    ...["${terraform_data.x + 1}", "a${terraform_data.x}", "a${var.list}", "a${var.object}"],
    ...["a${var.set}", "%{ if var.list }a%{ endif }", "%{ if var.number }a%{ endif }"],
    ...["%{ for a in var.number }a%{ endfor }", "%{ for a in local.id }a%{ endfor }"],
    ...["${[for a in var.truth : a]}", "${[for a in uuid() : a]}", "${[for a in path.cwd : a]}"],
    ...["${uuid().a}", "${uuid()[0]}", "${terraform_data.x.id.a}", "${terraform_data.x.id[0]}"],
    ...["${local.id.a}", "${local.deep.a.b.c}", "${path.cwd.a}", "${terraform.workspace.a}"],
    ...["${length(var.list).a}", "${length(var.list) && true}", "${keys(var.map).a}"],
    ...["${keys(var.map) + 1}", '${contains(var.list, "a") + 1}', '${split(",", var.text).a}'],
    ...["${max(var.number, 1)[0]}", "${tostring(var.number).a}", '${"${var.text}x".a}'],
    ...["${upper(var.list)}", "${upper(terraform_data.x)}", '${join(",", var.map)}'],
    ...['${join(",", terraform_data.x.id)}', "${keys(var.list)}", "${keys(terraform_data.x.id)}"],
    ...["${length(var.number)}", "${merge(var.map, var.list)}", "${concat(var.map)}"],
    ...["${toset(terraform_data.x.id)}", "${tolist(var.map)}", "${tomap(var.list)}"],
    ...["${tonumber(var.truth)}", "${tobool(var.number)}", "${tostring(var.list)}"],
    ...['${lookup(var.list, "a", "b")}', "${element(var.map, 0)}", '${zipmap(var.map, ["a"])}'],
    ...["${var.truth ? var.list : var.map}", '${var.truth ? var.list : "a"}'],
    ...["${var.truth ? terraform_data.x.id : [1]}", "${var.number == 1 ? var.set : var.map}"],
    ...['${var.list["a"]}', "${var.list[*].x}"],
    ...['${{"${var.list}" = 1}}', "${{(var.set) = 1}}", "${terraform_data.c + 1}"],
    ...["a${terraform_data.c}", "${keys(terraform_data.c)}", "${terraform_data.f[*].id}"],
  ].map(reading),
  [
    "a condition that is a number by its type",
    stack({ lifecycle: { precondition: { condition: "${var.number}", error_message: "No." } } }),
  ],
  [
    "a validation that is a list by its type",
    {
      resource: { terraform_data: { x: {} } },
      variable: {
        v: {
          type: "list(string)",
          default: [],
          validation: { condition: "${var.v}", error_message: "No." },
        },
      },
    },
  ],
  ["for_each of all instances by a count", stack({ for_each: "${terraform_data.c[*].id}" })],
  ["a count that is a list by its type", stack({ count: "${var.list}" })],
  ["a count that is a truth value by its type", stack({ count: "${var.truth}" })],
  ["for_each of keys", stack({ for_each: "${keys(var.map)}" })],
  ["for_each of a number by its type", stack({ for_each: "${var.number + 1}" })],
  ["for_each of what all of a list have", stack({ for_each: "${var.list[*]}" })],
];

/** Stacks that it accepts, since values decide. */
export const acceptedTypes: readonly (readonly [string, object])[] = [
  ...[
    ...["${[for c in terraform_data.c : c.id]}", "${[for k, f in terraform_data.f : f.input]}"],
    ...[
      "${[for c in terraform_data.none : c.zz]}",
      "${[for c in terraform_data.c : c.zz if false]}",
    ],
    ...["${coalesce(var.truth, var.number, var.text)}", "${coalesce(null, var.number)}"],
    ...["${coalesce(var.list, var.set)}"],
    ...["${coalesce(terraform_data.x.id, var.number)}"],
    ...['${var.truth ? "a" : { (terraform_data.x.id) = 1 }}'],
    ...["${terraform_data.none[*].id[0]}", "${terraform_data.c.*.id[0]}", "${terraform_data.c[0]}"],
    ...["${[for c in terraform_data.c : [for c in [{ zz = 1 }] : c.zz]]}"],
    ...['${[for f in terraform_data.f : f["id"]]}'],
    ...["${var.text + 1}", "${terraform_data.x.id + 1}", "${!terraform_data.x.id}"],
    ...["${terraform_data.x.id ? 1 : 2}", "${uuid() + 1}", "a${var.truth}${var.number}"],
    ...["${[for a in var.empty : a.x]}", "${[for a in var.empty : a + 1]}"],
    ...["%{ for a in var.empty }${a.x}%{ endfor }", "${try(var.list.a, 1)}", "${can(uuid().a)}"],
    "${true ? 1 : uuid().a}",
    ...["${upper(var.number)}", '${join(",", var.set)}', '${join(",", keys(var.map))}'],
    ...["${flatten(terraform_data.x.id)}", '${contains(local.id, "a")}', "${keys(var.object)}"],
    ...["${length(local.id)}", "${max([var.number]...)}"],
    ...["${terraform_data.x.id[*]}", "${var.map.a}", '${var.object["a"]}', "${var.list.0}"],
    ...["${tonumber(var.text)}", "${tostring(var.truth)}", "${tobool(terraform_data.x.id)}"],
    ...["${var.truth ? null : var.list}", "${var.truth ? var.list : var.set}"],
    "${var.truth ? var.map : var.object}",
    ...["${merge(var.map, null)}", "${concat(var.list, var.list)}", '${"${var.text}" + 1}'],
    ...["${terraform_data.c.0.id}", "${toset(terraform_data.c)}", "${terraform_data.f[*]}"],
    ...["${terraform_data.f[*].k.id}", "${values(terraform_data.f)[*].id}"],
    ...["${length(terraform_data.c)}", '${terraform_data.f["k"].id}', "${var.map[*]}"],
  ].map(reading),
  ["a count of a text by its type", stack({ count: "${var.text}" })],
  ["for_each of a set by its type", stack({ for_each: "${var.set}" })],
  ["for_each of a map by its function", stack({ for_each: "${merge(var.map)}" })],
];
