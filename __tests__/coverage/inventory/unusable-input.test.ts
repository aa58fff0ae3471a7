import fs, { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inventoryOfPlan, readInventory, UnusableInputError } from "../../../src/coverage";

const rule = { resource: { aws_cloudwatch_event_rule: { r: { name: "r" } } } };
const folders: string[] = [];

function folder(files: Readonly<Record<string, unknown>>): string {
  const root = mkdtempSync(join(tmpdir(), "signin-input-"));
  folders.push(root);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(
      join(root, name),
      typeof content === "string" ? content : JSON.stringify(content),
    );
  }
  return root;
}

afterAll(() => {
  for (const root of folders) rmSync(root, { recursive: true, force: true });
});

const manifest = { stacks: { a: { synthesizedStackPath: "stacks/a/cdk.tf.json" } } };

test.each([
  ["stacks with a manifest", { "manifest.json": manifest, "stacks/a/cdk.tf.json": rule }],
  ["stacks without one", { "stacks/a/cdk.tf.json": rule }],
  ["folders of stacks", { "a/main.tf.json": rule, "a/more.tf.json": { resource: {} } }],
])("%s can be read", (_, files) => {
  const inventory = readInventory(folder(files));
  expect(inventory.stacks).toEqual(["a"]);
  expect(inventory.resources).toHaveLength(1);
});

test.each([
  [
    "an object has a key twice",
    { "a.tf.json": '{"resource":{"aws_cloudwatch_event_rule":{"r":{"name":"r"},"\\u0072":{}}}}' },
    'an object has the key "r" twice',
  ],
  ["files override others", { "a.tf.json": rule, "a_override.tf.json": {} }, "an override file"],
  [
    "a key is twice in a stack of a manifest",
    {
      "manifest.json": manifest,
      "stacks/a/cdk.tf.json":
        '{"resource":{"aws_cloudwatch_event_rule":{"r":{}}},"resource":{"aws_cloudwatch_event_rule":{"r":{}}}}',
    },
    'an object has the key "resource" twice',
  ],
  [
    "a number has more digits than are read",
    {
      "a.tf.json":
        '{"resource":{"aws_cloudwatch_event_rule":{"r":{"tags":{"n":9007199254740993}}}}}',
    },
    "the number 9007199254740993 has more digits than are read",
  ],
])("it is a problem where %s", (_, files, detail) => {
  const found = readInventory(folder(files)).problems.map((problem) => problem.detail);
  expect(found).toContain(detail);
});

test("a file is an array of objects, whose blocks add up", () => {
  const other = { resource: { aws_cloudwatch_event_rule: { s: { name: "s" } } } };
  expect(readInventory(folder({ "a.tf.json": [rule, other] })).resources).toHaveLength(2);
});

test("a folder that the manifest does not name is a problem", () => {
  const files = { "manifest.json": manifest, "stacks/a/cdk.tf.json": rule };
  const found = (file: string) => readInventory(folder({ ...files, [file]: rule })).problems;
  const problem = { rule: "stale-stack", detail: "stacks/b, which is not in the manifest" };
  expect(found("stacks/b/cdk.tf.json")).toContainEqual(problem);
  expect(found("stacks/b/main.tf")).toContainEqual(problem);
  // Terraform has nothing to apply in it.
  expect(found("stacks/b/terraform.tfstate")).not.toContainEqual(problem);
});

test.each([
  ["an empty folder", {}, "is no output of this package: it has neither manifest.json nor"],
  ["other Terraform", { "a.tf.json": { resource: {} } }, "it has no event bus, no event rule"],
  ["HCL", { "a.tf.json": rule, "b.tf": "" }, "is not Terraform JSON"],
  ["HCL in one of several folders", { "a/a.tf.json": rule, "b/b.tofu": "" }, "b.tofu is not Terr"],
  ["an array of something else", { "a.tf.json": [rule, 3] }, "does not hold a JSON object"],
  ["a manifest of something else", { "manifest.json": {} }, "is no manifest of cdktf"],
  [
    "truncated JSON",
    { "a.tf.json": '{"resource"' },
    "a.tf.json is not valid JSON, perhaps it is cut off",
  ],
  ["a stack that is not there", { "manifest.json": manifest }, "cdk.tf.json cannot be read"],
])("fails for %s with one line", (_, files, message) => {
  const root = folder(files);
  expect(() => readInventory(root)).toThrow(UnusableInputError);
  expect(() => readInventory(root)).toThrow(message);
  expect(() => readInventory(root)).not.toThrow("\n");
});

test("fails for a folder that is not there", () => {
  expect(() => readInventory("nowhere")).toThrow("nowhere is no folder");
});

test.each([
  [{}, "the file is no plan or state"],
  [[], "the file is no plan or state"],
  [{ format_version: "2.0", planned_values: {} }, "has the format version 2.0"],
  [{ format_version: "1.2" }, "holds no values"],
])("fails for the plan %j", (plan, message) => {
  expect(() => inventoryOfPlan(plan)).toThrow(UnusableInputError);
  expect(() => inventoryOfPlan(plan)).toThrow(message);
});

test("a folder that goes while it is read is unusable input", () => {
  const root = folder({ "a/main.tf.json": rule, "b/main.tf.json": rule });
  const read = jest.spyOn(fs, "readdirSync").mockImplementationOnce(() => {
    throw Object.assign(new Error(), { code: "ENOENT", syscall: "scandir" });
  });
  try {
    expect(() => readInventory(root)).toThrow(UnusableInputError);
  } finally {
    read.mockRestore();
  }
});

test("a package whose path is too long is none that can be read", () => {
  const own = { f: { function_name: "f", filename: `${"a".repeat(5000)}.zip` } };
  const resource = { ...rule.resource, aws_lambda_function: own };
  expect(readInventory(folder({ "a/main.tf.json": { resource } })).stacks).toEqual(["a"]);
});
