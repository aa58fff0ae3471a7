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

/** Removes what was generated, and the folder where nothing else is in it. */
function remove(outdir: string, name: string): string {
  const place = join(outdir, Manifest.stacksFolder, name);
  let left: readonly string[];
  try {
    for (const each of generatedNames) rmSync(join(place, each), { recursive: true, force: true });
    left = readdirSync(place).sort();
    if (left.length === 0) rmdirSync(place);
  } catch (error) {
    return `${refusal(place, "removed", error)}, or remove it yourself. It is of a stack that the configuration no longer has, and until then it is taken for a part of the output.`;
  }
  const kept =
    left.length === 0 ? "" : `, and left what is not its own: ${left.map(shownName).join(", ")}`;
  return `Removed ${shownName(place)}, a stack that the configuration no longer has${kept}. What it deployed is on AWS until it is destroyed: if it still is, put it back into the configuration, run \`cdktf destroy ${shownName(name)}\`, then take it out.`;
}

/**
 * Removes the generated Terraform of stacks that the app no longer has, after `app.synth()`; in
 * `cdktf.out` it would be taken for a part of the output. Of each folder only what cdktf wrote for a
 * stack of this package goes: a state, what Terraform downloaded and files of your own stay.
 *
 * Nothing is done where the `cdktf` command runs the app: it removes such folders itself, whole.
 * @returns a sentence for each stack, for people to read: what was removed, or why it could not be
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
  return folders
    .filter((name) => !Object.hasOwn(manifest.stacks, name))
    .filter((name) => isGenerated(join(stacks, name), name))
    .map((name) => remove(outdir, name));
}
