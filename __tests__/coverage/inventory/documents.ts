import {
  inventoryOfStacks,
  type Inventory,
  type Resource,
  type Value,
} from "../../../src/coverage";

export const ACCOUNT = "111111111111";

const providers = [
  { alias: "frankfurt", region: "eu-central-1", allowed_account_ids: [ACCOUNT] },
  {
    alias: "ohio",
    region: "us-east-2",
    assume_role: [{ role_arn: "arn:aws:iam::222222222222:role/deploy" }],
  },
];

/** The inventory of one stack with two providers and these resources. */
export function inventoryOf(resource: object, more: object = {}): Inventory {
  const document = { provider: { aws: providers }, resource, ...more };
  return inventoryOfStacks([{ name: "small", document }]);
}

/** The resource of an address. */
export function at(inventory: Inventory, address: string): Resource {
  const found = inventory.resources.find((resource) => resource.address === address);
  if (found === undefined) throw new Error(`there is no ${address}`);
  return found;
}

/** An attribute of the one queue called `q`, written as given. */
export function written(name: unknown, more: object = {}): Value {
  const queue = { provider: "aws.frankfurt", name };
  return at(inventoryOf({ aws_sqs_queue: { q: queue } }, more), "aws_sqs_queue.q").attributes[
    "name"
  ];
}
