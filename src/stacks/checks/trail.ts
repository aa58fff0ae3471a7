import { parseArn } from "../../aws";
import type { Problem } from "../../config/problem";
import { logGroupName } from "../../plan/trail";
import type { ConfigurationDraft } from "../../config/checks/draft";
import { checkWholeNumber } from "../../config/checks/whole-number";

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const logRetentionDays = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
  3288, 3653,
];

/** Expiration of an S3 object is a 32-bit number of days. */
const longestRetention = 2 ** 31 - 1;

function checkRetention(days: number | undefined): readonly Problem[] {
  if (days === undefined) return [];
  if (Number.isInteger(days) && days >= 1 && days <= longestRetention) return [];
  return [
    {
      path: ["trail", "retentionDays"],
      value: days,
      problem: "log files cannot be kept for this long",
      allowed: `a whole number of days, 1 to ${longestRetention}`,
      fix: "give the days after which log files are deleted, such as 365",
    },
  ];
}

function checkLogRetention(days: number | undefined): readonly Problem[] {
  if (days === undefined || logRetentionDays.includes(days)) return [];
  const longer = logRetentionDays.find((offered) => offered > days);
  return [
    {
      path: ["trail", "logRetentionDays"],
      value: days,
      problem: "CloudWatch Logs does not offer this retention",
      allowed: `${logRetentionDays.join(", ")} (0: no log group)`,
      fix: `choose ${longer ?? Math.max(...logRetentionDays)}`,
    },
  ];
}

function checkObjectLock({ trail }: ConfigurationDraft): readonly Problem[] {
  if (trail?.type !== "create" || trail.objectLockDays === undefined) return [];
  const most = Math.min(trail.retentionDays ?? 365, 36_500);
  return checkWholeNumber(["trail", "objectLockDays"], trail.objectLockDays, {
    least: 1,
    most,
    unit: "days",
    problem: "log files cannot be locked for this long: they are deleted after retentionDays",
    fix: "lock them for fewer days, or let retentionDays be more",
  });
}

function checkDeadLetters({ trail }: ConfigurationDraft): readonly Problem[] {
  if (trail?.type !== "create" || trail.logRetentionDays !== 0) return [];
  if (trail.logDeadLetters !== true) return [];
  return [
    {
      path: ["trail", "logDeadLetters"],
      value: true,
      problem: "without a log group no alarm can see the dead letters that the trail records",
      allowed: "false, or logRetentionDays of more than 0",
      fix: "remove logDeadLetters, or let logRetentionDays be more than 0",
    },
  ];
}

/** The log group of an existing trail is in the account and home region of that trail. */
function checkLogGroup({ trail, organization, hub }: ConfigurationDraft): readonly Problem[] {
  if (trail?.type !== "existing" || trail.logGroupArn === undefined) return [];
  const account = trail.account ?? organization?.managementAccount;
  const region = trail.homeRegion ?? hub?.region;
  const arn = parseArn(trail.logGroupArn);
  const common = {
    path: ["trail", "logGroupArn"],
    value: trail.logGroupArn,
    allowed: `arn:aws:logs:${region ?? "REGION"}:${account ?? "ACCOUNT"}:log-group:NAME`,
  };
  if (arn?.service !== "logs" || logGroupName(trail.logGroupArn) === undefined) {
    return [
      {
        ...common,
        problem: "this is not the ARN of a log group",
        fix: "copy it from the trail's page in the CloudTrail console",
      },
    ];
  }
  if (account === undefined || region === undefined) return [];
  if (arn.account === account && arn.region === region) return [];
  return [
    {
      ...common,
      problem: `the log group is in ${arn.account} ${arn.region}, the trail in ${account} ${region}: a trail writes to its own account and home region only`,
      fix: "correct the ARN, or say where the trail is in trail.account and trail.homeRegion",
    },
  ];
}

/** Retention and protection of the trail to make, and the log group of one that is there. */
export function checkTrail(props: ConfigurationDraft): readonly Problem[] {
  const { trail } = props;
  const made =
    trail?.type === "create"
      ? [...checkRetention(trail.retentionDays), ...checkLogRetention(trail.logRetentionDays)]
      : [];
  return [...made, ...checkObjectLock(props), ...checkDeadLetters(props), ...checkLogGroup(props)];
}
