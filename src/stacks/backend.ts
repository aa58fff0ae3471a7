import {
  CloudBackend,
  LocalBackend,
  NamedCloudWorkspace,
  S3Backend,
  type TerraformStack,
} from "cdktf";
import type { BackendPlan } from "../plan";

/** Gives a stack the backend, under a key that is the stack's own. */
export function useBackend(stack: TerraformStack, name: string, backend: BackendPlan): void {
  switch (backend.type) {
    case "local":
      // Relative, because cdktf's default is an absolute path, which differs from clone to clone.
      new LocalBackend(stack, { path: `../../../terraform.${name}.tfstate` });
      return;
    case "s3":
      new S3Backend(stack, {
        bucket: backend.bucket,
        region: backend.region,
        key: `${backend.keyPrefix}/${name}.tfstate`,
        encrypt: true,
      });
      // Newer than cdktf: a lock beside the state file, with no table.
      stack.addOverride("terraform.backend.s3.use_lockfile", true);
      return;
    case "cloud":
      new CloudBackend(stack, {
        organization: backend.organization,
        workspaces: new NamedCloudWorkspace(name),
        ...(backend.hostname !== undefined && { hostname: backend.hostname }),
      });
  }
}
