import { listIn, objectIn, type Json } from "../../json/value";
import { argumentNames, shown, unknownIn } from "./block-arguments";

/** Places for states that Terraform 1.11 and OpenTofu know. */
const sorts: ReadonlySet<string> = new Set(
  "local remote azurerm consul cos gcs http inmem kubernetes oss pg s3".split(" "),
);

/** Arguments of those that are known here; what only OpenTofu or an older Terraform has is among them. */
const known: Readonly<Record<string, ReadonlySet<string>>> = {
  local: argumentNames("path workspace_dir"),
  cloud: argumentNames("organization hostname token workspaces"),
  s3: argumentNames(
    [
      "bucket key region acl access_key secret_key token profile encrypt kms_key_id sse_customer_key",
      "dynamodb_table use_lockfile endpoint endpoints sts_endpoint iam_endpoint dynamodb_endpoint sts_region",
      "ec2_metadata_service_endpoint ec2_metadata_service_endpoint_mode skip_credentials_validation",
      "skip_requesting_account_id skip_metadata_api_check skip_region_validation skip_s3_checksum",
      "shared_credentials_file shared_credentials_files shared_config_files custom_ca_bundle http_proxy",
      "https_proxy no_proxy insecure max_retries retry_mode use_path_style force_path_style use_fips_endpoint",
      "use_dualstack_endpoint use_legacy_workflow workspace_key_prefix allowed_account_ids",
      "forbidden_account_ids assume_role assume_role_with_web_identity role_arn session_name external_id",
      "assume_role_duration_seconds assume_role_policy assume_role_policy_arns assume_role_tags",
      "assume_role_transitive_tag_keys",
    ].join(" "),
  ),
};

/**
 * What Terraform refuses of the place of a state. What is missing may be given to `terraform init`.
 * @see https://developer.hashicorp.com/terraform/language/backend
 */
export function backendProblems(settings: Json): readonly string[] {
  const backends = listIn(settings["backend"]).flatMap((each) => Object.entries(objectIn(each)));
  const unknown = backends
    .filter(([sort]) => sort !== "//" && !sorts.has(sort))
    .map(([sort]) => `backend.${shown(sort)}: there is no such backend`);
  const clouds = listIn(settings["cloud"]).map((each) => ["cloud", each] as const);
  return [
    ...unknown,
    ...[...backends, ...clouds].flatMap(([sort, blocks]) =>
      listIn(blocks).flatMap((block) => problemsOf(sort, objectIn(block))),
    ),
  ];
}

function problemsOf(sort: string, block: Json): readonly string[] {
  const names = Object.hasOwn(known, sort) ? known[sort] : undefined;
  const { key, path, bucket } = block;
  return [
    ...(names === undefined ? [] : unknownIn(block, names)).map((each) => `${sort}: ${each}`),
    ...(sort === "s3" && typeof key === "string" && /^\/|\/$|^$/u.test(key)
      ? [`s3.key must neither be empty nor begin or end with a slash, and is ${shown(key)}`]
      : []),
    ...(sort === "s3" && bucket === "" ? ["s3.bucket must not be empty"] : []),
    ...(sort === "local" && (path === "" || typeof (path ?? "") === "object")
      ? [`local.path must be a path, not ${shown(path)}`]
      : []),
  ];
}
