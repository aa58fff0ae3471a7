import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parseJson, readText } from "../../json/read-json";
import { objectIn, type Json } from "../../json/value";

const root = dirname(createRequire(__filename).resolve("cdktf-aws-signin-alerts/package.json"));

/** The template of `cdktf init`, which the package carries. */
export const template = join(root, "template");

/** Whether a folder is a clone of the repository that this program runs in, which can pack it. */
export function isClone(folder: string): boolean {
  return realpathSync(folder) === root && existsSync(join(root, "packaging"));
}

/** Text of the template's configuration. */
export function templateConfiguration(): string {
  return readText(join(template, "signin-alerts.yaml"));
}

/** The template's dependencies, by name. */
export function templateDependencies(): Json {
  const file = join(template, "package.json");
  return objectIn(objectIn(parseJson(file, readText(file)))["dependencies"]);
}
