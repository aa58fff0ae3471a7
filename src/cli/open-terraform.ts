import { statSync, type Stats } from "node:fs";
import {
  coverageOf,
  expandStackSets,
  isOfThisPackage,
  readInventory,
  readPlan,
  readPlans,
  traceWanted,
  type Inventory,
} from "../coverage";
import type { GeneratedTerraform, InventoryPlace } from "./generated-terraform";
import { UnusableInputError } from "../json/read-json";

function statAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new UnusableInputError(
      `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** @throws UnusableInputError for plans or states of something else */
function ownInventory(path: string, inventory: Inventory): Inventory {
  if (isOfThisPackage(expandStackSets(inventory))) return inventory;
  throw new UnusableInputError(
    `${path}: this plan or state has no event bus, no event rule and no trail`,
  );
}

function inventoryAt(path: string): Inventory {
  const found = statAt(path);
  if (!found)
    throw new UnusableInputError(
      `${path} does not exist: run \`npm run synth\` first, or name a folder`,
    );
  const plans = found.isDirectory() ? readPlans(path) : readPlan(path);
  return plans === undefined ? readInventory(path) : ownInventory(path, plans);
}

/** An organizational unit that a stack set reaches stands where an account stands. */
function placesOf(inventory: Inventory): readonly InventoryPlace[] {
  const { resources } = expandStackSets(inventory);
  const places = resources.flatMap(({ account, region }) =>
    typeof account === "string" && typeof region === "string" ? [`${account} ${region}`] : [],
  );
  return [...new Set(places)].sort().map((place) => {
    const [account = "", region = ""] = place.split(" ");
    return { account, region };
  });
}

/**
 * Opens a folder of generated Terraform, or the JSON of a plan or state.
 * @throws UnusableInputError
 */
export function openTerraform(path: string): GeneratedTerraform {
  const inventory = inventoryAt(path);
  return {
    places: placesOf(inventory),
    inventory,
    coverage: (expected, onProgress) =>
      coverageOf(inventory, { ...(expected && { expected }), ...(onProgress && { onProgress }) }),
    trace: (event, expected) => traceWanted(inventory, { ...event }, expected),
  };
}
