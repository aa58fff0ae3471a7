import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { namesIn } from "../../json/file-system";
import { UnusableInputError } from "../../json/read-json";
import { readUniqueJson } from "../../json/read-unique-json";
import { isJsonObject } from "../../json/value";
import { joinInventories, type Inventory } from "./inventory";
import { inventoryOfPlan } from "./plan-inventory";

/**
 * The inventory of a folder of plans or states, one JSON file for each stack, named after it; undefined
 * for a folder of something else.
 * @throws UnusableInputError that names the file which is no plan or state
 */
export function readPlans(dir: string): Inventory | undefined {
  if (existsSync(join(dir, "manifest.json"))) return undefined;
  const files = namesIn(dir)
    .filter((name) => name.endsWith(".json") && !/\.(tf|tofu)\.json$/u.test(name))
    .sort();
  const plans = files.map((name) => ({ name, json: readUniqueJson(join(dir, name)) }));
  const isPlan = ({ json }: { readonly json: unknown }): boolean =>
    isJsonObject(json) && "format_version" in json;
  if (!plans.some(isPlan)) return undefined;
  return joinInventories(
    plans.map(({ name, json }) => named(join(dir, name), json, basename(name, ".json"))),
  );
}

/**
 * The inventory of the JSON of one plan or state.
 * @throws UnusableInputError that names the file
 */
export function readPlan(path: string): Inventory {
  return named(path, readUniqueJson(path));
}

function named(path: string, json: unknown, stack?: string): Inventory {
  try {
    return inventoryOfPlan(json, stack);
  } catch (error) {
    // The engine was given JSON alone: it does not know the name of the file.
    if (error instanceof UnusableInputError)
      throw new UnusableInputError(`${path}: ${error.message}`);
    throw error;
  }
}
