import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { objectIn, type Json } from "../src/json/value";

import { median } from "./sizes";
import { plainEnvironment } from "./synthesis";

/** How long the command takes that `cdktf synth` runs, for the example of this repository. */
export interface AppCommandFigures {
  /** As cdktf.json of this repository has it. */
  readonly ownMs: number;
  /** As `cdktf init` writes it: ts-node, which checks types. */
  readonly tsNodeMs: number;
}

/** A measurement that was not made, and why. */
export interface Skipped {
  readonly skipped: string;
}

const root = join(__dirname, "..");
const tsNodeCommand = ["npx", "ts-node", "main.ts"];

function readJson(file: string): Json {
  const content: unknown = JSON.parse(readFileSync(file, "utf8"));
  return objectIn(content);
}

function ownCommand(): readonly string[] {
  return String(readJson(join(root, "cdktf.json"))["app"]).split(" ");
}

/** Runs a command to its end; what it printed where it fails. */
function failureOf(folder: string, outdir: string, command: readonly string[]): string | undefined {
  const [name = "", ...args] = command;
  const { status, stdout, stderr, error } = spawnSync(name, args, {
    cwd: folder,
    encoding: "utf8",
    env: plainEnvironment({ CDKTF_OUTDIR: outdir }),
  });
  if (error) return error.message;
  return status === 0 ? undefined : `${command.join(" ")} failed: ${stdout}${stderr}`;
}

/** A project as `cdktf init` creates it, with the sources of this one; why not, where it fails. */
function setUp(project: string): string | undefined {
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true }));
  const packages = ["ts-node@10", "typescript@5.9"];
  const install = ["npm", "install", "--no-audit", "--no-fund", ...packages];
  const failure = failureOf(project, project, install);
  if (failure !== undefined) return failure;
  for (const name of readdirSync(join(root, "node_modules"))) {
    const link = join(project, "node_modules", name);
    if (!existsSync(link)) symlinkSync(join(root, "node_modules", name), link);
  }
  for (const name of ["main.ts", "src", "modules", "signin-alerts.yaml"]) {
    cpSync(join(root, name), join(project, name), { recursive: true });
  }
  cpSync(join(root, "tsconfig.cdktf-init.json"), join(project, "tsconfig.json"));
  return undefined;
}

/** Measures both commands in turn. */
export function measureAppCommand(repetitions: number): AppCommandFigures | Skipped {
  const folder = mkdtempSync(join(tmpdir(), "signin-alerts-bench-"));
  const own: number[] = [];
  const tsNode: number[] = [];
  try {
    const failure = setUp(folder);
    if (failure !== undefined) return { skipped: failure };
    for (let i = 0; i < repetitions; i++) {
      const begin = performance.now();
      const ownFailure = failureOf(root, join(folder, "cdktf.out"), ownCommand());
      const between = performance.now();
      const tsNodeFailure = failureOf(folder, join(folder, "cdktf.out"), tsNodeCommand);
      const skipped = ownFailure ?? tsNodeFailure;
      if (skipped !== undefined) return { skipped };
      own.push(between - begin);
      tsNode.push(performance.now() - between);
    }
    return { ownMs: median(own), tsNodeMs: median(tsNode) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
