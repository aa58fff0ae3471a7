import type { AppCommandFigures } from "./measurements/app-command";
import type { SizeResult } from "./measurements/sizes";
import type { Skipped } from "./measurements/skipped";
import type { TerraformFigures } from "./measurements/terraform";

/** Everything that a run measured. */
export interface Results {
  readonly sizes: readonly SizeResult[];
  readonly terraform: readonly (TerraformFigures | Skipped)[];
  readonly appCommand: AppCommandFigures | Skipped;
}

/** The result of a size, where it was measured. */
export function resultOf(
  { sizes }: Results,
  strategy: string,
  accounts: number,
  regions: number,
): SizeResult | undefined {
  return sizes.find(
    ({ size }) =>
      size.strategy === strategy && size.accounts === accounts && size.regions === regions,
  );
}
