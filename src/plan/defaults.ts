import { defaultHeartbeatHours } from "../guards";
import { longestRetry } from "../../modules/retry-policy";

/** What a key that is left out stands for, where that is a constant. */
export const defaults = {
  /** Begins the name of every resource. */
  namePrefix: "signin-alerts",
  /** Begins the name of every stack. */
  stackPrefix: "signin",
  /** The role that AWS Organizations creates in the accounts it creates. */
  roleName: "OrganizationAccountAccessRole",
  /** Versions of the AWS provider that this package is tested with. */
  providerVersion: ">= 6.25.0, < 7.0.0",
  regionStrategy: "provider-per-region",
  message: "standard",
  heartbeatHours: defaultHeartbeatHours,
  retrySeconds: longestRetry.maximumEventAgeInSeconds,
  retryAttempts: longestRetry.maximumRetryAttempts,
  /** Days after which log files are deleted. */
  retentionDays: 365,
  /** Days that CloudWatch Logs keeps events. */
  logRetentionDays: 90,
  /** Sign-ins within five minutes that raise an alarm. */
  signIns: 1,
  /** Failed sign-ins within five minutes that raise an alarm. */
  failures: 5,
  aggregation: "NONE",
} as const;

/** Instead of the name of a role: the credentials that Terraform is started with. */
export const noRole = "none";
