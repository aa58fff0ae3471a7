import { Option } from "commander";
import type { OpenTerraform } from "../generated-terraform";
import type { Io } from "../io";
import type { Progress } from "../progress";

/** Exit codes: everything is covered; something is not; the input cannot be used. */
export const exitCodes = { covered: 0, gap: 1, unusable: 2 } as const;

/** What every command works with. */
export interface CommandContext {
  readonly io: Io;
  readonly open: OpenTerraform;
  readonly progress: Progress;
  /** Sets how the command ended. */
  readonly exit: (code: number) => void;
}

/** The option `--format` with the formats that a command has, the first being the default. */
export function formatOption(formats: readonly string[]): Option {
  return new Option("-f, --format <format>", "how the result is written")
    .choices(formats)
    .default(formats[0]);
}

/** A value as JSON that a text tool can read too. */
export { printedJson as jsonText } from "../../json/printed";
