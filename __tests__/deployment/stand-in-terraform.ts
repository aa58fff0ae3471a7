import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

/** How the program answers: what it is, and what becomes of stacks by name. */
export interface Answers {
  readonly version?: unknown;
  /** What `plan` writes to standard error for a stack that it refuses. */
  readonly refused?: Readonly<Record<string, string>>;
  /** Actions of the resources that a stack changes. */
  readonly actions?: Readonly<Record<string, readonly (readonly string[])[]>>;
}

/**
 * Writes a program that is called as Terraform is, and notes how.
 * @returns its path
 */
export function standInTerraform({
  version = "1.14.0",
  refused = {},
  actions = {},
}: Answers): string {
  const path = resolve("terraform-stand-in");
  const program = `#!${process.execPath}
const { appendFileSync } = require("node:fs");
const [refused, actions, version] = ${JSON.stringify([refused, actions, version])};
const args = process.argv.slice(2);
appendFileSync(${JSON.stringify(`${path}.calls`)}, args.join(" ") + "\\n");
appendFileSync(${JSON.stringify(`${path}.caches`)}, (process.env.TF_PLUGIN_CACHE_DIR ?? "none") + "\\n");
if (args[0] === "version") {
  process.stdout.write(JSON.stringify({ terraform_version: version }));
} else {
  const stack = args[0].split("/").pop();
  if (args[1] === "plan" && refused[stack]) {
    process.stderr.write(refused[stack]);
    process.exit(1);
  }
  if (args[1] === "show") {
    const changes = (actions[stack] ?? []).map((list) => ({ change: { actions: list } }));
    process.stdout.write(JSON.stringify({ format_version: "1.2", resource_changes: changes }));
  }
}
`;
  writeFileSync(path, program);
  chmodSync(path, 0o755);
  return path;
}

/** Where each call that is about a stack keeps its providers, each once. */
export function providerCaches(program: string): readonly string[] {
  const [, ...ofStacks] = readFileSync(`${program}.caches`, "utf8").trimEnd().split("\n");
  return [...new Set(ofStacks)];
}

/** The arguments of each call, in order. */
export function calls(program: string): readonly string[] {
  return readFileSync(`${program}.calls`, "utf8").trimEnd().split("\n");
}
