import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { finding, type Finding } from "../finding";
import { resourceTypes } from "../resource-types";
import {
  fileKey,
  isOfThisPackage,
  type Inventory,
  type PackageFile,
  type Resource,
  type StackDocument,
} from "./inventory";
import { repeatedKey } from "../../json/repeated-key";
import { isJsonObject, listIn, objectIn, shownJson, textIn, type Json } from "../../json/value";
import { readJson, readJsonObject, readText, UnusableInputError } from "../../json/read-json";
import { inventoryOfStacks } from "./stack-inventory";
import { expandStackSets } from "./stack-set";

/**
 * The inventory of a folder that `cdktf synth` wrote, or of any folder that holds stacks of
 * Terraform JSON: `stacks/NAME/*.tf.json`, `NAME/*.tf.json`, or `*.tf.json` of one stack.
 * @throws UnusableInputError when the folder is no output of this package, or is incomplete
 */
export function readInventory(dir: string): Inventory {
  const { stacks, problems } = readStacks(dir);
  const inventory = inventoryOfStacks(stacks);
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

/** The stacks of a folder, as {@link readInventory} finds them, not yet resolved. */
export function readStacks(dir: string): {
  readonly stacks: readonly StackDocument[];
  readonly problems: readonly Finding[];
} {
  if (!isFolder(dir)) throw new UnusableInputError(`${dir} is no folder`);
  const manifest = join(dir, "manifest.json");
  if (existsSync(manifest)) return stacksOfManifest(dir, manifest);
  const nested = isFolder(join(dir, "stacks")) ? join(dir, "stacks") : dir;
  const folders = foldersIn(nested).filter(hasTerraform);
  const found = terraformFiles(dir).length > 0 ? [dir] : folders;
  if (found.length === 0) {
    throw new UnusableInputError(
      `${dir} is no output of this package: it has neither manifest.json nor *.tf.json files`,
    );
  }
  const named = found.map((folder) => ({ name: basename(resolve(folder)), folder }));
  return {
    stacks: named.map(({ name, folder }) => readStack(name, folder, dir)),
    problems: named.flatMap(({ name, folder }) => [
      ...repeatedKeys(name, terraformFiles(folder)),
      ...overrides(name, folder),
    ]),
  };
}

function hasTerraform(folder: string): boolean {
  return terraformFiles(folder).length > 0 || nativeFile(folder) !== undefined;
}

/** Terraform reads both of two blocks of one name, where JavaScript keeps the last. */
function repeatedKeys(stack: string, files: readonly string[]): readonly Finding[] {
  return files.flatMap((file) => {
    const twice = repeatedKey(readText(file));
    const detail = `an object has the key ${shownJson(twice)} twice`;
    const place = { stack, address: basename(file) };
    return twice === undefined ? [] : [finding("not-analyzed-block", place, detail)];
  });
}

/** Files that do not add blocks but change those of others. */
function overrides(stack: string, folder: string): readonly Finding[] {
  return terraformFiles(folder)
    .map((file) => basename(file))
    .filter((name) => /(?:^|_)override\./u.test(name))
    .map((name) => finding("not-analyzed-block", { stack, address: name }, "an override file"));
}

function stacksOfManifest(dir: string, manifest: string): ReturnType<typeof readStacks> {
  const { stacks } = readJsonObject(manifest);
  if (!isJsonObject(stacks)) {
    throw new UnusableInputError(`${manifest} is no manifest of cdktf: it has no stacks`);
  }
  const found = Object.entries(stacks).map(([name, stack]) => {
    const path = textIn(objectIn(stack)["synthesizedStackPath"]);
    if (path === undefined) {
      throw new UnusableInputError(`${manifest} does not say where the stack ${name} is`);
    }
    const file = join(dir, path);
    if (relative(dir, file).startsWith("..")) {
      throw new UnusableInputError(`${manifest} puts the stack ${name} outside the folder`);
    }
    return { name, file, document: merged(readDocuments(file)) };
  });
  const repeated = found.flatMap(({ name, file }) => repeatedKeys(name, [file]));
  const left = foldersIn(join(dir, "stacks"))
    .filter(hasTerraform)
    .map((folder) => basename(folder));
  const problems = left
    .filter((name) => !Object.hasOwn(stacks, name))
    .map((name) =>
      finding("stale-stack", undefined, `stacks/${name}, which is not in the manifest`),
    );
  const others = found.flatMap(({ name, file }) =>
    readdirSync(dirname(file))
      .filter((other) => other !== basename(file) && /\.(tf|tofu)(\.json)?$/u.test(other))
      .map((other) =>
        finding("not-analyzed-block", { stack: name, address: other }, "a file of its folder"),
      ),
  );
  return {
    stacks: found.map(({ name, file, document }) => ({
      name,
      document,
      folder: dirname(file),
      file: pathFrom(dir, file),
    })),
    problems: [...problems, ...repeated, ...others],
  };
}

/** What a file holds: an object, or an array of objects that add up. */
function readDocuments(file: string): readonly Json[] {
  const parts = listIn(readJson(file));
  return parts.length > 0 && parts.every(isJsonObject) ? parts : [readJsonObject(file)];
}

function pathFrom(dir: string, file: string): string {
  return relative(dir, file).split(sep).join("/");
}

function readStack(name: string, folder: string, dir: string): StackDocument {
  const native = nativeFile(folder);
  if (native !== undefined) {
    throw new UnusableInputError(
      `${join(folder, native)} is not Terraform JSON: only *.tf.json and *.tofu.json can be read, and of HCL the plans or states that \`terraform show -json\` writes`,
    );
  }
  const files = terraformFiles(folder);
  const [first = folder] = files;
  const document = merged(files.flatMap(readDocuments));
  return { name, folder, document, file: pathFrom(dir, first) };
}

/** Terraform takes the files of a folder for one, and so the objects of an array: blocks of one name add up. */
function merged(documents: readonly Json[]): Json {
  const blocks = new Map<string, unknown>();
  for (const [name, value] of documents.flatMap(Object.entries)) {
    blocks.set(name, blocks.has(name) ? [...listIn(blocks.get(name)), ...listIn(value)] : value);
  }
  return Object.fromEntries(blocks);
}

function nativeFile(folder: string): string | undefined {
  return readdirSync(folder).find((file) => /\.(tf|tofu)$/u.test(file));
}

function terraformFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => /\.(tf|tofu)\.json$/u.test(file))
    .sort()
    .map((file) => join(folder, file));
}

function foldersIn(folder: string): readonly string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith("."))
    .sort()
    .map((name) => join(folder, name))
    .filter(isFolder);
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** The files that functions are made of, as far as they are in the folders of their stacks. */
function packageFiles(
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
  if (!existsSync(path)) return { unreadable: "it does not exist" };
  return statSync(path).isFile() ? readFileSync(path) : { unreadable: "it is no file" };
}
