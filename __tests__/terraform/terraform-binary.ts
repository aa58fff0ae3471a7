import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Terraform or OpenTofu, as found on the PATH. */
export interface TerraformBinary {
  readonly command: "terraform" | "tofu";
  /** The registry that its short provider addresses mean. */
  readonly registry: string;
}

const binaries: readonly TerraformBinary[] = [
  { command: "terraform", registry: "registry.terraform.io" },
  { command: "tofu", registry: "registry.opentofu.org" },
];

/** Terraform where it is on the PATH, else OpenTofu, else undefined. */
export function findTerraform(path = process.env.PATH ?? ""): TerraformBinary | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  return binaries.find(({ command }) =>
    folders.some((folder) => isExecutable(join(folder, command))),
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
