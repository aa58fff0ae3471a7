import fc from "fast-check";
import { inventoryOfStacks, type StackDocument } from "../../../src/coverage";
import { runs } from "../../property-runs";
import { reportOf, stacksOf } from "../small-organization";
import { inventoryOf } from "./documents";

const plain = stacksOf();
const known = resourcesOf(plain);

function resourcesOf(stacks: readonly StackDocument[]): unknown {
  const { resources, unresolved, problems } = inventoryOfStacks(stacks);
  return { resources, unresolved, problems };
}

/** One of the ways to write an object: as it is, in an array, or divided among the objects of one. */
function written(value: object, way: number): unknown {
  if (way === 0) return value;
  if (way === 1) return [value];
  return Object.entries(value).map(([name, each]: [string, unknown]) => ({ [name]: each }));
}

function mapped(object: unknown, change: (value: object) => unknown): object {
  const entries = Object.entries(object as Record<string, object>);
  return Object.fromEntries(entries.map(([name, value]) => [name, change(value)]));
}

test("arrays at any level of labels mean the same", () => {
  const way = fc.nat({ max: 2 });
  fc.assert(
    fc.property(way, way, way, way, (blocks, types, names, providers) => {
      const stacks = plain.map(({ name, document }) => {
        // Members of a body add up only inside of an array of blocks.
        const bodies = (named: object): object => mapped(named, (body) => [written(body, names)]);
        const resource = mapped(document["resource"], (named) => written(bodies(named), types));
        const provider = written(document["provider"] as object, providers);
        return { name, document: { ...document, resource: written(resource, blocks), provider } };
      });
      expect(resourcesOf(stacks)).toEqual(known);
    }),
    runs(20),
  );
});

const topic = { provider: "aws.frankfurt", name: "alerts" };

test.each<[string, object]>([
  ["a type", { aws_sns_topic: [{ t: topic }] }],
  ["each level", [{ aws_sns_topic: [{ t: [[{ ...topic }]] }] }]],
  [
    "members of a body",
    { aws_sns_topic: { t: [[{ name: "alerts" }, { provider: "aws.frankfurt" }]] } },
  ],
])("a resource in arrays at %s is read", (_, resource) => {
  const { resources, problems } = inventoryOf(resource);
  expect(resources.map(({ address }) => address)).toEqual(["aws_sns_topic.t"]);
  expect(resources[0]?.attributes["name"]).toBe("alerts");
  expect(problems).toEqual([]);
});

test.each<[string, object, string]>([
  [
    "a type without resources",
    { aws_sns_topic: {} },
    "aws_sns_topic: it is empty, a name is missing",
  ],
  [
    "a type that is a text",
    { aws_sns_topic: "t" },
    "aws_sns_topic: it has a string where an object must be",
  ],
  [
    "a type in an array with a text",
    { aws_sns_topic: [{ t: topic }, "x"] },
    "aws_sns_topic: it has a string",
  ],
  ["a body that is a text", { aws_sns_topic: { t: "x" } }, "aws_sns_topic.t: it has a string"],
  ["a body that is a number", { aws_sns_topic: { t: [3] } }, "aws_sns_topic.t: it has a number"],
  ["two bodies", { aws_sns_topic: { t: [topic, topic] } }, "aws_sns_topic.t: it stands twice"],
  [
    "a name in two objects",
    { aws_sns_topic: [{ t: topic }, { t: topic }] },
    "aws_sns_topic.t: it stands twice",
  ],
  [
    "an argument twice",
    { aws_sns_topic: { t: [[topic, topic]] } },
    "aws_sns_topic.t: provider stands twice",
  ],
  [
    "a comment in the place of a type",
    { "//": "x", aws_sns_topic: { t: topic } },
    "//: it has a string",
  ],
  ["nothing", {}, "resource: it is empty, a type is missing"],
])("fails on %s", (_, resource, said) => {
  const found = inventoryOf(resource).problems.map(
    ({ rule, resource: place, detail }) => `${rule} ${place?.address ?? ""}: ${detail}`,
  );
  expect(found.some((each) => each.startsWith(`terraform-refuses ${said}`))).toBe(true);
});

test.each(["constructor", "__proto__", "toString"])("a resource called %s is one", (name) => {
  const resource = JSON.parse(`{"aws_sns_topic":{"${name}":{"name":"x"}}}`) as object;
  const { resources } = inventoryOf(resource);
  expect(resources.map(({ address }) => address)).toEqual([`aws_sns_topic.${name}`]);
});

test("blocks that are generated and commands are seen in arrays too", () => {
  const provisioner = [{ "local-exec": [{ command: "x" }] }];
  const dynamic = [{ inline_policy: [{ for_each: [], content: {} }] }];
  const { problems, unresolved } = inventoryOf({
    terraform_data: [{ x: [{ provisioner }] }],
    aws_iam_role: [{ r: [{ ...topic, dynamic }] }],
  });
  expect(problems.map(({ detail }) => detail)).toContain("provisioner local-exec");
  expect(unresolved.map(({ attribute }) => attribute)).toContain("inline_policy");
});

test("a policy that denies is not hidden by an array", () => {
  const policy = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Deny", Principal: "*", Action: "sns:Publish", Resource: "*" }],
  });
  const stacks = plain.map(({ name, document }) => {
    if (name !== "signin-hub") return { name, document };
    const resource = document["resource"] as Record<string, Record<string, object>>;
    const policies = Object.keys(resource["aws_sns_topic"] ?? {}).map((topic) => ({
      [topic]: { provider: "aws.eu-central-1", arn: `\${aws_sns_topic.${topic}.arn}`, policy },
    }));
    const changed = { ...resource, aws_sns_topic_policy: policies };
    return { name, document: { ...document, resource: changed } };
  });
  expect(reportOf(stacks).cells.some(({ covered }) => covered)).toBe(false);
});
