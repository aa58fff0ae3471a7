import { inventoryOfStacks } from "../../../src/coverage";
import { said } from "../said";
import { stacksOf } from "../small-organization";

type Version = string | readonly string[];

/** What is refused of a stack whose AWS provider may be of these versions, one of them in its provider block. */
function refused(version: Version, resource: object = {}): readonly string[] {
  const [required, block] = [version].flat();
  const provider = { region: "eu-central-1", ...(block !== undefined && { version: block }) };
  const document = {
    terraform: { required_providers: { aws: { source: "hashicorp/aws", version: required } } },
    provider: { aws: [provider] },
    resource,
  };
  return inventoryOfStacks([{ name: "own", document }])
    .problems.filter(({ detail }) => detail.includes("AWS provider"))
    .map(said);
}

test.each<[Version]>([
  ["~> 3.0"],
  ["< 5"],
  ["~> 4"],
  ["~> 4.67"],
  ["5.0.0"],
  ["= 5.99.1"],
  ["~> 5.0.0"],
  ["<= 5.99"],
  [">= 3.0, < 5.100.0"],
  [[">= 3.0", "~> 4.0"]],
])("fails where no version of %j has what stacks are judged by", (version) => {
  expect(refused(version)).toEqual([
    `terraform-refuses: the AWS provider may only be ${[version].flat().join(", ")}: stacks are judged by 5.100.0 or later`,
  ]);
});

test.each<[Version]>([[">= 6, < 5"], ["~> 5.0, ~> 6.0"], ["> 6.1, < 6.1"], [["~> 6.0", "< 6"]]])(
  "fails where there can be no version of %j",
  (version) => {
    const written = [version].flat().join(", ");
    expect(refused(version)).toEqual([
      `terraform-refuses: no version of the AWS provider is ${written}`,
    ]);
  },
);

const topic = { aws_sns_topic: { x: { name: "x" } } };
const bus = { aws_cloudwatch_event_bus: { x: { name: "x", log_config: { level: "INFO" } } } };
const code = { aws_lambda_function: { x: { runtime: "nodejs24.x" } } };
const place = { aws_sns_topic: { x: { name: "x", region: "us-east-1" } } };

test.each<[string, object, string]>([
  ["~> 5.0", bus, "log_config of aws_cloudwatch_event_bus"],
  ["~> 5", code, "the runtime nodejs24.x"],
  ["< 6", place, "region of aws_sns_topic"],
  ["~> 6.10.0", place, "region of aws_sns_topic"],
])("fails where a provider of %s does not know %j", (version, resource, named) => {
  expect(refused(version, resource)).toEqual([
    `terraform-refuses: the AWS provider may only be ${version}: ${named} needs 6.25.0 or later`,
  ]);
});

test.each<[Version, object]>([
  [">= 3", bus],
  ["~> 6.0", place],
  ["~> 6", place],
  [">= 6.25.0, < 7.0.0", bus],
  ["6.25.0", code],
  ["!= 5.0.0", bus],
  ["> 5.0", bus],
  ["~> 5.0", topic],
  ["<= 5.100.0", topic],
])("a provider of %j is none too old for %j", (version, resource) => {
  expect(refused(version, resource)).toEqual([]);
});

test("the provider that is generated is not too old", () => {
  expect(inventoryOfStacks(stacksOf()).problems).toEqual([]);
});
