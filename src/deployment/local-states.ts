import { existsSync } from "node:fs";
import { join } from "node:path";
import { readJsonObject } from "../json/read-json";
import { isJsonObject } from "../json/value";
import type { DeploymentOrder } from "./deployment-order";

/** Names of the stacks whose state is a file on the machine that applies them, sorted. */
export function localStates(order: DeploymentOrder): readonly string[] {
  return order
    .flat()
    .filter(({ folder }) => {
      const file = join(folder, "cdk.tf.json");
      if (!existsSync(file)) return false;
      const { terraform } = readJsonObject(file);
      if (!isJsonObject(terraform)) return false;
      const { backend } = terraform;
      return isJsonObject(backend) && "local" in backend;
    })
    .map(({ name }) => name)
    .sort();
}
