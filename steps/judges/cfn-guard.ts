import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { join } from "node:path";

const pinned = join(__dirname, "cfn-guard");
const files = ["package.json", "package-lock.json"];

/** AWS's program for rules about templates, and AWS's rules of Control Tower. */
export interface CfnGuard {
  readonly program: string;
  readonly rules: string;
}

/** The version that is pinned. */
export function cfnGuardVersion(): string {
  // Edge: a file of this project.
  const { dependencies } = JSON.parse(readFileSync(join(pinned, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return Object.values(dependencies).join();
}

/**
 * Installs it in a folder that is kept between runs. It is no dependency of the project, as npm would install the CDK
 * with it, of which nothing is used.
 * @returns why it is missing, in a line
 */
export function findCfnGuard(cache: string): CfnGuard | string {
  const systems: Partial<Record<NodeJS.Platform, string>> = { linux: "ubuntu", darwin: "macos" };
  const system = systems[platform()];
  if (system === undefined) return `cfn-guard has no program for ${platform()}`;
  const folder = join(cache, "cfn-guard");
  const installed = join(folder, "node_modules/@cdklabs/cdk-validator-cfnguard");
  const processor = arch() === "arm64" ? "aarch64" : "x86_64";
  const found = {
    program: join(installed, "bin", system, processor, "cfn-guard"),
    rules: join(installed, "rules/control-tower/cfn-guard"),
  };
  const current = files.every(
    (file) =>
      existsSync(join(folder, file)) &&
      readFileSync(join(folder, file), "utf8") === readFileSync(join(pinned, file), "utf8"),
  );
  if (current && existsSync(found.program)) return found;
  mkdirSync(folder, { recursive: true });
  for (const file of files) cpSync(join(pinned, file), join(folder, file));
  const options = ["--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund"];
  const { status, stderr, error } = spawnSync("npm", ["ci", ...options], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status === 0) return found;
  const words =
    error?.message ??
    stderr.split("\n").find((line) => line.startsWith("npm error")) ??
    stderr.trim();
  return `cfn-guard cannot be installed: ${words}`;
}
