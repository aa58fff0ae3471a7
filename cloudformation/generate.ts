import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationFileError } from "../src/config";
import { loadConfiguration, resolve } from "../src/plan";
import { configurationFileOf, defaultConfigurationFile } from "../src/config/configuration-file";
import { templateFiles } from "./templates";

const folder = join("dist", "cloudformation");

try {
  const configuration = configurationFileOf(process.env) ?? defaultConfigurationFile;
  const files = templateFiles(resolve(loadConfiguration(configuration)));
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
