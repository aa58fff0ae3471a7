import { cisChoices } from "../../guards";
import { accountId, userName } from "../forms/accounts";
import { alarmName, bucketName } from "../forms/names";
import { logGroupArn, topicArn } from "../forms/recipients";
import { homeRegion } from "../forms/regions";
import { choice, flag, group, list, number, text, texts, variants } from "./key";
import { logRetention } from "./log-retention";

const place = {
  account: text("Account of the trail: management or a delegated administrator.", {
    form: accountId,
    otherwise: "the management account",
  }),
  homeRegion: text("Home region of the trail.", {
    form: homeRegion,
    otherwise: "the hub region",
  }),
} as const;

const created = group(
  "A trail that this package creates.",
  {
    ...place,
    bucketName: text("Name of the bucket to create.", {
      form: bucketName,
      otherwise: "name prefix, account and region",
    }),
    accessLogBucketName: text(
      "Name of an existing bucket in the account and region of the trail, to which S3 writes who read or changed log files. Its policy must let `logging.s3.amazonaws.com` write, and it must not be the trail's own.",
      { form: bucketName, otherwise: "no access logs" },
    ),
    retentionDays: number("Days after which log files are deleted.", {
      // Expiration of an S3 object is a 32-bit number of days.
      limits: { least: 1, most: 2 ** 31 - 1 },
      unit: "days",
      default: 365,
      fault: {
        problem: "log files cannot be kept for this long",
        fix: "give the days after which log files are deleted, such as 365",
      },
    }),
    logReadEvents: flag(
      "Whether the trail logs read-only events, which are many. No alert is missing without them, but CIS 3.1 and Security Hub's CloudTrail.1 fail: see docs/controls.md.",
      {
        otherwise: "where an alert kind that is on needs them",
      },
    ),
    logRetentionDays: number("Days that CloudWatch Logs keeps events.", {
      ...logRetention,
      default: 90,
    }),
    objectLockDays: number(
      "Days in which no user, not even root, can delete a log file; no more than `retentionDays`. Can be switched on only when the bucket is created.",
      {
        limits: { least: 1, most: 36_500 },
        unit: "days",
        otherwise: "log files can be deleted",
        fault: {
          problem: "log files cannot be locked for this long: they are deleted after retentionDays",
          fix: "lock them for fewer days, or let retentionDays be more",
        },
      },
    ),
    deletionProtection: flag("Whether Terraform refuses to destroy trail, bucket and key.", {
      default: true,
    }),
    logDeadLetters: flag(
      "Whether the trail records what is sent to the forwarders' dead-letter queues, so that one alarm sees those of all accounts and regions. AWS bills $0.10 per 100,000 dead-letter messages.",
      { otherwise: "true, where there is a log group" },
    ),
  },
  { as: "CreatedTrail" },
);

const existing = group(
  "A trail that exists, such as Control Tower's: none is created.",
  {
    ...place,
    logsReadEvents: flag("Whether the trail logs read-only events.", { default: false }),
    logsDeadLetters: flag(
      "Whether it records `SendMessage` to the forwarders' dead-letter queues.",
      { default: false },
    ),
    logGroupArn: text(
      "ARN of the trail's log group, with or without `:*`, to look for sign-ins in.",
      { form: logGroupArn, otherwise: "no log path" },
    ),
  },
  { as: "ExistingTrail" },
);

const events = {
  limits: { least: 0, most: 1_000_000 },
  unit: "events in five minutes",
  zero: "no alarm",
  fault: {
    problem: "an alarm cannot be raised by this number",
    fix: "set 1 for every one, a greater number for many at once, 0 for no alarm",
  },
} as const;

/** The organization trail, and what its log group is searched for. */
export const trailKeys = {
  trail: variants(
    "The organization trail.",
    { create: created, existing },
    { otherwise: "one is created" },
  ),
  logAlarms: group(
    "The log path: alarms on what the trail's log group is searched for.",
    {
      signIns: number("Sign-ins that raise the alarm.", { ...events, default: 1 }),
      failures: number("Failed sign-ins that raise the alarm.", { ...events, default: 5 }),
      cis: choice(
        "Alarms in the form that Security Hub CSPM and the CIS benchmark want: `on` for root usage, sign-in without MFA, authentication failures and changes of trails; `all` for the other controls of monitoring, too.",
        cisChoices,
        { default: "on" },
      ),
      uncovered: flag("Whether a sign-in where none is forwarded raises an alarm.", {
        default: true,
      }),
      users: list(
        "IAM users whose every sign-in raises an alarm of their own.",
        group(
          "Users that are watched together.",
          {
            name: text("Part of the alarm's name.", { required: true, form: alarmName }),
            userNames: texts("Names of IAM users, the same in every account.", userName, {
              required: true,
              size: {
                least: 1,
                unit: "names of IAM users",
                fault: {
                  problem: "this alarm would watch no user",
                  fix: "name users, or remove the entry",
                },
              },
            }),
          },
          { as: "WatchedUsers" },
        ),
        {
          otherwise: "none",
          once: {
            by: "name",
            noun: "name",
            problem: () => "two alarms would have one name",
            fix: "rename one of the two, or join their users",
            isRenamed: true,
          },
        },
      ),
      topicArn: text(
        "ARN of an existing topic in the trail's account and home region. Its policy must let CloudWatch publish.",
        { form: topicArn, otherwise: "one is created" },
      ),
    },
    {
      as: "LogAlarms",
      otherwise: "any sign-in, five failures in five minutes, sign-ins where none is forwarded",
    },
  ),
};
