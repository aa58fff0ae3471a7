import { existsSync } from "node:fs";
import { loadConfiguration } from "../plan";
import { configurationFileOf, defaultConfigurationFile } from "../config/configuration-file";
import { expectationsOf, resolve } from "../plan";
import type { Expectations } from "./generated-terraform";
import type { Io } from "./io";

/** The file to read: the one named, that of SIGNIN_ALERTS_CONFIG, or signin-alerts.yaml if there. */
export function configurationFile(
  option: string | boolean | undefined,
  { env }: Io,
): string | undefined {
  if (option === false) return undefined;
  if (typeof option === "string") return option;
  const present = existsSync(defaultConfigurationFile) ? defaultConfigurationFile : undefined;
  return configurationFileOf(env) ?? present;
}

/** What the file promises, or undefined where there is none. @throws ConfigurationFileError */
export function expectationsIn(file: string | undefined): Expectations | undefined {
  return file === undefined ? undefined : expectationsOf(resolve(loadConfiguration(file)));
}
