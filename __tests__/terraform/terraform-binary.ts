import { onPath } from "./on-path";

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
export function findTerraform(path?: string): TerraformBinary | undefined {
  return binaries.find(({ command }) => onPath([command], path) !== undefined);
}
