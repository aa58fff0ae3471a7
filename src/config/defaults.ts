/** Begins the name of every resource unless said otherwise. */
export const defaultNamePrefix = "signin-alerts";

/** Begins the name of every stack unless said otherwise. */
export const defaultStackPrefix = "signin";

/** The role that AWS Organizations makes in the accounts it creates. */
export const defaultRoleName = "OrganizationAccountAccessRole";

/** Instead of the name of a role: the credentials that Terraform is started with. */
export const noRole = "none";

/** Versions of the AWS provider that this package is tested with. */
export const defaultProviderVersion = ">= 6.25.0, < 7.0.0";

/** First Terraform and OpenTofu with a lock file beside the state in S3. */
export const requiredTerraformVersion = ">= 1.10.0";
