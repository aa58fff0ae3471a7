/**
 * Arguments and blocks that came with version 6 of the AWS provider, by type; every type has `region` besides.
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade
 */
export const newerArguments: Readonly<Record<string, readonly string[]>> = {
  aws_cloudwatch_event_bus: ["log_config"],
  aws_cloudwatch_log_group: ["deletion_protection_enabled"],
  aws_cloudwatch_log_metric_filter: [
    "apply_on_transformed_logs",
    "emit_system_field_dimensions",
    "field_selection_criteria",
  ],
  aws_s3_bucket_public_access_block: ["skip_destroy"],
};

/** Runtimes of functions that the last version 5 does not know. */
export const newerRuntimes: readonly string[] = ["nodejs24.x"];
