import { bucketArn, objectArn } from "../aws/arn";
import { partitionOfRegion } from "../aws/regions";
import type { StackDocument } from "../coverage";
import { listIn, objectIn, textIn } from "../json/value";
import { deploying, planning, type Permission } from "./permission";

/** What reading and writing the state of a stack takes, and where it is. */
export interface StatePermissions {
  readonly permissions: readonly Permission[];
  /** Role that the backend assumes. @default - what Terraform is started with */
  readonly role?: string;
}

/**
 * What the backend of a stack needs. A plan reads the state and takes no lock: it runs with `-lock=false`.
 * @see https://developer.hashicorp.com/terraform/language/backend/s3
 */
export function statePermissions({ document }: StackDocument): StatePermissions {
  const settings = listIn(document["terraform"]).flatMap((block) =>
    listIn(objectIn(objectIn(block)["backend"])["s3"]),
  );
  const s3 = objectIn(settings[0]);
  const [bucket, key] = [textIn(s3["bucket"]), textIn(s3["key"])];
  if (bucket === undefined || key === undefined) return { permissions: [] };
  const partition = partitionOfRegion(textIn(s3["region"]) ?? "us-east-1");
  const state = objectArn(partition, bucket, key);
  const encryption = textIn(s3["kms_key_id"]);
  const [assumed] = listIn(s3["assume_role"]).map(objectIn);
  const role = textIn(assumed?.["role_arn"]) ?? textIn(s3["role_arn"]);
  const call = (uses: Permission["uses"], action: string, resource: string): Permission => ({
    uses,
    action,
    resource,
    conditions: {},
  });
  return {
    ...(role !== undefined && { role }),
    permissions: [
      call(planning, "s3:ListBucket", bucketArn(partition, bucket)),
      call(planning, "s3:GetObject", state),
      call(deploying, "s3:PutObject", state),
      ...(s3["use_lockfile"] === true
        ? ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"].map((action) =>
            call(deploying, action, `${state}.tflock`),
          )
        : []),
      ...(encryption === undefined
        ? []
        : [
            call(planning, "kms:Decrypt", encryption),
            call(deploying, "kms:GenerateDataKey", encryption),
          ]),
    ],
  };
}
