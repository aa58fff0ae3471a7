import { inventoryOfStacks } from "../../../src/coverage";
import { acceptedStacks, refusedStacks } from "../../others/real-provider/refused-stacks";

/** Rules of what Terraform refuses. */
const refusing: readonly string[] = ["terraform-refuses", "reference-dangling"];

function refusalsOf(document: object): readonly string[] {
  const { problems } = inventoryOfStacks([{ name: "small", document: { ...document } }]);
  return problems
    .filter(({ rule }) => refusing.includes(rule))
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
    provider: { aws: { region: "us-east-1" } },
    resource: { aws_sns_topic: topic, terraform_data: { y: { input } } },
  });
  for (const attribute of ["arn", "id", "name", "tags_all", "region", "kms_master_key_id"]) {
    expect(refusalsOf(reading(`\${aws_sns_topic.x.${attribute}}`))).toEqual([]);
  }
  expect(refusalsOf(reading("${aws_sns_topic.x.arnn}"))).toEqual([
    "terraform_data.y: aws_sns_topic.x has no attribute arnn",
  ]);
  // Of another provider nothing is known.
  const { provider, resource } = reading("${random_id.x.hexx}");
  const other = { provider, resource: { random_id: { x: {} }, ...resource } };
  expect(refusalsOf(other)).toEqual([]);
});

test.each<[string, unknown, boolean]>([
  [
    "asserts something",
    { a: { assert: [{ condition: "${terraform_data.x.id != 1}", error_message: "No." }] } },
    true,
  ],
  ["has no assertion", { a: {} }, false],
  ["has an assertion without a condition", { a: { assert: { error_message: "No." } } }, false],
  ["holds a resource", { a: { resource: {}, assert: {} } }, false],
  ["is a text", "a", false],
])("a check block that %s is analyzed or said not to be", (_, check, isAnalyzed) => {
  const document = { resource: { terraform_data: { x: {} } }, check };
  const { problems } = inventoryOfStacks([{ name: "small", document }]);
  expect(problems.some(({ rule }) => rule === "not-analyzed-block")).toBe(!isAnalyzed);
  if (isAnalyzed) expect(problems).toEqual([]);
});

test("what is said of templates names the argument and the place in it", () => {
  const body = { input: { a: ["b", "${1 +}"] }, count: "%{ if x }" };
  expect(refusalsOf({ resource: { terraform_data: { x: body } } })).toEqual([
    "terraform_data.x: count: else or endif is missing at character 10",
    "terraform_data.x: input.a.1: an expression is missing at character 6",
  ]);
});

test("what a reference does not find is said once, of resources and of what stands beside them", () => {
  const aws = { aws_sqs_queue: { q: { name: "${aws_sns_topic.gone.name}" } } };
  const more = {
    provider: { aws: { region: "us-east-1", allowed_account_ids: ["111111111111"] } },
    locals: { a: "${aws_sns_topic.lost.arn}" },
  };
  expect(refusalsOf({ resource: aws, ...more })).toEqual([
    expect.stringMatching(
      /^aws_sqs_queue\.q: name: there is no aws_sns_topic\.gone in the stack$/u,
    ),
    "local.a: there is no aws_sns_topic.lost in the stack",
  ]);
});

test("functions of a provider are known where it is required", () => {
  const using = (input: string, terraform: object) =>
    refusalsOf({ terraform, resource: { terraform_data: { x: { input } } } });
  const required = { required_providers: { aws: { source: "hashicorp/aws" }, time: {} } };
  const parsed = '${provider::aws::arn_parse("a")}';
  expect(using(parsed, required)).toEqual([]);
  expect(using('${provider::aws::newer("a")}${provider::time::x(1, 2)}', required)).toEqual([]);
  expect(using(parsed, {})).toEqual([
    "terraform_data.x: provider::aws::arn_parse(): aws is not in required_providers",
  ]);
  expect(using("${provider::aws::arn_parse()}", required)).toEqual([
    "terraform_data.x: provider::aws::arn_parse() has 0 arguments, and takes 1",
  ]);
});
