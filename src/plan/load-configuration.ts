import { readConfiguration } from "../config/read-configuration";
import type { SignInAlertsProps } from "../config/props";
import { checkConfiguration } from "./checks";

/**
 * Reads a configuration file.
 * @throws ConfigurationFileError with every problem of the file at once.
 */
export function loadConfiguration(file: string): SignInAlertsProps {
  return readConfiguration(file, (draft) => checkConfiguration(draft));
}
