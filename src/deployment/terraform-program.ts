import { spawnSync } from "node:child_process";
import { UnusableInputError } from "../json/read-json";
import { jsonIn, objectIn, textIn } from "../json/value";
import { oldestTerraform } from "./oldest-terraform";

/** What a run of Terraform left. */
export interface TerraformRun {
  /** Whether it ended with 0. */
  readonly succeeded: boolean;
  readonly output: string;
  /** What it says is wrong. */
  readonly errors: string;
}

/** Terraform, or OpenTofu, as it is installed. */
export interface TerraformProgram {
  /** Runs it with arguments, such as `["plan"]`, and waits. */
  readonly run: (args: readonly string[]) => TerraformRun;
}

/** Plans are JSON of some megabytes. */
const mostOutput = 512 * 1024 * 1024;

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = oldestTerraform;
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}

/**
 * Finds Terraform.
 * @param name - such as `terraform`, `tofu` or a path
 * @throws UnusableInputError where it is missing, is something else, or is older than 1.10
 */
export function terraformProgram(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
): TerraformProgram {
  const run = (args: readonly string[]): TerraformRun => {
    const options = { encoding: "utf8", maxBuffer: mostOutput, env: { ...env } } as const;
    const { status, stdout, stderr, error } = spawnSync(name, args, options);
    if (error && "code" in error && ["ENOENT", "EACCES", "ENOTDIR"].includes(String(error.code))) {
      throw new UnusableInputError(
        `${name} cannot be started: install Terraform or OpenTofu ${oldestTerraform.join(".")} or later, or name the program with --terraform`,
      );
    }
    return {
      succeeded: status === 0,
      output: stdout,
      errors: error ? `${error.message}\n${stderr}` : stderr,
    };
  };
  const version = textIn(objectIn(jsonIn(run(["version", "-json"]).output))["terraform_version"]);
  if (version === undefined || !/^\d+\.\d+/u.test(version)) {
    throw new UnusableInputError(
      `${name} does not say which version of Terraform it is: name Terraform or OpenTofu with --terraform`,
    );
  }
  if (isOlder(version)) {
    throw new UnusableInputError(
      `${name} is version ${version}, and the stacks need ${oldestTerraform.join(".")} or later: install a newer one, or name it with --terraform`,
    );
  }
  return { run };
}
