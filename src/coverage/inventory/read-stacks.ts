import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { finding, type Finding } from "../finding";
import { namesIn } from "../../json/file-system";
import { inexactNumber } from "../../json/inexact-number";
import { repeatedKey } from "../../json/repeated-key";
import { isJsonObject, listIn, objectIn, shownJson, textIn, type Json } from "../../json/value";
import { readJson, readJsonObject, readText, UnusableInputError } from "../../json/read-json";
import type { StackDocument } from "./inventory";

/** The stacks of a folder, as `readInventory` finds them, not yet resolved. */
export function readStacks(dir: string): {
  readonly stacks: readonly StackDocument[];
  readonly problems: readonly Finding[];
} {
  if (!isFolder(dir)) throw new UnusableInputError(`${dir} is no folder`);
  const manifest = manifestOf(dir);
  if (manifest !== undefined) return stacksOfManifest(dir, manifest);
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
      ...lostParts(name, terraformFiles(folder)),
      ...overrides(name, folder),
    ]),
  };
}

/** The manifest that `cdktf synth` writes into a folder, where there is one. */
export function manifestOf(dir: string): string | undefined {
  const manifest = join(dir, "manifest.json");
  return existsSync(manifest) ? manifest : undefined;
}

function hasTerraform(folder: string): boolean {
  return terraformFiles(folder).length > 0 || nativeFile(folder) !== undefined;
}

/** What Terraform reads and JavaScript does not: of two blocks of one name the first, of a number the last digits. */
function lostParts(stack: string, files: readonly string[]): readonly Finding[] {
  return files.flatMap((file) => {
    const text = readText(file);
    const place = { stack, address: basename(file) };
    const twice = repeatedKey(text);
    const number = inexactNumber(text);
    return [
      ...(twice === undefined ? [] : [`an object has the key ${shownJson(twice)} twice`]),
      ...(number === undefined ? [] : [`the number ${number} has more digits than are read`]),
    ].map((detail) => finding("not-analyzed-block", place, detail));
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
  const { files, stale, others } = stackFilesOf(dir, manifest);
  const found = files.map(readStackFile);
  return {
    stacks: found.map(({ stack }) => stack),
    problems: [...stale, ...found.flatMap(({ problems }) => problems), ...others],
  };
}

/** Where `cdktf synth` put the Terraform of one stack. */
export interface StackFile extends Required<Pick<StackDocument, "name" | "folder" | "file">> {
  /** Path of the file as it is opened. */
  readonly path: string;
}

/** The files of a folder that `cdktf synth` wrote, none of them read. */
export interface StackFiles {
  readonly files: readonly StackFile[];
  /** Folders that no stack of the manifest has. */
  readonly stale: readonly Finding[];
  /** Files beside those of the manifest. */
  readonly others: readonly Finding[];
}

/** @throws UnusableInputError for a manifest that is not cdktf's, or leads out of the folder */
export function stackFilesOf(dir: string, manifest: string): StackFiles {
  const { stacks } = readJsonObject(manifest);
  if (!isJsonObject(stacks)) {
    throw new UnusableInputError(`${manifest} is no manifest of cdktf: it has no stacks`);
  }
  const files = Object.entries(stacks).map(([name, stack]): StackFile => {
    const written = textIn(objectIn(stack)["synthesizedStackPath"]);
    if (written === undefined) {
      throw new UnusableInputError(`${manifest} does not say where the stack ${name} is`);
    }
    const path = join(dir, written);
    if (relative(dir, path).startsWith("..")) {
      throw new UnusableInputError(`${manifest} puts the stack ${name} outside the folder`);
    }
    return { name, path, folder: dirname(path), file: pathFrom(dir, path) };
  });
  const left = foldersIn(join(dir, "stacks"))
    .filter(hasTerraform)
    .map((folder) => basename(folder));
  const stale = left
    .filter((name) => !Object.hasOwn(stacks, name))
    .map((name) =>
      finding("stale-stack", undefined, `stacks/${name}, which is not in the manifest`),
    );
  const others = files.flatMap(({ name, path, folder }) =>
    // One that does not exist is found when its file is read.
    (isFolder(folder) ? namesIn(folder) : [])
      .filter((other) => other !== basename(path) && /\.(tf|tofu)(\.json)?$/u.test(other))
      .map((other) =>
        finding("not-analyzed-block", { stack: name, address: other }, "a file of its folder"),
      ),
  );
  return { files, stale, others };
}

/** @throws UnusableInputError for a file that holds no JSON object */
export function readStackFile({ path, ...stack }: StackFile): {
  readonly stack: StackDocument;
  readonly problems: readonly Finding[];
} {
  return {
    stack: { ...stack, document: merged(readDocuments(path)) },
    problems: lostParts(stack.name, [path]),
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
  return namesIn(folder).find((file) => /\.(tf|tofu)$/u.test(file));
}

function terraformFiles(folder: string): readonly string[] {
  return namesIn(folder)
    .filter((file) => /\.(tf|tofu)\.json$/u.test(file))
    .sort()
    .map((file) => join(folder, file));
}

function foldersIn(folder: string): readonly string[] {
  if (!isFolder(folder)) return [];
  return namesIn(folder)
    .filter((name) => !name.startsWith("."))
    .sort()
    .map((name) => join(folder, name))
    .filter(isFolder);
}

function isFolder(path: string): boolean {
  // One that goes while it is looked at is none.
  return existsSync(path) && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
