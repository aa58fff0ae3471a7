import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AssetType, TerraformAsset } from "cdktf";
import type { Construct } from "constructs";
import type { AccountNames } from "../../src/catalog";
import { functionPackage } from "../../src/formatter";

let folder: string | undefined;

/** A folder of this process: an asset is copied out of it when the app is synthesized. */
function temporaryFolder(): string {
  if (folder !== undefined) return folder;
  const made = mkdtempSync(join(tmpdir(), "signin-alerts-"));
  process.once("exit", () => {
    rmSync(made, { recursive: true, force: true });
  });
  folder = made;
  return made;
}

/** The package of the function in the stack's folder. */
export interface PackageAsset {
  /** Path relative to the folder of the stack. */
  readonly path: string;
  /** SHA-256 in base64. */
  readonly hash: string;
}

/**
 * Puts the package into the stack's output. Its path follows from its content and from the
 * construct's path alone.
 */
export function packageAsset(
  scope: Construct,
  id: string,
  accountNames: AccountNames,
): PackageAsset {
  const { zip, hash } = functionPackage(accountNames);
  const assetHash = createHash("sha256").update(zip).digest("hex").slice(0, 32);
  const path = join(temporaryFolder(), assetHash, "function.zip");
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, zip);
  const asset = new TerraformAsset(scope, id, { path, type: AssetType.FILE, assetHash });
  return { path: asset.path, hash };
}
