import { inventoryOfStacks, type StackDocument } from "../../../src/coverage";

const topics = (name: string) => ({ resource: { aws_sns_topic: { alerts: { name } } } });

const namesOf = (...stacks: readonly StackDocument[]) =>
  inventoryOfStacks(stacks).resources.map(({ stack, attributes }) => [stack, attributes["name"]]);

test("a document that its owner changes afterwards is what it says", () => {
  const document = topics("first");
  expect(namesOf({ name: "hub", document })).toEqual([["hub", "first"]]);
  document.resource.aws_sns_topic.alerts.name = "second";
  expect(namesOf({ name: "hub", document })).toEqual([["hub", "second"]]);
  expect(namesOf({ name: "hub", document: topics("first") })).toEqual([["hub", "first"]]);
});

test("stacks that say the same are told apart by their names, folders and files", () => {
  const stacks = ["a", "b"].map((name) => ({
    name,
    document: topics("same"),
    folder: `out/${name}`,
    file: `stacks/${name}/cdk.tf.json`,
  }));
  expect(namesOf(...stacks)).toEqual([
    ["a", "same"],
    ["b", "same"],
  ]);
  const moved = stacks.map((stack) => ({ ...stack, folder: `in/${stack.name}` }));
  expect(inventoryOfStacks(moved).documents).toMatchObject(moved);
  const bare = stacks.map(({ name, document }) => ({ name, document }));
  expect(inventoryOfStacks(bare).documents).toEqual(bare);
});
