import type { MessageStyle, Severity } from "../catalog";
import type { SlackChannel, TeamsChannel } from "../aws/chat-channels";
import type { EmailContact, NotificationAggregation } from "../aws/notification-contacts";
import type { Backend } from "./backend";
import type { LogAlarms, Operations } from "./guard-props";
import type { CreatedTrail, ExistingTrail } from "./trail-props";

export type { Backend } from "./backend";
export type { LogAlarms, Operations } from "./guard-props";
export type { CreatedTrail, ExistingTrail } from "./trail-props";

/** An account whose sign-ins are to be known. */
export interface Account {
  /** 12 digits. */
  readonly id: string;
  /** What people call it; no resource depends on it. */
  readonly name: string;
  /** What the account is, such as `env: prod`, for routes to choose by. @default none */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Regions without opt-in to cover, instead of those of the organization.
   * @default - the organization's regions
   */
  readonly regions?: readonly string[];
  /** Opt-in regions that are enabled in the account, to cover as well. @default none */
  readonly optInRegions?: readonly string[];
  /**
   * Role that Terraform assumes in the account; `none` uses the credentials Terraform is started with.
   * @default - the organization's role
   */
  readonly roleName?: string;
  /**
   * Regions where sign-ins are recorded that this account deliberately leaves uncovered.
   * @default none
   */
  readonly acceptMissingRegions?: readonly string[];
  /**
   * Organizational unit of the rollout that holds the account: AWS CloudFormation covers it, and no
   * stack of its own is made.
   * @default - the account has a stack of its own
   */
  readonly organizationalUnit?: string;
  /**
   * Regions that were covered and are not any more: Terraform keeps a provider there, with which it
   * destroys what it made. Remove them after the deployment.
   * @default none
   */
  readonly retiredRegions?: readonly string[];
}

/** Each account that is listed has a stack of its own. */
export interface TerraformRollout {
  readonly type: "terraform";
}

/** AWS CloudFormation covers organizational units, accounts that join later included. */
export interface StackSetRollout {
  readonly type: "stack-set";
  /** Ids of 1 to 50 units, such as `ou-ab12-c3d4e5f6`, or of the root. */
  readonly organizationalUnits: readonly string[];
  /** Account that administers the stack set: a delegated administrator's. @default - the management account */
  readonly account?: string;
  /** Opt-in regions that every account of the units has enabled, to cover as well. @default none */
  readonly optInRegions?: readonly string[];
  /**
   * Number of accounts that the units hold, the listed ones included, for counting heartbeats.
   * @default - the listed ones
   */
  readonly accounts?: number;
}

/** Some kinds of alert, and who is told of them. */
export interface Route {
  /** Lower-case letters, digits and hyphens; part of the names of topic and rules. */
  readonly name: string;
  /** Names of alert kinds. @default - every kind that is on */
  readonly kinds?: readonly string[];
  /** Kinds of less severity are left out. @default - none is */
  readonly minSeverity?: Severity;
  /**
   * Accounts that sign-ins are to: ids, names with `*` for any text, or tags such as `env=prod`.
   * @default - all
   */
  readonly accounts?: readonly string[];
  /**
   * E-mail and https addresses, ARNs of SQS queues and Lambda functions, phone numbers. Somebody
   * confirms e-mail and https; queues and functions must let the topic send.
   */
  readonly recipients?: readonly string[];
  /** ARN of a topic that is there already in the hub's account and region, instead of recipients. */
  readonly topicArn?: string;
  /** A channel of Slack instead of recipients; its workspace is authorized by hand, once. */
  readonly slack?: SlackChannel;
  /** A channel of Microsoft Teams instead of recipients; its team is authorized by hand, once. */
  readonly teams?: TeamsChannel;
}

/** AWS User Notifications, a channel that shares nothing with the hub. */
export interface NotificationSettings {
  /** Who is told, 1 to 50, each once they have confirmed. */
  readonly emails: readonly EmailContact[];
  /** Accounts with a stack of their own, by id, name with `*` or tag. @default - all of them */
  readonly accounts?: readonly string[];
  /** At most 3 regions where AWS keeps notifications; none where there are hubs. @default - the hub region */
  readonly hubRegions?: readonly string[];
  /** Gathered into one mail: not at all, for 5 minutes, or for 12 hours. @default "NONE" */
  readonly aggregation?: NotificationAggregation;
}

/** Sign-ins that nobody is told of, on purpose. What is said must all hold. */
export interface Ignore {
  /**
   * ARN of who signs in, `*` for any text. A sign-in without an ARN is never ignored.
   * @default - whoever it is
   */
  readonly principalArn?: string;
  /** Accounts that sign-ins are to: ids, names with `*`, or tags. @default - all */
  readonly accounts?: readonly string[];
  /** IPv4 block that sign-ins come from, such as `203.0.113.0/24`; /8 to /32. @default - anywhere */
  readonly sourceCidr?: string;
  /** Names of alert kinds that say who acted, none of root's. @default - all such that are on */
  readonly kinds?: readonly string[];
  /** Last day, such as `2027-06-30`, at most 3 years ahead; later the configuration is refused. */
  readonly until: string;
  /** Why. */
  readonly reason: string;
}

/** How Terraform reaches the regions of an account. */
export const regionStrategies = ["provider-per-region", "region-argument"] as const;

/** How Terraform reaches the regions of an account. */
export type RegionStrategy = (typeof regionStrategies)[number];

/** Description of an organization and of who is told of its sign-ins. */
export interface SignInAlertsProps {
  /** The organization that the accounts are of. */
  readonly organization: {
    /** Such as `o-a1b2c3d4e5`. */
    readonly id: string;
    /** Account id, 12 digits. */
    readonly managementAccount: string;
  };
  /** Where all events meet: a security tooling account, in a region without opt-in. */
  readonly hub: {
    /** 12 digits; one of `accounts`. */
    readonly account: string;
    /** Such as `eu-central-1`. */
    readonly region: string;
  };
  /** Every account, the management and hub accounts included. */
  readonly accounts: readonly Account[];
  /** Regions to cover in every account. @default - all that need no opt-in (17 in partition `aws`) */
  readonly regions?: readonly string[];
  /**
   * Regions where sign-ins are recorded that are deliberately left uncovered in every account.
   * @default none
   */
  readonly acceptMissingRegions?: readonly string[];
  /**
   * How Terraform reaches the regions of an account: one provider for each, or one for all and the
   * resources' own `region`, which needs a tenth of the memory.
   * @default "provider-per-region"
   */
  readonly regionStrategy?: RegionStrategy;
  /**
   * The strategy that the accounts were deployed with, while they change to another: the resources
   * are then moved within the state, not made anew. Remove it after the deployment.
   * @default - nothing is moved
   */
  readonly movedFrom?: RegionStrategy;
  /**
   * How accounts get their forwarders. With `stack-set`, accounts with an `organizationalUnit`, and
   * those that are not listed, are covered by AWS CloudFormation; the management account never is.
   * @default - each account that is listed has a stack of its own
   */
  readonly rollout?: TerraformRollout | StackSetRollout;
  /** Role that Terraform assumes in each account. @default "OrganizationAccountAccessRole" */
  readonly roleName?: string;
  /** @default - a trail is created */
  readonly trail?: CreatedTrail | ExistingTrail;
  /**
   * Alert kinds by name: `on`, `off`, or on with another severity.
   * @default - each as the catalog says
   */
  readonly kinds?: Readonly<Record<string, "on" | "off" | Severity>>;
  /**
   * How much messages tell: `full` adds every field of the event, the user agent among them, which a
   * visitor can choose so that EventBridge cannot deliver the message.
   * @default "standard"
   */
  readonly message?: MessageStyle;
  /** Whoever is told of everything, in the forms of a route; or say `routes`. */
  readonly recipients?: readonly string[];
  /** Who is told of what, instead of `recipients`. */
  readonly routes?: readonly Route[];
  /**
   * Whether a function writes the mails: with a subject, the names of accounts, and values escaped.
   * @default false
   */
  readonly formatter?: boolean;
  /** AWS User Notifications beside the hub. @default none */
  readonly userNotifications?: NotificationSettings;
  /** Sign-ins that nobody is told of, on purpose. @default none */
  readonly ignore?: readonly Ignore[];
  /** Who is told that the path of alerts itself is broken. @default - whoever is told of alerts */
  readonly operations?: Operations;
  /**
   * Every region sends an event now and then, and one alarm counts them.
   * @default - every 24 hours
   */
  readonly heartbeat?: {
    /** Hours between two: 2, 3, 4, 6, 8, 12 or 24; 0 for no heartbeat. @default 24 */
    readonly hours?: number;
  };
  /**
   * How long EventBridge tries to deliver, before an event goes to a dead-letter queue.
   * @default - a day, 185 attempts: the most that it can
   */
  readonly retry?: {
    /** Seconds, 60 to 86,400. @default 86400 */
    readonly seconds?: number;
    /** Attempts, 0 to 185. @default 185 */
    readonly attempts?: number;
  };
  /**
   * The second path: what the trail's log group is searched for.
   * @default - any sign-in, five failures in five minutes, sign-ins where none is forwarded
   */
  readonly logAlarms?: LogAlarms;
  /** Tags of every resource. @default none */
  readonly tags?: Readonly<Record<string, string>>;
  /** Begins the name of every resource. @default "signin-alerts" */
  readonly namePrefix?: string;
  /** Begins the name of every stack. @default "signin" */
  readonly stackPrefix?: string;
  /** Versions of the AWS provider that Terraform may use. @default ">= 6.25.0, < 7.0.0" */
  readonly providerVersion?: string;
  /** Where Terraform keeps its state. @default - local files beside `cdktf.out` */
  readonly backend?: Backend;
}
