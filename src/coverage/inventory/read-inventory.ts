import { existsSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { orUnusable } from "../../json/file-system";
import { UnusableInputError } from "../../json/read-json";
import { resourceTypes } from "../resource-types";
import {
  fileKey,
  isOfThisPackage,
  type Inventory,
  type PackageFile,
  type Resource,
  type StackDocument,
} from "./inventory";
import { readStacks } from "./read-stacks";
import { inventoryOfStacks } from "./stack-inventory";
import { expandStackSets } from "./stack-set";

/**
 * The inventory of a folder that `cdktf synth` wrote, or of any folder that holds stacks of
 * Terraform JSON: `stacks/NAME/*.tf.json`, `NAME/*.tf.json`, or `*.tf.json` of one stack.
 * @param onRead - told of every stack that is read and resolved, of so many
 * @throws UnusableInputError when the folder is no output of this package, or is incomplete
 */
export function readInventory(
  dir: string,
  onRead?: (done: number, total: number) => void,
): Inventory {
  const { stacks, problems } = readStacks(dir);
  const inventory = inventoryOfStacks(stacks, onRead);
  if (!isOfThisPackage(expandStackSets(inventory))) {
    throw new UnusableInputError(
      `${dir} is no output of this package: it has no event bus, no event rule and no trail`,
    );
  }
  return {
    ...inventory,
    problems: [...inventory.problems, ...problems],
    stackFiles: new Map(stacks.flatMap(({ name, file }) => (file ? [[name, file] as const] : []))),
    files: packageFiles(stacks, inventory.resources),
  };
}

/** The files that functions are made of, as far as they are in the folders of their stacks. */
export function packageFiles(
  stacks: readonly StackDocument[],
  resources: readonly Resource[],
): ReadonlyMap<string, PackageFile> {
  const folders = new Map(stacks.map(({ name, folder }) => [name, folder]));
  const files = new Map<string, PackageFile>();
  for (const { type, stack, attributes } of resources) {
    const folder = folders.get(stack);
    const filename = attributes[resourceTypes.get(type)?.file ?? ""];
    if (folder === undefined || typeof filename !== "string") continue;
    files.set(fileKey(stack, filename), read(folder, filename));
  }
  return files;
}

function read(folder: string, filename: string): PackageFile {
  if (isAbsolute(filename)) return { unreadable: "its path is absolute" };
  const path = join(folder, filename);
  if (/^\.\.(?:[\\/]|$)/u.test(relative(folder, path))) {
    return { unreadable: "its path leads outside the folder of the stack" };
  }
  const found = existsSync(path) ? statSync(path, { throwIfNoEntry: false }) : undefined;
  if (found === undefined) return { unreadable: "it does not exist" };
  if (!found.isFile()) return { unreadable: "it is no file" };
  return orUnusable(path, "read", () => readFileSync(path));
}
