import { inventoryOfStacks } from "../../../src/coverage";
import { acceptedStacks, refusedStacks } from "../../others/real-provider/refused-stacks";

function refusalsOf(document: object): readonly string[] {
  const { problems } = inventoryOfStacks([{ name: "small", document: { ...document } }]);
  return problems
    .filter(({ rule }) => rule === "terraform-refuses")
    .map(({ resource, detail }) => `${resource?.address ?? ""}: ${detail}`);
}

test.each(refusedStacks)("fails on %s, which Terraform refuses", (_, stack) => {
  expect(refusalsOf(stack)).not.toEqual([]);
});

test.each(acceptedStacks)("nothing is refused of %s", (_, stack) => {
  expect(refusalsOf(stack)).toEqual([]);
});

test("a circle is found once, with all that is in it", () => {
  const next = (name: string) => ({ input: `\${terraform_data.${name}.id}` });
  const bodies = { a: next("b"), b: next("c"), c: next("b") };
  expect(refusalsOf({ resource: { terraform_data: bodies } })).toEqual([
    "terraform_data.b: it waits for itself: terraform_data.b, terraform_data.c",
  ]);
});

test("a long chain and deep JSON are read without an end of the stack", () => {
  const chain = Object.fromEntries(
    Array.from({ length: 2000 }, (_, at) => [
      `x${at}`,
      { input: `\${terraform_data.x${at + 1}.id}` },
    ]),
  );
  const last = { x2000: {} };
  expect(refusalsOf({ resource: { terraform_data: { ...chain, ...last } } })).toEqual([]);
});

test("an attribute of a type of the provider is known by its schema", () => {
  const topic = { x: { name: "x" } };
  const reading = (input: string) => ({
    resource: { aws_sns_topic: topic, terraform_data: { y: { input } } },
  });
  for (const attribute of ["arn", "id", "name", "tags_all", "region", "kms_master_key_id"]) {
    expect(refusalsOf(reading(`\${aws_sns_topic.x.${attribute}}`))).toEqual([]);
  }
  expect(refusalsOf(reading("${aws_sns_topic.x.arnn}"))).toEqual([
    "terraform_data.y: aws_sns_topic.x has no attribute arnn",
  ]);
  // Of another provider nothing is known.
  const other = { resource: { random_id: { x: {} }, ...reading("${random_id.x.hexx}").resource } };
  expect(refusalsOf(other)).toEqual([]);
});

test.each<[string, unknown, boolean]>([
  [
    "asserts something",
    { a: { assert: [{ condition: "${1 == 1}", error_message: "No." }] } },
    true,
  ],
  ["has no assertion", { a: {} }, false],
  ["has an assertion without a condition", { a: { assert: { error_message: "No." } } }, false],
  ["holds a resource", { a: { resource: {}, assert: {} } }, false],
  ["is a text", "a", false],
])("a check block that %s is analyzed or said not to be", (_, check, isAnalyzed) => {
  const document = { resource: { terraform_data: { x: {} } }, check };
  const { problems } = inventoryOfStacks([{ name: "small", document }]);
  expect(problems.map(({ rule }) => rule)).toEqual(isAnalyzed ? [] : ["not-analyzed-block"]);
});
