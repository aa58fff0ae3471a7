import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The oldest Python that has every version of `requirements-test.txt`. */
const OLDEST = [3, 11] as const;
const requirements = join(__dirname, "requirements-test.txt");

/** A virtual environment that has the judges. */
export interface PythonEnvironment {
  /** Folder of `python` and of the judges' commands. */
  readonly bin: string;
}

/** The version of a package that the requirements ask for. */
export function pinnedVersion(name: string): string {
  const text = readFileSync(requirements, "utf8");
  const version = new RegExp(`^${name}==(\\S+)`, "m").exec(text)?.[1];
  if (version === undefined) throw new Error(`${requirements} does not pin ${name}`);
  return version;
}

const usual = ["python3", "python3.13", "python3.12", "python3.11", "python"];

/** The first of these commands that is a Python new enough, or why there is none. */
export function findPython(
  commands: readonly string[],
): { readonly command: string; readonly version: string } | string {
  const old: string[] = [];
  for (const command of commands) {
    const code = "import sys; print('%d.%d' % sys.version_info[:2])";
    const { status, stdout } = spawnSync(command, ["-c", code], { encoding: "utf8" });
    if (status !== 0) continue;
    const version = stdout.trim();
    const [major = 0, minor = 0] = version.split(".").map(Number);
    if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]))
      return { command, version };
    old.push(version);
  }
  const needed = `${OLDEST.join(".")} or later is needed`;
  return old.length > 0
    ? `Python ${[...new Set(old)].join(" and ")} is too old; ${needed}`
    : `no Python on the PATH; ${needed}`;
}

/**
 * The environment in a folder that is kept between runs, made anew where the requirements or Python changed.
 * @returns why there is none, in a line
 */
export function pythonEnvironment(
  cache: string,
  commands: readonly string[] = usual,
): PythonEnvironment | string {
  const python = findPython(commands);
  if (typeof python === "string") return python;
  const wanted = createHash("sha256")
    .update(python.version)
    .update(readFileSync(requirements))
    .digest("hex");
  const folder = join(cache, "python");
  const mark = join(folder, "made-of");
  const bin = join(folder, "bin");
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return { bin };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const install = [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "--no-compile",
  ];
  const failed =
    failureOf(python.command, ["-m", "venv", folder]) ??
    failureOf(join(bin, "python"), [...install, "--require-hashes", "-r", requirements]);
  if (failed !== undefined) return `the judges cannot be installed: ${failed}`;
  writeFileSync(mark, wanted);
  return { bin };
}

/** The last line that a command said where it failed. */
function failureOf(command: string, args: readonly string[]): string | undefined {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  if (status === 0) return undefined;
  if (error !== undefined) return error.message;
  const words = `${stdout}\n${stderr}`.trim().split("\n");
  return words.findLast((line) => line.startsWith("ERROR")) ?? words.at(-1) ?? "no reason given";
}
