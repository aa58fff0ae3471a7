import { existsSync } from "node:fs";
import { loadConfiguration } from "../plan";
import { configurationFileOf, defaultConfigurationFile } from "../config/configuration-file";
import { expectationsOf, resolve } from "../plan";
import { UnusableInputError } from "../json/read-json";
import type { Expectations, GeneratedTerraform } from "./generated-terraform";
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

/** A configuration, and what it promises; neither where there is no file. */
export interface Configuration {
  readonly file?: string;
  readonly expected?: Expectations;
}

/** @throws ConfigurationFileError */
export function configurationIn(file: string | undefined): Configuration {
  return file === undefined
    ? {}
    : { file, expected: expectationsOf(resolve(loadConfiguration(file))) };
}

/**
 * Ends where generated Terraform is of another configuration: all else would be findings without end.
 * @throws UnusableInputError
 */
export function requireSameConfiguration(
  dir: string,
  terraform: GeneratedTerraform,
  { file = "", expected }: Configuration,
): void {
  const other = expected && terraform.otherConfiguration(expected);
  if (other === undefined) return;
  throw new UnusableInputError(
    `${dir} was generated from another configuration than ${file}: it has ${other.found}; ${file} has ${other.promised}. Run \`npm run synth\` with ${file}, or name the configuration of ${dir} with --config, or none with --no-config`,
  );
}
