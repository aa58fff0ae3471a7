import { existsSync, lstatSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Manifest, type App } from "cdktf";
import { readJson } from "../json/read-json";
import { listIn, objectIn } from "../json/value";
import { shownName } from "../json/printed";
import { refusal } from "../json/file-system";
import { generatedNames } from "./generated-stacks";
import { runsUnderCommand } from "./runs-under-command";

function foldersIn(dir: string): readonly string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Whether cdktf wrote the folder for a stack of this package, whose settings it overrides. */
function isGenerated(folder: string, name: string): boolean {
  const file = join(folder, "cdk.tf.json");
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  try {
    const metadata = objectIn(objectIn(objectIn(readJson(file))["//"])["metadata"]);
    const overridden = listIn(objectIn(metadata["overrides"])["stack"]);
    return metadata["stackName"] === name && overridden.includes("terraform");
  } catch {
    // What cannot be read was not written here.
    return false;
  }
}

/** A folder whose stack is gone, and what became of it. */
type Removal =
  | { readonly name: string; readonly place: string; readonly left: readonly string[] }
  | { readonly problem: string };

/** Removes what was generated, and the folder where nothing else is in it. */
function remove(outdir: string, name: string): Removal {
  const place = join(outdir, Manifest.stacksFolder, name);
  let left: readonly string[];
  try {
    for (const each of generatedNames) rmSync(join(place, each), { recursive: true, force: true });
    left = readdirSync(place).sort();
    if (left.length === 0) rmdirSync(place);
  } catch (error) {
    return {
      problem: `${refusal(place, "removed", error)}, or remove it yourself. It is of a stack that the configuration no longer has, and until then it is taken for a part of the output.`,
    };
  }
  return { name, place, left };
}

function keptText(left: readonly string[]): string {
  return left.length === 0
    ? ""
    : `, and left what is not its own: ${left.map(shownName).join(", ")}`;
}

/** What was removed in a sentence or two, however many stacks it is: an edit of the example takes out several. */
function removedText(removals: readonly Removal[]): readonly string[] {
  const removed = removals.flatMap((each) => ("name" in each ? [each] : []));
  const [first, ...others] = removed;
  if (first === undefined) return [];
  if (others.length === 0) {
    return [
      `Removed ${shownName(first.place)}, a stack that the configuration no longer has${keptText(first.left)}. What it deployed is on AWS until it is destroyed: if it still is, put it back into the configuration, run \`npx cdktf destroy ${shownName(first.name)}\`, then take it out.`,
    ];
  }
  const names = removed.map(
    ({ name, left }) =>
      `${shownName(name)}${left.length === 0 ? "" : ` (but for ${left.map(shownName).join(", ")})`}`,
  );
  return [
    `Removed ${removed.length} stacks that the configuration no longer has: ${names.join(", ")}. What they deployed is on AWS until it is destroyed: if it still is, put them back into the configuration, run \`npx cdktf destroy\` with their names, then take them out.`,
  ];
}

/**
 * Removes the generated Terraform of stacks that the app no longer has, after `app.synth()`; in
 * `cdktf.out` it would be taken for a part of the output. Of each folder only what cdktf wrote for a
 * stack of this package goes: a state, what Terraform downloaded and files of your own stay.
 *
 * Nothing is done where the `cdktf` command runs the app: it removes such folders itself, whole.
 * @returns sentences for people to read: what was removed, and of each stack that could not be, why
 */
export function removeStaleStacks({ outdir, manifest }: App): readonly string[] {
  if (runsUnderCommand()) return [];
  const stacks = join(outdir, Manifest.stacksFolder);
  let folders: readonly string[];
  try {
    folders = foldersIn(stacks);
  } catch (error) {
    return [
      `${refusal(stacks, "read", error)}. Until then nobody knows whether it holds stacks that the configuration no longer has.`,
    ];
  }
  const removals = folders
    .filter((name) => !Object.hasOwn(manifest.stacks, name))
    .filter((name) => isGenerated(join(stacks, name), name))
    .map((name) => remove(outdir, name));
  const problems = removals.flatMap((each) => ("problem" in each ? [each.problem] : []));
  return [...removedText(removals), ...problems];
}
