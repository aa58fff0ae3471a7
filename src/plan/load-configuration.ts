import { configurationFileOf, defaultConfigurationFile } from "../config/configuration-file";
import { readConfiguration } from "../config/read-configuration";
import type { SignInAlertsProps } from "../config/props";
import { checkConfiguration } from "./checks";

/**
 * Reads a configuration file.
 * @param file its path; left out, the one that `SIGNIN_ALERTS_CONFIG` names, else `signin-alerts.yaml`
 * @throws ConfigurationFileError with every problem of the file at once.
 */
export function loadConfiguration(
  file = configurationFileOf(process.env) ?? defaultConfigurationFile,
): SignInAlertsProps {
  return readConfiguration(file, (draft) => checkConfiguration(draft));
}
