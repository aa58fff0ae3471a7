import { arch, platform } from "node:os";
import { join } from "node:path";
import { PinnedPackages } from "./pinned-packages";

const packages = new PinnedPackages("cfn-guard");
const guard = "@cdklabs/cdk-validator-cfnguard";

/** AWS's program for rules about templates, and AWS's rules of Control Tower. */
export interface CfnGuard {
  readonly program: string;
  readonly rules: string;
}

/** AWS's program, or why it is missing, in a line. */
export function findCfnGuard(cache: string): (CfnGuard & { readonly version: string }) | string {
  const systems: Partial<Record<NodeJS.Platform, string>> = { linux: "ubuntu", darwin: "macos" };
  const system = systems[platform()];
  if (system === undefined) return `cfn-guard has no program for ${platform()}`;
  const processor = arch() === "arm64" ? "aarch64" : "x86_64";
  const program = join(guard, "bin", system, processor, "cfn-guard");
  const installed = packages.installed(cache, program);
  if (typeof installed === "string") return installed;
  return {
    program: join(installed.modules, program),
    rules: join(installed.modules, guard, "rules/control-tower/cfn-guard"),
    version: packages.version,
  };
}
