import { statSync, type Stats } from "node:fs";
import {
  coverageOf,
  expandStackSets,
  isOfThisPackage,
  otherConfiguration,
  readInventory,
  readPlan,
  readPlans,
  traceWanted,
  type Inventory,
} from "../coverage";
import { readOrganization, type WrittenOrganization } from "../coverage/alike";
import { manifestOf } from "../coverage/inventory/read-stacks";
import type { GeneratedTerraform, InventoryPlace, OnProgress } from "./generated-terraform";
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

/** The organization of a path: of generated Terraform, what accounts that are alike have is read once. */
function organizationAt(path: string, onRead: OnProgress | undefined): Organization {
  const found = statAt(path);
  if (!found)
    throw new UnusableInputError(
      `${path} does not exist: run \`npm run synth\` first, or name a folder`,
    );
  const isFolder = found.isDirectory();
  const manifest = isFolder ? manifestOf(path) : undefined;
  if (manifest !== undefined) return readOrganization(path, manifest, onRead);
  const plans = isFolder ? readPlans(path) : readPlan(path);
  const inventory = plans === undefined ? readInventory(path) : ownInventory(path, plans);
  return {
    inventory,
    otherConfiguration: (expected) => otherConfiguration(inventory, expected),
    coverage: (options) => coverageOf(inventory, options),
  };
}

type Organization = Pick<WrittenOrganization, "inventory" | "otherConfiguration" | "coverage">;

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
export function openTerraform(path: string, onRead?: OnProgress): GeneratedTerraform {
  const organization = organizationAt(path, onRead);
  return {
    // Not all that is asked needs every account resolved.
    get places() {
      return placesOf(organization.inventory);
    },
    get inventory() {
      return organization.inventory;
    },
    otherConfiguration: (expected) => organization.otherConfiguration(expected),
    coverage: (expected, onProgress) =>
      organization.coverage({
        ...(expected && { expected }),
        ...(onProgress && { onProgress }),
      }),
    trace: (event, expected) => traceWanted(organization.inventory, { ...event }, expected),
  };
}
