/* eslint-disable max-lines -- Written by npm run docs from src/config/keys. */

import type { SlackChannel, TeamsChannel } from "../aws/chat-channels";
import type { EmailContact, NotificationAggregation } from "../aws/notification-contacts";
import type { MessageFormat, MessageStyle, Severity } from "../catalog";
import type { WatchedUsers } from "../guards";

/** An account whose sign-ins are to be known. */
export interface Account {
  /** Account id. Allowed: 12 digits in quotes, such as "111111111111". */
  readonly id: string;
  /** What people call the account. No resource depends on it. Allowed: a text that is not empty. */
  readonly name: string;
  /**
   * What the account is, such as `env: prod`, for routes to choose by.
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Regions without opt-in to cover in this account. Allowed: 1 or more regions, each a region that
   * needs no opt-in, such as eu-central-1.
   * @default - the organization's regions
   */
  readonly regions?: readonly string[];
  /**
   * Opt-in regions that are enabled in this account, covered as well. Allowed: each a region that
   * needs opt-in, such as eu-south-1.
   * @default - none
   */
  readonly optInRegions?: readonly string[];
  /**
   * Regions that AWS opened after this version was released and that are enabled in this account,
   * covered as well. Neither this version nor Terraform can tell whether they exist: a misspelt one
   * fails when it is deployed. Name them in `optInRegions` after an upgrade. Allowed: each the name
   * of a region that this version does not know, such as ap-south-9.
   * @default - none
   */
  readonly newRegions?: readonly string[];
  /**
   * Role that Terraform assumes in this account, or `none` for the credentials that it is started
   * with. Allowed: 1 to 64 letters, digits and + = , . @ _ - (after its path, if any), or none.
   * @default - the organization's role
   */
  readonly roleName?: string;
  /**
   * External id that Terraform sends where it assumes the role of this account. Allowed: 2 to 1224
   * letters, digits and + = , . @ : / _ -.
   * @default - the organization's external id
   */
  readonly externalId?: string;
  /**
   * Profile that Terraform takes its first credentials from for this account. Allowed: 1 to 128
   * letters, digits and + = , . @ : / _ -.
   * @default - the organization's profile
   */
  readonly profile?: string;
  /**
   * Regions where sign-ins are recorded, or that the account has opted in to, that it deliberately
   * leaves uncovered.
   * @default - none
   */
  readonly acceptMissingRegions?: readonly string[];
  /**
   * Unit of the rollout that holds the account: AWS CloudFormation covers it, and it gets no stack
   * of its own.
   * @default - the account has a stack of its own
   */
  readonly organizationalUnit?: string;
  /**
   * Regions that were covered before: Terraform keeps a provider there until all is destroyed.
   * Remove them after the deployment. Allowed: each a region of AWS, such as eu-central-1.
   * @default - none
   */
  readonly retiredRegions?: readonly string[];
}

/** Accounts that are left out on purpose: `signin-alerts discover` does not ask for them. */
export interface AcceptUncovered {
  /**
   * Ids of accounts that are not in `accounts`. Allowed: 1 or more accounts, each 12 digits in
   * quotes, such as "111111111111".
   * @default - none
   */
  readonly accounts?: readonly string[];
  /**
   * Ids of units; the accounts of units below them are left out, too. Allowed: 1 or more units, each
   * an id such as ou-ab12-c3d4e5f6, or r-ab12 for the root.
   * @default - none
   */
  readonly organizationalUnits?: readonly string[];
  /** Why. Allowed: a few words. */
  readonly reason: string;
}

/** Each account that is listed has its own stack. */
export interface TerraformRollout {
  readonly type: "terraform";
}

/** AWS CloudFormation covers organizational units, accounts that join later included. */
export interface StackSetRollout {
  readonly type: "stack-set";
  /**
   * Ids of units, or of the root. Allowed: 1 to 50 units, each an id such as ou-ab12-c3d4e5f6, or
   * r-ab12 for the root.
   */
  readonly organizationalUnits: readonly string[];
  /**
   * Account that administers the stack set: a delegated administrator's. Allowed: 12 digits in
   * quotes, such as "111111111111".
   * @default - the management account
   */
  readonly account?: string;
  /**
   * Opt-in regions that every account of the units has enabled, covered as well. Allowed: each a
   * region that needs opt-in, such as eu-south-1.
   * @default - none
   */
  readonly optInRegions?: readonly string[];
  /**
   * Accounts that the units hold, the listed ones included, for counting heartbeats. Allowed: a
   * whole number of accounts, 1 to 1000000.
   * @default - the listed ones
   */
  readonly accounts?: number;
}

/** A trail that this package creates. */
export interface CreatedTrail {
  readonly type: "create";
  /**
   * Account of the trail: management or a delegated administrator. Allowed: 12 digits in quotes,
   * such as "111111111111".
   * @default - the management account
   */
  readonly account?: string;
  /**
   * Home region of the trail. Allowed: a region that needs no opt-in, such as eu-central-1.
   * @default - the hub region
   */
  readonly homeRegion?: string;
  /**
   * Name of the bucket to create. Allowed: 3 to 63 lower-case letters, digits, dots and hyphens,
   * ending with a letter or digit.
   * @default - name prefix, account and region
   */
  readonly bucketName?: string;
  /**
   * Name of an existing bucket in the account and region of the trail, to which S3 writes who read
   * or changed log files. Its policy must let `logging.s3.amazonaws.com` write, and it must not be
   * the trail's own. Allowed: 3 to 63 lower-case letters, digits, dots and hyphens, ending with a
   * letter or digit.
   * @default - no access logs
   */
  readonly accessLogBucketName?: string;
  /**
   * Days after which log files are deleted. Allowed: a whole number of days, 1 to 2147483647.
   * @default 365
   */
  readonly retentionDays?: number;
  /**
   * Whether the trail logs read-only events, which are many. No alert is missing without them, but
   * CIS 3.1 and Security Hub's CloudTrail.1 fail: see docs/controls.md.
   * @default - where an alert kind that is on needs them
   */
  readonly logReadEvents?: boolean;
  /**
   * Days that CloudWatch Logs keeps events. Allowed: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365,
   * 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days; 0 for no log group.
   * @default 90
   */
  readonly logRetentionDays?: number;
  /**
   * Days in which no user, not even root, can delete a log file; no more than `retentionDays`. Can
   * be switched on only when the bucket is created. Allowed: a whole number of days, 1 to 36500.
   * @default - log files can be deleted
   */
  readonly objectLockDays?: number;
  /**
   * Whether Terraform refuses to destroy trail, bucket and key.
   * @default true
   */
  readonly deletionProtection?: boolean;
  /**
   * Whether the trail records what is sent to the forwarders' dead-letter queues, so that one alarm
   * sees those of all accounts and regions. AWS bills $0.10 per 100,000 dead-letter messages.
   * @default - true, where there is a log group
   */
  readonly logDeadLetters?: boolean;
}

/** A trail that exists, such as Control Tower's: none is created. */
export interface ExistingTrail {
  readonly type: "existing";
  /**
   * Account of the trail: management or a delegated administrator. Allowed: 12 digits in quotes,
   * such as "111111111111".
   * @default - the management account
   */
  readonly account?: string;
  /**
   * Home region of the trail. Allowed: a region that needs no opt-in, such as eu-central-1.
   * @default - the hub region
   */
  readonly homeRegion?: string;
  /**
   * Whether the trail logs read-only events.
   * @default false
   */
  readonly logsReadEvents?: boolean;
  /**
   * Whether it records `SendMessage` to the forwarders' dead-letter queues.
   * @default false
   */
  readonly logsDeadLetters?: boolean;
  /**
   * ARN of the trail's log group, with or without `:*`, to look for sign-ins in. Allowed:
   * arn:aws:logs:REGION:ACCOUNT:log-group:NAME.
   * @default - no log path
   */
  readonly logGroupArn?: string;
}

/** The log path: alarms on what the trail's log group is searched for. */
export interface LogAlarms {
  /**
   * Sign-ins that raise the alarm. Allowed: a whole number of events in five minutes, 0 to 1000000;
   * 0 for no alarm.
   * @default 1
   */
  readonly signIns?: number;
  /**
   * Failed sign-ins that raise the alarm. Allowed: a whole number of events in five minutes, 0 to
   * 1000000; 0 for no alarm.
   * @default 5
   */
  readonly failures?: number;
  /**
   * Alarms in the form that Security Hub CSPM and the CIS benchmark want: `on` for root usage,
   * sign-in without MFA, authentication failures and changes of trails; `all` for the other controls
   * of monitoring, too.
   * @default "on"
   */
  readonly cis?: "on" | "all" | "off";
  /**
   * Whether a sign-in where none is forwarded raises an alarm.
   * @default true
   */
  readonly uncovered?: boolean;
  /**
   * IAM users whose every sign-in raises an alarm of their own.
   * @default - none
   */
  readonly users?: readonly WatchedUsers[];
  /**
   * ARN of an existing topic in the trail's account and home region. Its policy must let CloudWatch
   * publish. Allowed: arn:aws:sns:REGION:ACCOUNT:NAME.
   * @default - one is created
   */
  readonly topicArn?: string;
}

/** A kind that is on, and what its alerts say. */
export interface KindSettings {
  /**
   * Severity of an alert kind.
   * @default - that of the catalog
   */
  readonly severity?: Severity;
  /**
   * A line in every alert of the kind, such as `Runbook: https://…`: in mails and in chat, not in
   * AWS User Notifications, which accepts no text. Allowed: 1 to 200 characters on one line, without
   * " \ < > { }.
   * @default - none
   */
  readonly note?: string;
}

/**
 * Principals whose sign-ins are a kind of their own, `watch-NAME`, such as those of a break-glass
 * user. Attempts as a user that failed are `watch-NAME-failed`. No other kind has them, and they
 * are never ignored.
 */
export interface WatchEntry {
  /**
   * Part of the names of the kinds. Allowed: 1 to 20 lower-case letters, digits and hyphens,
   * beginning with a letter, not ending with failed; not the name of an alert kind.
   */
  readonly name: string;
  /**
   * Who is watched: users, roles and their sessions, federated users. `*` stands for any account,
   * and for the end of a name. A path is not looked at. Allowed: 1 to 50 principals, each user/NAME,
   * role/NAME, or an ARN; * for any account, or at the end of a name.
   */
  readonly principals: readonly string[];
  /**
   * Severity of an alert kind.
   * @default "critical"
   */
  readonly severity?: Severity;
  /**
   * A line in every alert, such as `Runbook: https://…`. Allowed: 1 to 200 characters on one line,
   * without " \ < > { }.
   * @default - none
   */
  readonly note?: string;
  /**
   * Whether sign-ins by programs (`aws login`, agents) are watched as well. They are read-only
   * events, which the trail then logs, of all principals.
   * @default true
   */
  readonly programs?: boolean;
}

/**
 * What programs among the recipients get, by protocol: `text` as people do, or `json` with a
 * severity and a deduplication key. JSON needs `formatter: true`.
 */
export interface RouteFormats {
  /**
   * What https addresses get.
   * @default "text"
   */
  readonly https?: MessageFormat;
  /**
   * What Lambda functions get.
   * @default "text"
   */
  readonly lambda?: MessageFormat;
  /**
   * What SQS queues get.
   * @default "text"
   */
  readonly sqs?: MessageFormat;
}

/**
 * Some kinds of alert, and who is notified of them: recipients, a topic, or a channel of Slack or
 * Teams.
 */
export interface Route {
  /**
   * Part of the names of topic and rules. Allowed: a lower-case letter, then lower-case letters,
   * digits and hyphens; not trail, operations, trail-alarms.
   */
  readonly name: string;
  /**
   * Alert kinds. Allowed: 1 or more alert kinds, each the name of an alert kind, or watch-NAME of a
   * watch.
   * @default - all that are on
   */
  readonly kinds?: readonly string[];
  /**
   * Kinds of less severity are left out.
   * @default - none is left out
   */
  readonly minSeverity?: Severity;
  /**
   * Accounts that sign-ins are to: ids, names with `*` for any text, or tags such as `env=prod`.
   * Allowed: 1 or more accounts.
   * @default - all
   */
  readonly accounts?: readonly string[];
  /**
   * Accounts that are left out, in the forms of `accounts`. Where that key is missing, the route is
   * of all others, those that are not listed and those that join later included. Allowed: 1 or more
   * accounts.
   * @default - none
   */
  readonly exceptAccounts?: readonly string[];
  /**
   * E-mail and https addresses, ARNs of SQS queues and Lambda functions, phone numbers. E-mail is
   * confirmed by hand, https by its service or by hand; queues and functions must let the topic
   * send. Allowed: 1 or more e-mail addresses or other recipients, each an e-mail address,
   * https://…, var.NAME or the ARN of an SSM parameter for an https address that is a secret, the
   * ARN of an SQS queue or a Lambda function, or a phone number such as +491701234567.
   * @default - another channel must be given
   */
  readonly recipients?: readonly string[];
  /**
   * What programs among the recipients get, by protocol: `text` as people do, or `json` with a
   * severity and a deduplication key. JSON needs `formatter: true`.
   * @default - all get text
   */
  readonly formats?: RouteFormats;
  /**
   * ARN of an existing topic in the hub's account and region, instead of recipients. Allowed:
   * arn:aws:sns:REGION:ACCOUNT:NAME.
   * @default - one is created for the recipients
   */
  readonly topicArn?: string;
  /**
   * Beside `topicArn`: ARN of an existing topic for the kinds that somebody without credentials can
   * cause, so that no flood of failed sign-ins silences the mail about one that succeeds. The same
   * ARN where neither mailboxes nor phones are subscribed. Allowed: arn:aws:sns:REGION:ACCOUNT:NAME.
   * @default - one is created for the recipients
   */
  readonly openTopicArn?: string;
  /**
   * A channel of Slack instead of recipients; its workspace is authorized by hand, once.
   * @default - none
   */
  readonly slack?: SlackChannel;
  /**
   * A channel of Microsoft Teams instead of recipients; its team is authorized by hand, once.
   * @default - none
   */
  readonly teams?: TeamsChannel;
}

/** Sign-ins that no route takes, on purpose: of these kinds, in these accounts. */
export interface AcceptUnrouted {
  /**
   * Alert kinds. Allowed: 1 or more alert kinds, each the name of an alert kind, or watch-NAME of a
   * watch.
   * @default - all that are on
   */
  readonly kinds?: readonly string[];
  /**
   * Accounts that sign-ins are to: ids, names with `*`, or tags; ids of the units of a stack set for
   * accounts that are not listed. Allowed: 1 or more accounts.
   * @default - all
   */
  readonly accounts?: readonly string[];
  /** Why. Every report repeats it. Allowed: a few words. */
  readonly reason: string;
}

/** AWS User Notifications beside the hub, a channel that shares nothing with it. */
export interface NotificationSettings {
  /** Who is notified, each once the address is confirmed. Allowed: 1 to 50 contacts. */
  readonly emails: readonly EmailContact[];
  /**
   * Accounts with a stack of their own, by id, name with `*` or tag. Allowed: 1 or more accounts
   * with a stack of their own.
   * @default - all of them
   */
  readonly accounts?: readonly string[];
  /**
   * Regions where AWS keeps notifications. Empty where the account has notification hubs. Allowed:
   * at most 3 regions, each a region of AWS, such as eu-central-1.
   * @default - the hub region
   */
  readonly hubRegions?: readonly string[];
  /**
   * Gathered into one mail: not at all, for 5 minutes (SHORT) or for 12 hours (LONG).
   * @default "NONE"
   */
  readonly aggregation?: NotificationAggregation;
}

/** Sign-ins of which no recipient is notified, on purpose. All that is given must hold. */
export interface Ignore {
  /**
   * ARN of who signs in, `*` for any text. A sign-in without an ARN is never ignored. Allowed: such
   * as arn:aws:sts::*:assumed-role/deployer/* or arn:aws:iam::111111111111:user/robot.
   * @default - any principal
   */
  readonly principalArn?: string;
  /**
   * Several of them, of which one must be who signs in. Allowed: 1 or more ARNs, each such as
   * arn:aws:sts::*:assumed-role/deployer/* or arn:aws:iam::111111111111:user/robot.
   * @default - any principal
   */
  readonly principalArns?: readonly string[];
  /**
   * Accounts that sign-ins are to: ids, names with `*`, or tags. Allowed: 1 or more accounts.
   * @default - all
   */
  readonly accounts?: readonly string[];
  /**
   * IPv4 block that sign-ins come from. Allowed: an address and a length of 8 to 32, such as
   * 203.0.113.0/24.
   * @default - anywhere
   */
  readonly sourceCidr?: string;
  /**
   * Several of them, of which one must hold the address. Allowed: 1 or more blocks, each an address
   * and a length of 8 to 32, such as 203.0.113.0/24.
   * @default - anywhere
   */
  readonly sourceCidrs?: readonly string[];
  /**
   * Alert kinds. Allowed: each an alert kind that says who acted, not of root.
   * @default - all such that are on
   */
  readonly kinds?: readonly string[];
  /**
   * Last day, at most 3 years ahead; later the configuration is refused. Allowed: a day such as
   * 2027-06-30.
   */
  readonly until: string;
  /** Why. Allowed: a few words. */
  readonly reason: string;
}

/** Who is notified that the path of alerts itself is broken. */
export interface Operations {
  /**
   * Recipients in the forms of a route. Allowed: 1 or more e-mail addresses or other recipients,
   * each an e-mail address, https://…, var.NAME or the ARN of an SSM parameter for an https address
   * that is a secret, the ARN of an SQS queue or a Lambda function, or a phone number such as
   * +491701234567.
   * @default - everybody who is notified of some alert
   */
  readonly recipients?: readonly string[];
  /**
   * ARN of an existing topic in the hub's account and region, instead of recipients. Its policy must
   * let CloudWatch publish. Allowed: arn:aws:sns:REGION:ACCOUNT:NAME.
   * @default - one is created
   */
  readonly topicArn?: string;
}

/**
 * Strategy that the accounts were deployed with, while they change to another: the resources are
 * then moved within the state. Remove it after the deployment.
 */
export type RegionStrategy = "provider-per-region" | "region-argument";

/** Where Terraform keeps the state of each stack. */
export type Backend =
  | {
      readonly type: "local";
    }
  | {
      readonly type: "s3";
      /**
       * Bucket of the state. Allowed: 3 to 63 lower-case letters, digits, dots and hyphens, ending with
       * a letter or digit.
       */
      readonly bucket: string;
      /** Region of that bucket. Allowed: a region of AWS, such as eu-central-1. */
      readonly region: string;
      /**
       * Folder of the state files. Allowed: at most 800 letters, digits, dots, hyphens and underscores,
       * with a slash between folders only; neither . nor .. is a folder.
       * @default - the name prefix
       */
      readonly keyPrefix?: string;
      /**
       * Key in KMS that encrypts the state files. Allowed: the ARN of a key, its id, or an alias such as
       * alias/states.
       * @default - the bucket's default encryption
       */
      readonly kmsKeyId?: string;
      /**
       * Profile that Terraform reads and writes states with: the backend knows nothing of the providers'
       * profiles. Allowed: 1 to 128 letters, digits and + = , . @ : / _ -.
       * @default - the credentials that Terraform is started with
       */
      readonly profile?: string;
      /**
       * Role that Terraform reads and writes states with.
       * @default - no role is assumed
       */
      readonly assumeRole?: {
        /** ARN of the role. Allowed: the ARN of a role, such as arn:aws:iam::111111111111:role/states. */
        readonly roleArn: string;
        /**
         * External id that its trust policy asks for. Not a secret. Allowed: 2 to 1224 letters, digits and
         * + = , . @ : / _ -.
         * @default - none is sent
         */
        readonly externalId?: string;
        /**
         * Name of the session. Allowed: 2 to 64 letters, digits and + = , . @ _ -.
         * @default - Terraform makes one up for each run
         */
        readonly sessionName?: string;
      };
    }
  | {
      readonly type: "cloud";
      /** Organization in HCP Terraform. Allowed: 1 to 40 letters, digits, hyphens and underscores. */
      readonly organization: string;
      /**
       * Host name of Terraform Enterprise. Allowed: a host name without https://, such as
       * app.terraform.io.
       * @default - app.terraform.io
       */
      readonly hostname?: string;
      /**
       * Project that new workspaces are in. Allowed: letters, digits, hyphens and underscores, with
       * single spaces between.
       * @default - the organization's default project
       */
      readonly project?: string;
      /**
       * Stands before the stack's name in that of the workspace. Allowed: 1 to 40 letters, digits,
       * hyphens and underscores.
       * @default - nothing does
       */
      readonly workspacePrefix?: string;
    }
  | {
      readonly type: "azurerm";
      /** Storage account. Allowed: 3 to 24 lower-case letters and digits. */
      readonly storageAccount: string;
      /**
       * Container in the storage account. Allowed: 3 to 63 lower-case letters, digits and single
       * hyphens.
       */
      readonly container: string;
      /**
       * Folder of the state files. Allowed: at most 800 letters, digits, dots, hyphens and underscores,
       * with a slash between folders only; neither . nor .. is a folder.
       * @default - the name prefix
       */
      readonly keyPrefix?: string;
      /**
       * Whether states are read with the rights of the principal itself, through Microsoft Entra ID,
       * rather than with the account's access key.
       * @default true
       */
      readonly azureAd?: boolean;
      /**
       * Resource group of the storage account, by which Terraform looks its key up. Allowed: 2 to 90
       * letters, digits and . ( ) _ -, not ending with a dot.
       * @default - not needed with `azureAd`
       */
      readonly resourceGroup?: string;
      /**
       * Subscription of the storage account. Allowed: an id such as
       * 00000000-0000-0000-0000-000000000000.
       * @default - ARM_SUBSCRIPTION_ID
       */
      readonly subscriptionId?: string;
      /**
       * Tenant of the principal. Allowed: an id such as 00000000-0000-0000-0000-000000000000.
       * @default - ARM_TENANT_ID
       */
      readonly tenantId?: string;
    }
  | {
      readonly type: "gcs";
      /**
       * Bucket of the state. Allowed: 3 to 222 lower-case letters, digits, dots, hyphens and
       * underscores.
       */
      readonly bucket: string;
      /**
       * Folder of the state files. Allowed: at most 800 letters, digits, dots, hyphens and underscores,
       * with a slash between folders only; neither . nor .. is a folder.
       * @default - the name prefix
       */
      readonly keyPrefix?: string;
      /**
       * Key in Cloud KMS that encrypts the state files. Allowed:
       * projects/…/locations/…/keyRings/…/cryptoKeys/….
       * @default - the bucket's default encryption
       */
      readonly kmsKey?: string;
      /**
       * Service account that Terraform acts as. Allowed: the address of a service account, such as
       * states@project.iam.gserviceaccount.com.
       * @default - the account of the credentials
       */
      readonly serviceAccount?: string;
    }
  | {
      readonly type: "http";
      /**
       * What comes before the stack's name in the address of each state. Allowed: https://, a host and a
       * path, without a slash at its end, a user or a question mark.
       */
      readonly address: string;
      /**
       * How a state is locked: by the methods LOCK and UNLOCK at its address; as in GitLab, by POST and
       * DELETE at `/lock` behind it; or not at all, where two runs at once destroy it.
       * @default "methods"
       */
      readonly locking?: "methods" | "gitlab" | "off";
    };

/**
 * A role in every account, without any permission, as which `signin-alerts drill` signs in. Leave
 * the key out for no such role.
 */
export interface DrillSettings {
  /**
   * ARNs of the roles or users that start drills, which may assume the role from within the
   * organization. They must exist before it is deployed. Allowed: 1 or more principals, each the ARN
   * of an IAM role or user, or of an account (arn:aws:iam::111111111111:root), without * and ?, at
   * most 612 characters.
   */
  readonly trustedPrincipals: readonly string[];
  /**
   * External id without which the role cannot be assumed. It is no secret, and `drill` sends it.
   * Allowed: 2 to 1224 letters, digits and + = , . @ : / _ -.
   * @default - none
   */
  readonly externalId?: string;
}

/** Sign-in alerts of an AWS organization. */
export interface SignInAlertsProps {
  /** The AWS organization. */
  readonly organization: {
    /** Organization id. Allowed: o- and 10 to 32 lower-case letters or digits, such as o-a1b2c3d4e5. */
    readonly id: string;
    /** Id of the management account. Allowed: 12 digits in quotes, such as "111111111111". */
    readonly managementAccount: string;
  };
  /** Where all events meet: a security tooling account, in a region that needs no opt-in. */
  readonly hub: {
    /** Id of the hub account, one of `accounts`. Allowed: 12 digits in quotes, such as "111111111111". */
    readonly account: string;
    /** Region of the hub. Allowed: a region that needs no opt-in, such as eu-central-1. */
    readonly region: string;
    /**
     * Days for which the archive of the event bus keeps the events of alerts, to be replayed. Allowed:
     * a whole number of days, 0 to 2147483647; 0 for no archive.
     * @default 90
     */
    readonly archiveDays?: number;
    /**
     * Days for which CloudWatch Logs keeps what the event bus says of each delivery: which rule, when,
     * how often tried, and why not. No event is in it, and no alert depends on it. Allowed: 1, 3, 5,
     * 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
     * days; 0 for no log group.
     * @default 30
     */
    readonly logRetentionDays?: number;
  };
  /**
   * Every account, the management and hub accounts included. Allowed: 1 or more accounts, the
   * management and hub accounts included.
   */
  readonly accounts: readonly Account[];
  /**
   * Regions to cover in every account. Allowed: 1 or more regions, each a region that needs no
   * opt-in, such as eu-central-1.
   * @default - all that need no opt-in (17 in the partition aws)
   */
  readonly regions?: readonly string[];
  /**
   * Regions where sign-ins are recorded, or that accounts have opted in to, that every account
   * deliberately leaves uncovered.
   * @default - none
   */
  readonly acceptMissingRegions?: readonly string[];
  /**
   * Accounts of the organization that are left out on purpose, each with a reason.
   * @default - none: every active account is to be covered
   */
  readonly acceptUncovered?: readonly AcceptUncovered[];
  /**
   * How accounts get their forwarders. With `stack-set`, AWS CloudFormation covers accounts with an
   * `organizationalUnit` and those that are not listed; never the management account.
   * @default - a stack for each account that is listed
   */
  readonly rollout?: TerraformRollout | StackSetRollout;
  /**
   * The organization trail.
   * @default - one is created
   */
  readonly trail?: CreatedTrail | ExistingTrail;
  /**
   * The log path: alarms on what the trail's log group is searched for.
   * @default - any sign-in, five failures in five minutes, sign-ins where none is forwarded
   */
  readonly logAlarms?: LogAlarms;
  /**
   * Alert kinds by name: `on`, `off`, on with another severity, or on with the keys of a group.
   * @default - each as in the catalog
   */
  readonly kinds?: Readonly<
    Record<string, "on" | "off" | "info" | "low" | "medium" | "high" | "critical" | KindSettings>
  >;
  /**
   * Principals whose sign-ins are kinds of their own, and never ignored.
   * @default - none
   */
  readonly watch?: readonly WatchEntry[];
  /**
   * How much detail messages have: `full` adds every field of the event that the message can show;
   * what a visitor writes, such as the user agent, only with `formatter`.
   * @default "standard"
   */
  readonly message?: MessageStyle;
  /**
   * Who is notified of everything, in the forms of a route. Allowed: 1 or more e-mail addresses or
   * other recipients, each an e-mail address, https://…, var.NAME or the ARN of an SSM parameter for
   * an https address that is a secret, the ARN of an SQS queue or a Lambda function, or a phone
   * number such as +491701234567.
   * @default - `routes` must be given
   */
  readonly recipients?: readonly string[];
  /**
   * Who is notified of what, instead of `recipients`. Allowed: 1 or more routes.
   * @default - `recipients` must be given
   */
  readonly routes?: readonly Route[];
  /**
   * What no route takes, on purpose: without an entry, a kind that is on and that no route takes, or
   * an account of which no route takes anything, is a finding of `coverage`.
   * @default - none
   */
  readonly acceptUnrouted?: readonly AcceptUnrouted[];
  /**
   * Whether a function writes the mails: with a subject, the names of accounts, and values escaped.
   * @default false
   */
  readonly formatter?: boolean;
  /**
   * AWS User Notifications beside the hub, a channel that shares nothing with it.
   * @default - none
   */
  readonly userNotifications?: NotificationSettings;
  /**
   * Sign-ins of which no recipient is notified, on purpose.
   * @default - none
   */
  readonly ignore?: readonly Ignore[];
  /**
   * Who is notified that the path of alerts itself is broken.
   * @default - everybody who is notified of some alert
   */
  readonly operations?: Operations;
  /**
   * How Terraform reaches the regions of an account: one provider for each, or one for all and the
   * resources' own `region`, which needs a tenth of the memory.
   * @default "provider-per-region"
   */
  readonly regionStrategy?: RegionStrategy;
  /**
   * Strategy that the accounts were deployed with, while they change to another: the resources are
   * then moved within the state. Remove it after the deployment.
   * @default - nothing is moved
   */
  readonly movedFrom?: RegionStrategy;
  /**
   * Role that Terraform assumes in each account, or `none` for the credentials that it is started
   * with. Allowed: 1 to 64 letters, digits and + = , . @ _ - (after its path, if any), or none.
   * @default "OrganizationAccountAccessRole"
   */
  readonly roleName?: string;
  /**
   * External id that Terraform sends where it assumes a role, for trust policies that ask for one.
   * Not a secret: it is in the generated Terraform. Allowed: 2 to 1224 letters, digits and + = , . @
   * : / _ -.
   * @default - none is sent
   */
  readonly externalId?: string;
  /**
   * Name of the session where Terraform assumes a role, as CloudTrail records it and trust policies
   * may ask for it. Allowed: 2 to 64 letters, digits and + = , . @ _ -.
   * @default - Terraform makes one up for each run
   */
  readonly sessionName?: string;
  /**
   * Profile that Terraform takes its first credentials from. Whoever runs Terraform must have a
   * profile of this name, CI included; for yourself alone set the environment variable AWS_PROFILE
   * instead. Allowed: 1 to 128 letters, digits and + = , . @ : / _ -.
   * @default - the credentials that Terraform is started with
   */
  readonly profile?: string;
  /**
   * Tags that others set on the resources, such as a tag policy or a cost tool: Terraform leaves
   * them alone, where it would otherwise remove them at each run.
   * @default - none
   */
  readonly ignoreTags?: {
    /**
     * Keys of tags. Allowed: each letters, digits, spaces and _ . : / = + - @; a key of 1 to 128
     * characters not beginning with aws:, a value of at most 256.
     * @default - none
     */
    readonly keys?: readonly string[];
    /**
     * What the keys of tags begin with, such as `cost:`. Allowed: each letters, digits, spaces and _ .
     * : / = + - @; a key of 1 to 128 characters not beginning with aws:, a value of at most 256.
     * @default - none
     */
    readonly keyPrefixes?: readonly string[];
  };
  /**
   * Every region sends an event now and then, and one alarm counts them.
   * @default - every 24 hours
   */
  readonly heartbeat?: {
    /**
     * Hours between two of one region. Allowed: 2, 3, 4, 6, 8, 12, 24 hours; 0 for no heartbeat.
     * @default 24
     */
    readonly hours?: number;
  };
  /**
   * A flood of failed sign-ins and of all else that somebody without credentials can cause.
   * @default - 60 a minute
   */
  readonly flood?: {
    /**
     * Events within a minute that raise the alarm. Allowed: a whole number of events, 0 to 1000000; 0
     * for no alarm.
     * @default 60
     */
    readonly perMinute?: number;
  };
  /**
   * Whether CloudWatch has a dashboard of alerts, heartbeats and alarms in the hub, and one of
   * sign-ins beside the trail's log group. AWS bills $3 a month for each after the third of an
   * account.
   * @default true
   */
  readonly dashboard?: boolean;
  /**
   * How long EventBridge tries to deliver before an event goes to a dead-letter queue.
   * @default - a day, 185 attempts: the most that it can
   */
  readonly retry?: {
    /**
     * Seconds. Allowed: a whole number of seconds, 60 to 86400.
     * @default 86400
     */
    readonly seconds?: number;
    /**
     * Attempts. Allowed: a whole number of attempts, 0 to 185.
     * @default 185
     */
    readonly attempts?: number;
  };
  /**
   * Tags of every resource.
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Begins the name of every resource. Allowed: a lower-case letter, then lower-case letters, digits
   * and hyphens.
   * @default "signin-alerts"
   */
  readonly namePrefix?: string;
  /**
   * Begins the name of every stack. Allowed: a lower-case letter, then lower-case letters, digits
   * and hyphens.
   * @default "signin"
   */
  readonly stackPrefix?: string;
  /**
   * Versions of the AWS provider that Terraform may use. Allowed: conditions joined by commas that a
   * version of 6.25.0 or later meets, such as ">= 6.25.0, < 7.0.0" or "~> 6.25".
   * @default ">= 6.25.0, < 7.0.0"
   */
  readonly providerVersion?: string;
  /**
   * Where Terraform keeps the state of each stack.
   * @default - local files beside `cdktf.out`
   */
  readonly backend?: Backend;
  /**
   * The IAM roles that are created, in every account.
   * @default - the path `/`, and no boundary
   */
  readonly createdRoles?: {
    /**
     * Path of every role, such as `/security/`. Another one makes the roles anew: for some seconds
     * what they send becomes dead-letter messages. Allowed: /, or letters, digits and + = , . @ _ -
     * between slashes, such as /security/, at most 512 characters.
     * @default "/"
     */
    readonly path?: string;
    /**
     * Policy that bounds what every role may do: the name of a policy that each account has, after its
     * path if it has one, or an ARN. It must allow what the roles do, which `docs/security.md` lists.
     * Allowed: the name of a policy, after its path if it has one, or its ARN: letters, digits and + =
     * , . @ _ -.
     * @default - nothing bounds them
     */
    readonly permissionsBoundary?: string;
  };
  /**
   * A role in every account, without any permission, as which `signin-alerts drill` signs in. Leave
   * the key out for no such role.
   * @default - no role
   */
  readonly drill?: DrillSettings;
}
