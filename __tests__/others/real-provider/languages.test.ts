import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../../terraform/synthesized-stacks";
import { offline, run } from "../../terraform/terraform-command";
import { describeJudged, timed } from "../describe-judged";
import { acceptedLanguages, refusedLanguages } from "./refused-languages";

interface Line {
  readonly diagnostic?: {
    readonly severity: string;
    readonly range?: { readonly start: { readonly line: number } };
  };
}

/** The expressions that Terraform refuses, each of which is an output in a line of its own. */
async function refusedOf(expressions: readonly string[]): Promise<readonly string[]> {
  const folder = temporaryFolder();
  try {
    const outputs = expressions.map(
      (expression, at) => `"o${at}":${JSON.stringify({ value: `\${${expression}}` })}`,
    );
    writeFileSync(join(folder, "main.tf.json"), `{"output":{\n${outputs.join(",\n")}\n}}`);
    const args = ["plan", "-input=false", "-json"];
    const { stdout } = await timed("terraform", "expressions of other languages", () =>
      run({ command: "terraform", args, folder, environment: offline }),
    );
    const lines = stdout.split("\n").flatMap((text) => {
      if (text === "") return [];
      const { diagnostic } = JSON.parse(text) as Line;
      return diagnostic?.severity === "error" ? [diagnostic.range?.start.line ?? 0] : [];
    });
    // The first output is in the second line.
    return [...new Set(lines)].map((line) => expressions[line - 2] ?? `line ${line}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describeJudged("Terraform, of texts of other languages", ["terraform"], () => {
  test("refuses the expressions that the check refuses, and no other", async () => {
    const refused = await refusedOf([...refusedLanguages, ...acceptedLanguages]);
    expect([...refused].sort()).toEqual([...refusedLanguages].sort());
  });
});
