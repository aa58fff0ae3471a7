import { existsSync } from "node:fs";
import { configurationFileOf, defaultConfigurationFile } from "../config/configuration-file";
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
