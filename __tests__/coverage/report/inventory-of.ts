import type { Inventory, ValueObject } from "../../../src/coverage";

/** A resource as a test tells it; it is in one account and region unless it says otherwise. */
export interface ToldResource {
  readonly stack: string;
  readonly address: string;
  readonly type: string;
  readonly account?: string;
  readonly region?: string;
  readonly formerAddress?: string;
  readonly attributes?: ValueObject;
}

/** An inventory of these resources. */
export function inventoryOf(
  told: readonly ToldResource[],
  stacks = [...new Set(told.map(({ stack }) => stack))].sort(),
): Inventory {
  return {
    stacks,
    resources: told.map((resource) => ({
      account: "222222222222",
      region: "eu-central-1",
      attributes: {},
      ...resource,
    })),
    unresolved: [],
    problems: [],
  };
}
