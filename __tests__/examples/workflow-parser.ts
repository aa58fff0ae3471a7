import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { repository } from "../package/repository-copy";

const program = `
import { readFileSync } from "node:fs";
import { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } from "@actions/workflow-parser";
async function run() {
  const found = {};
  for (const name of process.argv.slice(2)) {
    const content = readFileSync(name, "utf8");
    const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
    const template = value && (await convertWorkflowTemplate(context, value));
    found[name] = [...context.errors.getErrors(), ...(template?.errors ?? [])].map(({ message }) => message);
  }
  process.stdout.write(JSON.stringify(found));
}
run();`;

/**
 * What GitHub's own parser finds wrong in workflows, by file. It comes as modules that Node.js 20 cannot
 * load as they are, so they are bundled first.
 */
export function workflowErrors(
  files: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  const folder = mkdtempSync(join(tmpdir(), "signin-alerts-workflows-"));
  try {
    const outfile = join(folder, "parser.cjs");
    const stdin = { contents: program, resolveDir: repository };
    buildSync({ stdin, outfile, bundle: true, platform: "node", format: "cjs", target: "node20" });
    const output = execFileSync(process.execPath, [outfile, ...files], { encoding: "utf8" });
    return JSON.parse(output) as Readonly<Record<string, readonly string[]>>;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
