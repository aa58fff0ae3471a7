/** Files in the folder of a stack. */
export const files = {
  "a.txt": "hello {",
  "a.json": '{"a":1}',
  "one.tpl": "a ${x} b",
  "list.tpl": "%{ for each in list }${each}%{ endfor }",
  "broken.tpl": "a ${",
  "path.tpl": "${path.module}",
};

export const locals = { one: "a $${x}", broken: "a $${", own: "$${local.one}", list: ["a"] };

/** Expressions that Terraform refuses for files and templates. */
export const refusedFiles = [
  ...['file("nope")', 'file("${path.module}/nope")', 'filebase64("nope")', 'file(".")'],
  ...['filemd5("${path.root}/nope")', 'filebase64sha256("nope.zip")', 'core::file("nope")'],
  ...['jsondecode(file("a.txt"))', 'jsondecode(file("a.json")).b', 'file("./nope/../b.txt")'],
  ...['templatefile("nope", {})', 'templatefile("one.tpl", {})', 'templatefile("one.tpl", 1)'],
  ...['templatefile("one.tpl", { x = [] })', 'templatefile("broken.tpl", {})'],
  ...['templatefile("list.tpl", { list = "a" })', 'templatefile("path.tpl", {})'],
  ...['templatestring("a", {})', "templatestring(upper(local.one), {})"],
  ...["templatestring(local.one, {})", "templatestring(local.one, 1)"],
  ...["templatestring(local.broken, {})", "templatestring(local.own, {})"],
  "templatestring(local.list, {})",
];

/** Expressions that it accepts. */
export const acceptedFiles = [
  ...['file("a.txt")', 'file("${path.module}/a.txt")', 'filemd5("./a.txt")', 'fileexists("nope")'],
  ...['jsondecode(file("a.json")).a + 1', 'try(file("nope"), "")', 'file("./nope/../a.txt")'],
  ...['templatefile("one.tpl", { x = "1" })', 'templatefile("one.tpl", tomap({ x = 1 }))'],
  ...['templatefile("one.tpl", { x = 1, y = 2 })', 'templatefile("list.tpl", { list = ["a"] })'],
  ...["templatestring(local.one, { x = 1 })", "templatestring(local.list[0], {})"],
];
