import { parseArn } from "../../aws";
import { FILTER_PATTERN_LIMIT } from "../../aws/logs";
import { mostFilters, signInLogGuards } from "../../guards";
import { defaults } from "../defaults";
import type { Check } from "./checked";

/** Log files are locked while they are kept, not longer. */
const checkObjectLock: Check = ({ plan: { trail } }) => {
  const { objectLockDays: value = 0, retentionDays = defaults.retentionDays } = trail.created ?? {};
  if (value <= retentionDays) return [];
  return [
    {
      path: ["trail", "objectLockDays"],
      value,
      problem: "log files cannot be locked for this long: they are deleted after retentionDays",
      allowed: `a whole number of days, 1 to ${retentionDays}`,
      fix: `lock them for fewer days, ${retentionDays} at most, or let retentionDays be more`,
      edits: [{ path: ["trail", "objectLockDays"], set: retentionDays }],
    },
  ];
};

/** A bucket that logs who reads it into itself grows without an end. */
const checkAccessLogs: Check = ({ plan: { trail } }) => {
  const { accessLogBucketName, bucketName } = trail.created ?? {};
  if (accessLogBucketName === undefined || accessLogBucketName !== bucketName) return [];
  return [
    {
      path: ["trail", "accessLogBucketName"],
      value: accessLogBucketName,
      problem: "access logs would go to the trail's own bucket, and each of them be logged again",
      allowed: "an existing bucket of the account and region of the trail, not the trail's own",
      fix: "name another bucket, or remove accessLogBucketName",
      edits: [{ path: ["trail", "accessLogBucketName"], remove: true }],
    },
  ];
};

/** A bucket that keeps the state by which it is created would have to be there before it is. */
const checkStateBucket: Check = ({ draft: { backend }, plan: { trail } }) => {
  const bucket = trail.created?.bucketName;
  if (backend?.type !== "s3" || bucket === undefined || backend.bucket !== bucket) return [];
  return [
    {
      path: ["backend", "bucket"],
      value: bucket,
      problem: "the trail's stack creates this bucket, so no state can be in it before",
      allowed: "an existing bucket, not the trail's own",
      fix: "name another bucket, or let trail.bucketName be another",
    },
  ];
};

/** Dead-letter messages that are recorded though no alarm can see them. */
const checkDeadLetters: Check = ({ draft: { trail }, plan, knows }) => {
  const isCreated = trail?.type === "create" && trail.logDeadLetters === true;
  const isExisting = trail?.type === "existing" && trail.logsDeadLetters === true;
  if ((!isCreated && !isExisting) || plan.trail.logPath || !knows("trail")) return [];
  const [key, remedy] = isExisting
    ? ["logsDeadLetters", "give the log group of the trail in logGroupArn"]
    : ["logDeadLetters", "let logRetentionDays be more than 0"];
  const path = ["trail", key];
  return [
    {
      path,
      value: true,
      problem:
        "without a log group no alarm can see the dead-letter messages that the trail records",
      allowed: "false, or a trail with a log group",
      fix: `remove ${key}, or ${remedy}`,
      edits: [{ path, remove: true }],
    },
  ];
};

/** The log group of an existing trail is in the account and home region of that trail. */
const checkLogGroupPlace: Check = ({ draft: { trail }, plan, knows }) => {
  if (trail?.type !== "existing" || !knows("organization", "hub", "trail")) return [];
  const { account, region } = plan.trail.place;
  const arn = parseArn(trail.logGroupArn ?? "");
  if (!arn || (arn.account === account && arn.region === region)) return [];
  return [
    {
      path: ["trail", "logGroupArn"],
      value: trail.logGroupArn,
      problem: `the log group is in ${arn.account} ${arn.region}, the trail in ${account} ${region}: a trail writes to its own account and home region only`,
      allowed: `arn:${plan.partition}:logs:${region}:${account}:log-group:NAME`,
      fix: "correct the ARN, or set trail.account and trail.homeRegion to those of the trail",
    },
  ];
};

/** Alarms that are asked for though the log group to look in is missing. */
const checkLogGroup: Check = ({ draft, plan, knows }) => {
  if (draft.logAlarms === undefined || plan.trail.logPath || !knows("trail")) return [];
  return [
    {
      path: ["logAlarms"],
      value: undefined,
      problem: "the log group to look for sign-ins in is missing",
      allowed: "a trail with a log group",
      fix: plan.trail.created
        ? "remove logAlarms, or let trail.logRetentionDays be more than 0"
        : "remove logAlarms, or give the log group of the existing trail in trail.logGroupArn",
      edits: [{ path: ["logAlarms"], remove: true }],
    },
  ];
};

/** Why guards cannot be created for what is watched. */
function refusal(make: () => unknown): string | undefined {
  try {
    make();
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

/** Users whose names do not fit into one filter pattern. */
const checkUsers: Check = ({ draft: { logAlarms } }) =>
  (logAlarms?.users ?? []).flatMap((user, i) => {
    const userNames = (user?.userNames ?? []).filter((name) => name !== undefined);
    const watchedUsers = [{ name: "x", userNames }];
    const problem =
      userNames.length === 0
        ? undefined
        : refusal(() => signInLogGuards({ namePrefix: "x", logGroupName: "x", watchedUsers }));
    if (problem === undefined) return [];
    return [
      {
        path: ["logAlarms", "users", i, "userNames"],
        value: `${userNames.length} names`,
        problem,
        allowed: `names that fit into a filter pattern of ${FILTER_PATTERN_LIMIT} characters`,
        fix: "divide the names into several entries, each with a name of its own",
      },
    ];
  });

/** Accounts of many different region lists need more filters than a log group may have. */
const checkFilterCount: Check = (checked) => {
  const { plan, knows } = checked;
  const { log } = plan.trail.logPath ?? {};
  if (!log || !knows("accounts", "regions", "rollout", "logAlarms")) return [];
  if (checkUsers(checked).length > 0) return [];
  const isImpossible = plan.guards.some(({ impossible }) => impossible !== undefined);
  const { length } = plan.guards
    .flatMap(({ filters }) => filters)
    .filter(({ logGroupName }) => logGroupName === log.logGroupName);
  if (!isImpossible && length <= mostFilters) return [];
  const count = isImpossible ? "more than a log group may have" : length;
  return [
    {
      path: ["accounts"],
      value: `${plan.accounts.length} accounts`,
      problem: `the trail's log group would have ${count} metric filters, because many accounts are covered in different regions`,
      allowed: `at most ${mostFilters} metric filters in a log group`,
      fix: "give accounts the same regions, watch fewer users, or set logAlarms: { uncovered: false } to do without the alarm that needs them, or trail.logRetentionDays: 0 to do without the log path",
    },
  ];
};

/** The trail, and what its log group is searched for. */
export const logPathChecks: readonly Check[] = [
  checkObjectLock,
  checkAccessLogs,
  checkStateBucket,
  checkDeadLetters,
  checkLogGroupPlace,
  checkLogGroup,
  checkUsers,
  checkFilterCount,
];
