import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../../terraform/synthesized-stacks";
import { offline, run } from "../../terraform/terraform-command";

interface Line {
  readonly diagnostic?: {
    readonly severity: string;
    readonly range?: { readonly start: { readonly line: number } };
  };
}

interface Plan {
  readonly planned_values: {
    readonly outputs: Readonly<Record<string, { readonly value: unknown }>>;
  };
}

/**
 * The expressions that Terraform refuses in one plan, in which each is an output in a line of its own.
 * @param locals - local values of the stack
 * @param files - texts of files beside it, by name
 */
export async function refusedOutputs(
  expressions: readonly string[],
  locals: object = {},
  files: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const folder = temporaryFolder();
  try {
    writeFiles(folder, files);
    const outputs = expressions.map(
      (expression, at) => `"o${at}":${JSON.stringify({ value: `\${${expression}}` })}`,
    );
    const blocks = `"locals":${JSON.stringify(locals)},"output":{\n${outputs.join(",\n")}\n}`;
    writeFileSync(join(folder, "main.tf.json"), `{${blocks}}`);
    const args = ["plan", "-input=false", "-json"];
    const { stdout } = await run({ command: "terraform", args, folder, environment: offline });
    const lines = stdout.split("\n").flatMap((text) => {
      if (text === "") return [];
      const { diagnostic } = JSON.parse(text) as Line;
      return diagnostic?.severity === "error" ? [diagnostic.range?.start.line ?? 0] : [];
    });
    // The first output is in the second line.
    return [...new Set(lines)].map((line) => expressions[line - 2] ?? `line ${line}`).sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The values that Terraform plans for outputs, each an expression. */
export async function plannedOutputs(
  expressions: readonly string[],
  locals: object,
): Promise<readonly unknown[]> {
  const folder = temporaryFolder();
  try {
    const output = Object.fromEntries(
      expressions.map((expression, at) => [`o${at}`, { value: `\${${expression}}` }]),
    );
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ locals, output }));
    const terraform = (...args: readonly string[]) =>
      run({ command: "terraform", args, folder, environment: offline });
    await terraform("plan", "-input=false", "-out=planned.tfplan");
    const { stdout } = await terraform("show", "-json", "planned.tfplan");
    const { planned_values: planned } = JSON.parse(stdout) as Plan;
    return expressions.map((_, at) => planned.outputs[`o${at}`]?.value);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
