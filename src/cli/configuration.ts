import { existsSync } from "node:fs";
import type { Io } from "./io";

const defaultFile = "signin-alerts.yaml";

/** The file to read: the one named, that of SIGNIN_ALERTS_CONFIG, or signin-alerts.yaml if there. */
export function configurationFile(
  option: string | boolean | undefined,
  { env }: Io,
): string | undefined {
  if (option === false) return undefined;
  if (typeof option === "string") return option;
  return env["SIGNIN_ALERTS_CONFIG"] ?? (existsSync(defaultFile) ? defaultFile : undefined);
}
