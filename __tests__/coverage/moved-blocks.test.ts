import { expectationsOf, resolve } from "../../src/plan";
import { inventoryOfStacks } from "../../src/coverage";
import { reportOf, smallOrganization, stacksOf } from "./small-organization";

test.each([
  ["provider-per-region", "region-argument"],
  ["region-argument", "provider-per-region"],
] as const)("resources that move from %s to %s are covered as before", (movedFrom, strategy) => {
  const change = { regionStrategy: strategy, movedFrom };
  const stacks = stacksOf(change);
  expect(stacks.filter(({ document }) => "moved" in document)).toHaveLength(3);
  const want = expectationsOf(resolve({ ...smallOrganization, ...change }));
  const { cells, findings } = reportOf(stacks, want);
  expect(findings).toEqual([]);
  expect(cells.filter(({ covered }) => !covered)).toEqual([]);
  const { resources } = inventoryOfStacks(stacks);
  const former = resources.flatMap(({ formerAddress }) => formerAddress ?? []);
  const before = inventoryOfStacks(stacksOf({ regionStrategy: movedFrom })).resources;
  expect(before.map(({ address }) => address)).toEqual(expect.arrayContaining(former));
  expect(former.length).toBeGreaterThan(20);
});

test.each<[string, unknown]>([
  ["from a module", { from: "module.a.aws_sns_topic.b", to: "aws_sns_topic.b" }],
  ["a whole module", { from: "module.a", to: "module.b" }],
  ["to another type", { from: "aws_sqs_queue.b", to: "aws_sns_topic.b" }],
  ["from nowhere", { to: "aws_sns_topic.b" }],
  ["with more", { from: "aws_sns_topic.a", to: "aws_sns_topic.b", provider: "aws" }],
])("a block that moves %s is not analyzed", (_, move) => {
  const { problems } = inventoryOfStacks([{ name: "s", document: { moved: [move] } }]);
  expect(problems).toEqual([
    {
      rule: "not-analyzed-block",
      resource: { stack: "s", address: "moved" },
      detail: expect.stringContaining(JSON.stringify(move)) as string,
    },
  ]);
});
