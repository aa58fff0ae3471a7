import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ServingProvider } from "../../../steps/judges/serving-provider";
import {
  diagnosticsOf,
  TerraformError,
  type TerraformDiagnostic,
} from "../../terraform/diagnostics";
import {
  temporaryFolder,
  writeStack,
  type SynthesizedStack,
} from "../../terraform/synthesized-stacks";
import { offline, run } from "../../terraform/terraform-command";
import { withVersion } from "./real-terraform";

/** What Terraform said of each stack, in their order. */
export type Said = readonly (readonly TerraformDiagnostic[])[];

/**
 * What `terraform validate` says of stacks, each a module of one configuration: Terraform then reads the schema of the
 * provider, which is most of its work, once for all of them.
 */
export async function validatedTogether(
  stacks: readonly SynthesizedStack[],
  { mirror, version, environment: provided }: ServingProvider,
): Promise<Said> {
  const folder = temporaryFolder();
  const environment = { ...offline, ...provided };
  const terraform = (...args: readonly string[]) =>
    run({ command: "terraform", args: [...args, "-no-color"], folder, environment });
  try {
    stacks.forEach((stack, at) => {
      writeStack(join(folder, nameOf(at)), withVersion(stack, version));
    });
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(calling(stacks)));
    const init = await terraform("init", "-input=false", `-plugin-dir=${mirror}`);
    if (init.code !== 0) throw new TerraformError("init", [], `${init.stdout}\n${init.stderr}`);
    const said = diagnosticsOf(await terraform("validate", "-json"));
    const lost = said.filter(({ range }) => !/^stack-\d+\//.test(range?.filename ?? ""));
    if (lost.length > 0) throw new TerraformError("validate of all stacks", lost, "");
    return stacks.map((_, at) =>
      said.filter(({ range }) => range?.filename.startsWith(`${nameOf(at)}/`)),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A configuration that calls each stack as a module; what a stack has as a variable is one of the configuration, too. */
function calling(stacks: readonly SynthesizedStack[]): object {
  const calls = stacks.map(({ configuration }, at) => {
    const names = Object.keys(configuration["variable"] ?? {});
    const own = names.map((name) => [name, `${nameOf(at)}-${name}`] as const);
    const values = own.map(([name, variable]) => [name, `\${var.${variable}}`] as const);
    const module = { source: `./${nameOf(at)}`, ...Object.fromEntries(values) };
    return { variables: own.map(([, variable]) => [variable, {}] as const), module };
  });
  const variables = calls.flatMap((call) => call.variables);
  return {
    // Terraform takes an empty object for a variable without a name.
    ...(variables.length > 0 && { variable: Object.fromEntries(variables) }),
    module: Object.fromEntries(calls.map(({ module }, at) => [nameOf(at), module])),
  };
}

const nameOf = (at: number): string => `stack-${at}`;
