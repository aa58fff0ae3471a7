import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findCfnGuard, type CfnGuard } from "./cfn-guard";
import { findChromium, type Chromium } from "./chromium";
import { findGitLabCiLocal, type GitLabCiLocal } from "./gitlab-ci-local";
import { findProvider, type RealProvider } from "./provider";
import { pinnedVersion, pythonEnvironment, type PythonEnvironment } from "./python";
import { MotoServer } from "./server";

/** Something that judges what is generated and that nobody here wrote: what starts it, or why it is missing. */
export type Found<T> = (T & { readonly version: string }) | { readonly missing: string };

/** All that there may be. */
export interface Judges {
  readonly terraform: Found<object>;
  readonly provider: Found<RealProvider>;
  readonly server: Found<{ readonly python: string }>;
  readonly "cfn-lint": Found<PythonEnvironment>;
  readonly parliament: Found<PythonEnvironment>;
  readonly checkov: Found<PythonEnvironment>;
  readonly "cfn-guard": Found<CfnGuard>;
  readonly "gitlab-ci-local": Found<GitLabCiLocal>;
  readonly chromium: Chromium;
}

export type JudgeName = keyof Judges;

/** What the table and messages call them. */
export const titles: Readonly<Record<JudgeName, string>> = {
  terraform: "Terraform",
  provider: "hashicorp/aws",
  server: "moto's server",
  "cfn-lint": "cfn-lint",
  parliament: "parliament",
  checkov: "checkov",
  "cfn-guard": "cfn-guard, Control Tower",
  "gitlab-ci-local": "gitlab-ci-local",
  chromium: "Chromium",
};

/** Finds the judges, and installs those that a registry has. None of them missing keeps the others from being found. */
export async function findJudges(cache: string, versions: string): Promise<Judges> {
  const terraform = findTerraform();
  const environment = pythonEnvironment(cache);
  const python = (name: string): Found<PythonEnvironment> =>
    typeof environment === "string"
      ? { missing: environment }
      : { ...environment, version: pinnedVersion(name) };
  const found = <T extends object>(judge: T | string) =>
    typeof judge === "string" ? { missing: judge } : judge;
  return {
    terraform,
    provider: "missing" in terraform ? terraform : providerOf(cache, versions),
    server:
      typeof environment === "string" ? { missing: environment } : await serverOf(environment),
    "cfn-lint": python("cfn-lint"),
    parliament: python("parliament"),
    checkov: python("checkov"),
    "cfn-guard": found(findCfnGuard(cache)),
    "gitlab-ci-local": found(findGitLabCiLocal(cache)),
    chromium: findChromium(),
  };
}

function findTerraform(): Found<object> {
  const { status, stdout } = spawnSync("terraform", ["version", "-json"], {
    encoding: "utf8",
    env: { ...process.env, CHECKPOINT_DISABLE: "1" },
  });
  if (status !== 0) return { missing: "no terraform on the PATH" };
  // Edge: Terraform wrote this JSON.
  return {
    version: (JSON.parse(stdout) as { readonly terraform_version: string }).terraform_version,
  };
}

function providerOf(cache: string, versions: string): Found<RealProvider> {
  const mirror = process.env["TF_AWS_PROVIDER_MIRROR"];
  const found = findProvider({
    mirror,
    cache: join(cache, "provider"),
    versions,
    terraform: "terraform",
  });
  return typeof found === "string" ? { missing: found } : found;
}

/** Starts it once, so that what keeps it from starting is known before the first test. */
async function serverOf({ bin }: PythonEnvironment): Promise<Judges["server"]> {
  const python = join(bin, "python");
  const log = join(mkdtempSync(join(tmpdir(), "moto-")), "log");
  try {
    await (await MotoServer.start({ python, accounts: ["111111111111"], log })).stop();
    return { python, version: pinnedVersion("moto") };
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}
