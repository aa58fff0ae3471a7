import { stackFiles } from "../../src/export/stack-files";
import type { SynthesizedStack } from "../terraform/synthesized-stacks";

/** Stacks that Terraform reads from HCL. */
export function inHcl(stacks: readonly SynthesizedStack[]): readonly SynthesizedStack[] {
  return stacks.map((stack) => ({
    ...stack,
    files: (document) =>
      stackFiles({ name: stack.name, document }, (address) => (problem) => {
        throw new Error(`${stack.name} ${address}: ${problem}`);
      }),
  }));
}
