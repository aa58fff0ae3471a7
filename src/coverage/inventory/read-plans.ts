import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { readJson, UnusableInputError } from "../../json/read-json";
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
  const files = readdirSync(dir)
    .filter((name) => name.endsWith(".json") && !/\.(tf|tofu)\.json$/u.test(name))
    .sort();
  const plans = files.map((name) => ({ name, json: readJson(join(dir, name)) }));
  const isPlan = ({ json }: { readonly json: unknown }): boolean =>
    isJsonObject(json) && "format_version" in json;
  if (!plans.some(isPlan)) return undefined;
  return joinInventories(
    plans.map(({ name, json }) => {
      try {
        return inventoryOfPlan(json, basename(name, ".json"));
      } catch (error) {
        if (!(error instanceof UnusableInputError)) throw error;
        throw new UnusableInputError(`${join(dir, name)}: ${error.message}`);
      }
    }),
  );
}
