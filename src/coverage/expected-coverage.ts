import type { Place } from "../aws";
import type { EventPattern } from "../aws/eventbridge";
import type { IgnoredEvents, JsonProtocol, TypedPattern, Watch } from "../catalog";
import type { Guards } from "../guards";

/** A rule of the hub. */
export interface ExpectedRule {
  readonly name: string;
  /** Name of the kind it is for. */
  readonly kind: string;
  readonly pattern: EventPattern;
}

/** A topic, and who is subscribed to it. */
export interface ExpectedTopic {
  readonly topicArn: string;
  /** Endpoints that must be subscribed to the topic. */
  readonly recipients: readonly string[];
}

/** What must watch the path in one account and region. */
export type ExpectedGuards = Guards & {
  readonly place: Place;
  /** ARN of the topic that every alarm must notify. @default - any that has a recipient */
  readonly topicArn?: string;
};

/** One topic, and what it is to be notified of. */
export interface ExpectedRoute extends ExpectedTopic {
  readonly name: string;
  /** Names of kinds. */
  readonly kinds: readonly string[];
  /** Ids of accounts. @default - all */
  readonly accounts?: readonly string[];
  /** Ids of accounts that are left out. @default none */
  readonly exceptAccounts?: readonly string[];
  /** Channel of chat that the topic notifies: `slack:workspace/channel` or `teams:team/channel`. @default none */
  readonly channel?: string;
  /** Tenant of Microsoft Teams that holds the channel. @default - not compared */
  readonly tenant?: string;
  /** Protocols whose subscribers are to get JSON, sorted. @default none */
  readonly json?: readonly JsonProtocol[];
  /** Name of the rule and its pattern, of each kind. */
  readonly rules: readonly ExpectedRule[];
}

/** What AWS User Notifications is to notify of in an account. */
export interface ExpectedNotifications {
  readonly account: string;
  /** Name of the notification configuration. */
  readonly name: string;
  /** Regions where AWS keeps notifications; none where the account has hubs already. */
  readonly hubRegions: readonly string[];
  /** How long AWS gathers events. */
  readonly aggregation: string;
  /** Addresses. */
  readonly emails: readonly string[];
  readonly rules: readonly TypedPattern[];
}

/** The role as which a drill signs in: it may do nothing, and only those who start drills may sign in as it. */
export interface ExpectedDrillRole {
  /** Without its path. */
  readonly name: string;
  /** Such as `/security/`; `/` where it has none. */
  readonly path: string;
  /** ARNs of who may assume it, from within the organization. */
  readonly trustedPrincipals: readonly string[];
  /** External id without which nobody may. @default - none */
  readonly externalId?: string;
}

/** Kinds that are on and that no route takes in some accounts. */
export interface NotRoutedAlerts {
  /** Names of kinds. */
  readonly kinds: readonly string[];
  /** Names of accounts. */
  readonly accounts: readonly string[];
  /**
   * `kind`: no route takes the kinds in any account. `account`: no route takes anything of the
   * accounts. Both are findings unless there is a reason.
   * @default part, which is no finding
   */
  readonly extent?: "kind" | "account" | "part";
  /** Why that is accepted. @default - it is not */
  readonly reason?: string;
}

/** Regions or accounts that are not covered, on purpose. */
export interface LeftOutPlaces {
  /** Names of accounts of the configuration; without regions, ids of accounts and units outside of it. */
  readonly accounts: readonly string[];
  /** @default - all: the accounts are not in the configuration */
  readonly regions?: readonly string[];
  /** @default - none was asked for */
  readonly reason?: string;
}

/** What a configuration asks for, as far as the coverage check compares with it. */
export interface ExpectedCoverage {
  /**
   * Every account, with the regions it is to be covered in. The id of an organizational unit stands
   * for every account of it, the management account excepted.
   */
  readonly accounts: readonly {
    readonly id: string;
    readonly name?: string;
    readonly regions: readonly string[];
    /**
     * Organizational unit, or root of the organization, through which a stack set reaches it.
     * @default - it has a stack of its own
     */
    readonly organizationalUnit?: string;
  }[];
  /** Id of the management account, which no stack set reaches. @default - not known */
  readonly managementAccount?: string;
  /** Names of the kinds that some recipient is to be notified of. */
  readonly kinds: readonly string[];
  /**
   * Id of the organization, such as `o-a1b2c3d4e5`.
   * @default - what the policies of the trail's bucket say, else those of the bus
   */
  readonly organization?: string;
  /** Whether the configuration makes a trail. @default - not compared */
  readonly trail?: "create" | "existing";
  /** Account that the configuration names for its trail: management or a delegated administrator. @default - not compared */
  readonly trailAccount?: string;
  /** Every e-mail address that is to be notified of something. @default - not compared */
  readonly recipients?: readonly string[];
  /** Hours between two heartbeats of each region, 0 for none. @default - not compared */
  readonly heartbeatHours?: number;
  /** What must keep the events of alerts: ARNs of an archive and its event bus, and days, 0 for none. @default - not compared */
  readonly archive?: { readonly arn: string; readonly bus: string; readonly days: number };
  /** What must keep the logs of an event bus: ARNs of the bus and of a log group, and days, 0 for none. @default - not compared */
  readonly busLogs?: { readonly bus: string; readonly logGroup: string; readonly days: number };
  /** How long delivery is tried. @default - the most that EventBridge offers */
  readonly retry?: { readonly seconds: number; readonly attempts: number };
  /** Who is to be notified of what. @default - any recipient of a kind is enough */
  readonly routes?: readonly ExpectedRoute[];
  /** Events that no recipient is to be notified of. @default none */
  readonly ignored?: readonly IgnoredEvents[];
  /** AWS User Notifications, by account. @default - not compared */
  readonly notifications?: readonly ExpectedNotifications[];
  /** Kinds that are on and that no route takes in these accounts. @default none */
  readonly notRouted?: readonly NotRoutedAlerts[];
  /** Regions and accounts that are not covered, on purpose. @default none */
  readonly leftOut?: readonly LeftOutPlaces[];
  /** Principals whose sign-ins are kinds of their own. @default none */
  readonly watches?: readonly Watch[];
  /** The organization's own lines, by name of the kind. @default - not compared */
  readonly notes?: Readonly<Record<string, string>>;
  /** Names of kinds that are on by default and switched off. @default none */
  readonly switchedOff?: readonly string[];
  /** What must watch the path, where, and the topic that its alarms notify. @default - not compared */
  readonly guards?: readonly ExpectedGuards[];
  /** Topics that alarms notify. @default - not compared */
  readonly alarmTopics?: readonly ExpectedTopic[];
  /**
   * Permissions boundary that every role is to have: a policy's name, or its ARN. One that is there already
   * is taken to allow what the roles do.
   * @default none
   */
  readonly permissionsBoundary?: string;
  /** The role as which a drill signs in, in every account; needs the organization. @default - not compared */
  readonly drillRole?: ExpectedDrillRole;
  /** ARNs of topics and log groups that are there already, outside of the generated Terraform. */
  readonly existing?: readonly string[];
}

/** All that a configuration asks for; a boundary only where roles have one, a role of drills only where there is one. */
export type PlannedCoverage = Required<
  Omit<ExpectedCoverage, "permissionsBoundary" | "drillRole">
> &
  Pick<ExpectedCoverage, "permissionsBoundary" | "drillRole">;
