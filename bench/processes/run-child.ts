import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { plainEnvironment } from "./environment";

const root = join(__dirname, "../..");

/** Runs a module of this folder in a process of its own, and reads the JSON that it prints. */
export function runChild(module: "synthesis-child" | "coverage-child", input: object): unknown {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    ["--import", "tsx", join(__dirname, `${module}.ts`), JSON.stringify(input)],
    { cwd: root, env: plainEnvironment(), encoding: "utf8", maxBuffer: 2 ** 26 },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`${module} ${JSON.stringify(input)} failed:\n${stderr}`);
  return JSON.parse(stdout);
}
