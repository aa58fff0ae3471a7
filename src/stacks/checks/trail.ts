import type { Problem } from "../problem";
import type { SignInAlertsProps } from "../props";

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const logRetentionDays = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
  3288, 3653,
];

/** Account, retention and bucket of the trail to make. */
export function checkTrail({ trail, accounts }: Partial<SignInAlertsProps>): readonly Problem[] {
  if (trail?.type !== "create") return [];
  const problems: Problem[] = [];
  const { account, retentionDays, logRetentionDays: logDays } = trail;
  if (account !== undefined && accounts && !accounts.some(({ id }) => id === account)) {
    problems.push({
      path: ["trail", "account"],
      value: account,
      problem: "the account that makes the trail is not in the list of accounts",
      allowed: `the management account or a delegated administrator: one of ${accounts.map(({ id }) => id).join(", ")}`,
      fix: "add the account, or leave the key out for the management account",
    });
  }
  if (retentionDays !== undefined && !(Number.isInteger(retentionDays) && retentionDays >= 1)) {
    problems.push({
      path: ["trail", "retentionDays"],
      value: retentionDays,
      problem: "log files cannot be kept for this long",
      allowed: "a whole number of days, at least 1",
      fix: "give the days after which log files are deleted, such as 365",
    });
  }
  if (logDays !== undefined && !logRetentionDays.includes(logDays)) {
    problems.push({
      path: ["trail", "logRetentionDays"],
      value: logDays,
      problem: "CloudWatch Logs does not offer this retention",
      allowed: `${logRetentionDays.join(", ")} (0: no log group)`,
      fix: "choose the next longer one",
    });
  }
  return problems;
}
