import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { Manifest } from "cdktf";

/** What cdktf writes for a stack; all else in its folder is Terraform's, or of somebody else. */
export const generatedNames = ["cdk.tf.json", "assets"];

/** Digests of a stack's generated files, by path within its folder. */
type StackFiles = ReadonlyMap<string, string>;

/** What is generated in an output folder, by stack. */
export type GeneratedStacks = ReadonlyMap<string, StackFiles>;

/** What became of the generated files of a stack, each list in order. */
export interface StackChange {
  readonly stack: string;
  /** Whether it was new, is gone, or has files that changed. */
  readonly state: "new" | "removed" | "changed";
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Names in a folder; none where it cannot be read, as before a first run. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function filesAt(folder: string, name: string): readonly string[] {
  const found = lstatSync(join(folder, name), { throwIfNoEntry: false });
  if (found?.isFile()) return [name];
  // Links are not followed: they may lead anywhere.
  return found?.isDirectory()
    ? namesIn(join(folder, name)).flatMap((child) => filesAt(folder, join(name, child)))
    : [];
}

function digestOf(file: string): string {
  try {
    return createHash("sha256").update(readFileSync(file)).digest("hex");
  } catch {
    // What cannot be read is written anew, or not at all.
    return "";
  }
}

function stackFiles(folder: string): StackFiles {
  const files = generatedNames.flatMap((name) => filesAt(folder, name));
  return new Map(files.map((file) => [file.split(sep).join("/"), digestOf(join(folder, file))]));
}

/** Reads what an earlier run, or this one, has generated. */
export function generatedStacks(outdir: string): GeneratedStacks {
  const stacks = join(outdir, Manifest.stacksFolder);
  return new Map(
    namesIn(stacks).flatMap((name) => {
      const files = stackFiles(join(stacks, name));
      return files.size > 0 ? [[name, files]] : [];
    }),
  );
}

function changeOf(
  stack: string,
  before: StackFiles | undefined,
  after: StackFiles | undefined,
): StackChange {
  const [were, are] = [before ?? new Map<string, string>(), after ?? new Map<string, string>()];
  const names = [...new Set([...were.keys(), ...are.keys()])].sort();
  return {
    stack,
    state: before === undefined ? "new" : after === undefined ? "removed" : "changed",
    added: names.filter((name) => !were.has(name)),
    changed: names.filter(
      (name) => were.has(name) && are.has(name) && were.get(name) !== are.get(name),
    ),
    removed: names.filter((name) => !are.has(name)),
  };
}

/** The stacks whose generated files are not as they were, by name. */
export function changesBetween(
  before: GeneratedStacks,
  after: GeneratedStacks,
): readonly StackChange[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((stack) => changeOf(stack, before.get(stack), after.get(stack)))
    .filter(({ added, changed, removed }) => added.length + changed.length + removed.length > 0);
}
