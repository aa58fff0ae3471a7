import { parseArn } from "../../aws";
import type { Problem } from "../../config/problem";
import type { ConfigurationDraft } from "../../config/draft";

function checkObjectLock({ trail }: ConfigurationDraft): readonly Problem[] {
  if (trail?.type !== "create" || trail.objectLockDays === undefined) return [];
  const { objectLockDays: value, retentionDays = 365 } = trail;
  if (value <= retentionDays) return [];
  return [
    {
      path: ["trail", "objectLockDays"],
      value,
      problem: "log files cannot be locked for this long: they are deleted after retentionDays",
      allowed: `a whole number of days, 1 to ${retentionDays}`,
      fix: "lock them for fewer days, or let retentionDays be more",
    },
  ];
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
  if (account === undefined || region === undefined || !arn) return [];
  if (arn.account === account && arn.region === region) return [];
  return [
    {
      path: ["trail", "logGroupArn"],
      value: trail.logGroupArn,
      allowed: `arn:aws:logs:${region}:${account}:log-group:NAME`,
      problem: `the log group is in ${arn.account} ${arn.region}, the trail in ${account} ${region}: a trail writes to its own account and home region only`,
      fix: "correct the ARN, or say where the trail is in trail.account and trail.homeRegion",
    },
  ];
}

/** Protection of the trail to create, and the log group of one that exists. */
export function checkTrail(props: ConfigurationDraft): readonly Problem[] {
  return [...checkObjectLock(props), ...checkDeadLetters(props), ...checkLogGroup(props)];
}
