import type { Problem } from "../problem";
import type { ConfigurationDraft } from "./draft";

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

/** Retention of the trail to make. */
export function checkTrail({ trail }: ConfigurationDraft): readonly Problem[] {
  if (trail?.type !== "create") return [];
  return [...checkRetention(trail.retentionDays), ...checkLogRetention(trail.logRetentionDays)];
}
