import { statSync, type Stats } from "node:fs";
import {
  coverageOf,
  expandStackSets,
  inventoryOfPlan,
  isOfThisPackage,
  readInventory,
  readPlans,
  traceWanted,
  type Inventory,
} from "../coverage";
import type { GeneratedTerraform, InventoryPlace } from "./generated-terraform";
import { readJson, UnusableInputError } from "../json/read-json";

function statAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw new UnusableInputError(
      `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** @throws UnusableInputError for a plan or state of something else */
function ownInventory(inventory: Inventory): Inventory {
  if (isOfThisPackage(expandStackSets(inventory))) return inventory;
  throw new UnusableInputError("this plan or state has no event bus, no event rule and no trail");
}

function inventoryAt(path: string): Inventory {
  const found = statAt(path);
  if (!found)
    throw new UnusableInputError(
      `${path} does not exist: run \`cdktf synth\` first, or name a folder`,
    );
  if (found.isDirectory()) {
    const plans = readPlans(path);
    return plans === undefined ? readInventory(path) : ownInventory(plans);
  }
  const json = readJson(path);
  try {
    return ownInventory(inventoryOfPlan(json));
  } catch (error) {
    // The engine was given JSON alone: it does not know the name of the file.
    if (error instanceof UnusableInputError)
      throw new UnusableInputError(`${path}: ${error.message}`);
    throw error;
  }
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
