/** First Terraform and OpenTofu with a lock file beside the state in S3: major and minor version. */
export const oldestTerraform = [1, 10] as const;
