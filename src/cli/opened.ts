import type { CommandContext } from "./commands/context";
import type { GeneratedTerraform } from "./generated-terraform";

/**
 * Generated Terraform, while a terminal shows how far it is read.
 * @param reading - what is shown
 * @throws UnusableInputError
 */
export function opened(
  { open, progress }: Pick<CommandContext, "open" | "progress">,
  dir: string,
  reading = "Reading the generated Terraform",
): GeneratedTerraform {
  progress.stage(reading);
  return open(dir, (done, total) => {
    progress.stage(`${reading}, stack`, done, total);
  });
}
