import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Edit } from "../../config/edit";
import { patchedYaml } from "../../config/patched-yaml";
import { readConfigurationText } from "../../config/read-configuration";
import { orUnusable } from "../../json/file-system";
import { UnusableInputError } from "../../json/read-json";
import { checkConfiguration } from "../../plan";

/** The text of a configuration file as it stands there, a byte order mark included. */
export function configurationFileText(file: string): string {
  return orUnusable(file, "read", () => readFileSync(file, "utf8"));
}

function patched(file: string, text: string, edits: readonly Edit[]): string {
  const result = patchedYaml(text, edits);
  if (result === undefined) {
    throw new UnusableInputError(
      `${file} cannot be changed in place, perhaps because of its anchors and aliases (& and *), and nothing was written: make the changes that signin-alerts discover lists by hand`,
    );
  }
  // Nothing is written that the next command would refuse.
  readConfigurationText(file, result.replace(/^\uFEFF/, ""), (draft) => checkConfiguration(draft));
  return result;
}

/**
 * Makes changes in a configuration file, all or none.
 * @param text - what the file held when the changes were worked out
 * @throws UnusableInputError where it has changed meanwhile, or cannot be changed
 */
export function writeConfiguration(file: string, text: string, edits: readonly Edit[]): void {
  const result = patched(file, text, edits);
  // A link stays one.
  const target = orUnusable(file, "read", () => realpathSync(file));
  const beside = join(dirname(target), `.${basename(target)}.new`);
  orUnusable(file, "written", () => {
    writeFileSync(beside, result, { flag: "wx", mode: statSync(target).mode });
  });
  try {
    if (readFileSync(target, "utf8") !== text) {
      throw new UnusableInputError(
        `${file} was changed while AWS was read, and nothing was written: run the command again`,
      );
    }
    orUnusable(file, "written", () => {
      renameSync(beside, target);
    });
  } finally {
    rmSync(beside, { force: true });
  }
}
