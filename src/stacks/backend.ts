import {
  AzurermBackend,
  CloudBackend,
  GcsBackend,
  HttpBackend,
  LocalBackend,
  NamedCloudWorkspace,
  S3Backend,
  type TerraformStack,
} from "cdktf";
import type { BackendPlan } from "../plan";

/** How a service locks the state at an address: where, and by which methods. */
function lockOf(address: string, locking: "methods" | "gitlab" | "off") {
  if (locking === "off") return {};
  const lock = locking === "gitlab" ? `${address}/lock` : address;
  return {
    lockAddress: lock,
    unlockAddress: lock,
    ...(locking === "gitlab" && { lockMethod: "POST", unlockMethod: "DELETE" }),
  };
}

/** Gives a stack the backend, under a key that is the stack's own. */
export function useBackend(stack: TerraformStack, name: string, backend: BackendPlan): void {
  switch (backend.type) {
    case "local":
      // Relative, because cdktf's default is an absolute path, which differs from clone to clone.
      new LocalBackend(stack, { path: `../../../terraform.${name}.tfstate` });
      return;
    case "s3": {
      const { bucket, region, keyPrefix, kmsKeyId, profile, assumeRole } = backend;
      new S3Backend(stack, {
        bucket,
        region,
        key: `${keyPrefix}/${name}.tfstate`,
        encrypt: true,
        ...(kmsKeyId !== undefined && { kmsKeyId }),
        ...(profile !== undefined && { profile }),
        ...(assumeRole && { assumeRole }),
      });
      // Newer than cdktf: a lock beside the state file, with no table.
      stack.addOverride("terraform.backend.s3.use_lockfile", true);
      return;
    }
    case "cloud": {
      const { organization, hostname, project, workspacePrefix = "" } = backend;
      new CloudBackend(stack, {
        organization,
        workspaces: new NamedCloudWorkspace(`${workspacePrefix}${name}`, project),
        ...(hostname !== undefined && { hostname }),
      });
      return;
    }
    case "azurerm": {
      const { resourceGroup, subscriptionId, tenantId } = backend;
      new AzurermBackend(stack, {
        storageAccountName: backend.storageAccount,
        containerName: backend.container,
        key: `${backend.keyPrefix}/${name}.tfstate`,
        useAzureadAuth: backend.azureAd,
        ...(resourceGroup !== undefined && { resourceGroupName: resourceGroup }),
        ...(subscriptionId !== undefined && { subscriptionId }),
        ...(tenantId !== undefined && { tenantId }),
      });
      return;
    }
    case "gcs": {
      const { bucket, keyPrefix, kmsKey, serviceAccount } = backend;
      new GcsBackend(stack, {
        bucket,
        // The backend adds the name of the workspace: `default.tfstate`.
        prefix: `${keyPrefix}/${name}`,
        ...(kmsKey !== undefined && { kmsEncryptionKey: kmsKey }),
        ...(serviceAccount !== undefined && { impersonateServiceAccount: serviceAccount }),
      });
      return;
    }
    case "http": {
      const address = `${backend.address}/${name}`;
      new HttpBackend(stack, { address, ...lockOf(address, backend.locking) });
    }
  }
}
