import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationFileError, loadConfiguration } from "../src/config";
import { templateFiles } from "./templates";

const folder = join("dist", "cloudformation");

try {
  const named = process.env["SIGNIN_ALERTS_CONFIG"] ?? "";
  const files = templateFiles(loadConfiguration(named === "" ? "signin-alerts.yaml" : named));
  mkdirSync(folder, { recursive: true });
  for (const { file, content } of files) {
    writeFileSync(join(folder, file), content);
    console.log(`wrote ${join(folder, file)}`);
  }
} catch (error) {
  if (!(error instanceof ConfigurationFileError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
