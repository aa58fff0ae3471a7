import { defaultRegions, type Partition } from "../aws";
import { isOfAnyService, type AlertKind } from "../catalog";
import type { Account, SignInAlertsProps, StackSetRollout } from "../config/props";
import { accessTo, type AccessPlan } from "./access";
import type { UserNotificationsChannel } from "./channels";
import { defaults } from "./defaults";
import { selectedAccounts } from "./selectors";

/** AWS User Notifications of an account. */
export interface NotificationsPlan {
  /** Name of the notification configuration. */
  readonly name: string;
  readonly channel: UserNotificationsChannel;
  /** Regions whose sign-ins it notifies of, sorted. */
  readonly regions: readonly string[];
  readonly kinds: readonly AlertKind[];
}

/** An account, and how its sign-ins get to the hub. */
export interface AccountPlan extends AccessPlan {
  /** 12 digits. */
  readonly id: string;
  readonly name: string;
  /** What routes choose by. */
  readonly tags: Readonly<Record<string, string>>;
  /** Regions in which it is covered, sorted. */
  readonly regions: readonly string[];
  /** Those of the regions that AWS opened after this version was released. */
  readonly newRegions: readonly string[];
  /** Regions that keep a provider, so that Terraform can destroy what it created there. */
  readonly retiredRegions: readonly string[];
  /** A stack of its own, or the stack set through an organizational unit or the root. */
  readonly coveredBy:
    | { readonly type: "stack"; readonly stackName: string }
    | { readonly type: "stack-set"; readonly organizationalUnit: string };
  /** Absent: it has none. */
  readonly notifications?: NotificationsPlan;
}

/** The stack set that covers organizational units. */
export interface StackSetPlan extends AccessPlan {
  readonly stackName: string;
  /** Account that administers it. */
  readonly account: string;
  readonly organizationalUnits: readonly string[];
  /** Regions in which every account of the units is covered, sorted. */
  readonly regions: readonly string[];
  /** Number of accounts that the units hold. */
  readonly accountCount: number;
}

/** Accounts and stack set of a configuration. */
export interface Coverage {
  /** Regions of an account of which nothing else is said, sorted. */
  readonly regions: readonly string[];
  readonly accounts: readonly AccountPlan[];
  /** Absent: AWS CloudFormation covers nothing. */
  readonly stackSet?: StackSetPlan;
  /** Number of accounts, those of the units included. */
  readonly accountCount: number;
  /** Number of accounts and regions that forward. */
  readonly forwarderCount: number;
}

/** What is the same for all accounts. */
export interface AccountContext {
  readonly partition: Partition;
  readonly namePrefix: string;
  readonly stackPrefix: string;
  /** Kinds that some route notifies of. */
  readonly kinds: readonly AlertKind[];
}

function notificationsOf(
  { userNotifications: settings, hub }: SignInAlertsProps,
  account: Account,
  regions: readonly string[],
  { kinds, namePrefix }: AccountContext,
): { readonly notifications?: NotificationsPlan } {
  if (!settings || account.organizationalUnit !== undefined) return {};
  const {
    accounts,
    emails,
    hubRegions = [hub.region],
    aggregation = defaults.aggregation,
  } = settings;
  if (accounts && selectedAccounts(accounts, [account]).length === 0) return {};
  return {
    notifications: {
      name: namePrefix,
      channel: { type: "user-notifications", emails, hubRegions, aggregation },
      regions,
      kinds: kinds.filter(isNotifiable),
    },
  };
}

/**
 * Whether AWS User Notifications can tell of a kind: its rules are for one source each, and AWS does not
 * say whether they see read-only events. It writes its own text, so it tells of what is watched by
 * the kinds of the catalog.
 */
export function isNotifiable(kind: AlertKind): boolean {
  return kind.readOnly !== true && !isOfAnyService(kind) && !kind.parts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** The accounts, each with its regions, and the stack set. */
export function resolveAccounts(
  configuration: SignInAlertsProps,
  context: AccountContext,
): Coverage {
  const { rollout, organization } = configuration;
  const { partition, stackPrefix } = context;
  const inherited = configuration.regions ?? defaultRegions(partition);
  const covered = (
    own: readonly string[] | undefined,
    ...more: (readonly string[] | undefined)[]
  ) => [own ?? inherited, ...more].flatMap((list) => list ?? []).sort();
  const stackSet: StackSetRollout | undefined = rollout?.type === "stack-set" ? rollout : undefined;
  const unitRegions = covered(undefined, stackSet?.optInRegions);
  const accounts = configuration.accounts.map((account): AccountPlan => {
    const { id, name, organizationalUnit: unit } = account;
    const newRegions = unit === undefined ? (account.newRegions ?? []) : [];
    const regions =
      unit === undefined ? covered(account.regions, account.optInRegions, newRegions) : unitRegions;
    return {
      id,
      name,
      tags: account.tags ?? {},
      ...accessTo(configuration, id, partition),
      regions,
      newRegions,
      retiredRegions: account.retiredRegions ?? [],
      coveredBy:
        unit === undefined
          ? { type: "stack", stackName: `${stackPrefix}-account-${id}` }
          : { type: "stack-set", organizationalUnit: unit },
      ...notificationsOf(configuration, account, regions, context),
    };
  });
  const own = accounts.filter(({ coveredBy }) => coveredBy.type === "stack");
  const inUnits = stackSet?.accounts ?? accounts.length - own.length;
  const account = stackSet?.account ?? organization.managementAccount;
  return {
    regions: covered(undefined, undefined),
    accounts,
    ...(stackSet && {
      stackSet: {
        stackName: `${stackPrefix}-stack-set`,
        account,
        ...accessTo(configuration, account, partition),
        organizationalUnits: stackSet.organizationalUnits,
        regions: unitRegions,
        accountCount: inUnits,
      },
    }),
    accountCount: own.length + inUnits,
    forwarderCount:
      sum(own.map(({ regions }) => regions.length)) + (stackSet ? inUnits * unitRegions.length : 0),
  };
}
