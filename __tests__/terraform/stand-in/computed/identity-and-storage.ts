import {
  arn,
  configured,
  iamId,
  nameOf,
  uuid,
  type ComputedValues,
  type NewResource,
} from "./new-resource";

function aliasName(alias: NewResource): string {
  const name = configured(alias, "name");
  return name === "" ? `alias/${nameOf(alias)}` : name;
}

/** IAM, KMS and S3. */
export const identityAndStorage: Readonly<Record<string, ComputedValues>> = {
  aws_iam_role: (role) => {
    const name = nameOf(role);
    const path = configured(role, "path") || "/";
    return {
      arn: arn(role, "iam", `role${path}${name}`, { region: "" }),
      id: name,
      name,
      unique_id: iamId(role, "AROA"),
      create_date: "2026-01-01T00:00:00Z",
    };
  },
  aws_iam_role_policy: (policy) => {
    const name = nameOf(policy);
    return { id: `${configured(policy, "role")}:${name}`, name };
  },
  aws_iam_role_policy_attachment: (attachment) => ({
    id: `${configured(attachment, "role")}/${configured(attachment, "policy_arn")}`,
  }),
  aws_iam_policy: (policy) => {
    const name = nameOf(policy);
    const own = arn(policy, "iam", `policy${configured(policy, "path") || "/"}${name}`, {
      region: "",
    });
    return { arn: own, id: own, name, policy_id: iamId(policy, "ANPA"), attachment_count: 0 };
  },
  aws_kms_key: (key) => {
    const id = uuid(key);
    return { arn: arn(key, "kms", `key/${id}`), id, key_id: id, multi_region: false };
  },
  aws_kms_alias: (alias) => {
    const name = aliasName(alias);
    const target = configured(alias, "target_key_id");
    return {
      arn: arn(alias, "kms", name),
      id: name,
      name,
      target_key_arn: target.startsWith("arn:") ? target : arn(alias, "kms", `key/${target}`),
    };
  },
  aws_s3_bucket: (bucket) => {
    const name = nameOf(bucket, "bucket");
    return {
      arn: arn(bucket, "s3", name, { region: "", account: "" }),
      id: name,
      bucket: name,
      bucket_domain_name: `${name}.s3.amazonaws.com`,
      bucket_regional_domain_name: `${name}.s3.${bucket.region}.amazonaws.com`,
      bucket_region: bucket.region,
      object_lock_enabled: false,
    };
  },
};

/** The settings of a bucket carry the bucket's name as their id. */
export const bucketSetting: ComputedValues = (setting) => ({ id: configured(setting, "bucket") });
