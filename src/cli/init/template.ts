import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parseJson, readText } from "../../json/read-json";
import { objectIn, type Json } from "../../json/value";

/** The template of `cdktf init`, which the package carries. */
export const template = join(
  dirname(createRequire(__filename).resolve("cdktf-aws-signin-alerts/package.json")),
  "template",
);

/** Text of the template's configuration. */
export function templateConfiguration(): string {
  return readText(join(template, "signin-alerts.yaml"));
}

/** The template's dependencies, by name. */
export function templateDependencies(): Json {
  const file = join(template, "package.json");
  return objectIn(objectIn(parseJson(file, readText(file)))["dependencies"]);
}
