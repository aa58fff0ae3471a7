import type { CreatedRoles } from "../../modules/created-roles";
import type { Partition } from "../aws";
import { partitionOfRegion } from "../aws/regions";
import { needsReadEvents, type AlertKind, type Watch } from "../catalog";
import type { RegionStrategy, SignInAlertsProps } from "../config/props";
import { resolveAccounts, type AccountPlan, type StackSetPlan } from "./accounts";
import { resolveBackend, type BackendPlan } from "./backend";
import { defaults } from "./defaults";
import { resolveDrillRole, type DrillRolePlan } from "./drill-role";
import { resolveGuards, type WatchPlan } from "./guards";
import { alertedBy, resolveHub, type HubPlan } from "./hub";
import { resolveIgnored } from "./ignored";
import { enabledKinds, resolveWatches, switchedOff } from "./kinds";
import { resolveLeftOut, type LeftOut } from "./left-out";
import { resolveNotRouted, type NotRouted } from "./not-routed";
import { resolveRoutes, routedKinds } from "./routes";
import { resolveTrail, type TrailPlan } from "./trail";
import { resolveWarnings } from "./warnings";

/** What every role that is created has. */
export interface CreatedRolesPlan extends CreatedRoles {
  readonly path: string;
}

/** Tags that others set on resources; one list at least is not empty. */
export interface IgnoreTagsPlan {
  readonly keys: readonly string[];
  /** What the keys of tags begin with. */
  readonly keyPrefixes: readonly string[];
}

/** What is the same for Terraform in every stack. */
export interface TerraformPlan {
  readonly backend: BackendPlan;
  /** Versions of the AWS provider. */
  readonly providerVersion: string;
  /** Tags of every resource; absent: none. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Tags that Terraform leaves alone; absent: none. */
  readonly ignoreTags?: IgnoreTagsPlan;
  /** Name of each session of a role; absent: Terraform makes one up. */
  readonly sessionName?: string;
  /** How Terraform reaches the regions of an account. */
  readonly regionStrategy: RegionStrategy;
  /** The strategy that resources are moved from; absent: nothing is moved. */
  readonly movedFrom?: RegionStrategy;
}

/**
 * What a configuration means: every default, name, place, route, region and channel worked out. What
 * may be absent does not exist; no default is left to anybody who reads it.
 */
export interface Plan extends WatchPlan {
  readonly organization: {
    /** Such as `o-a1b2c3d4e5`. */
    readonly id: string;
    /** Account id, 12 digits. */
    readonly managementAccount: string;
  };
  /** Partition of the hub, and so of everything. */
  readonly partition: Partition;
  /** Begins the name of every resource. */
  readonly namePrefix: string;
  readonly terraform: TerraformPlan;
  /** Path and permissions boundary of every role that is created. */
  readonly createdRoles: CreatedRolesPlan;
  /** The role as which a drill signs in, in every account; absent: none is created. */
  readonly drill?: DrillRolePlan;
  /** Kinds that are on and that some route notifies of, with the severity that they have here. */
  readonly kinds: readonly AlertKind[];
  /** Whose sign-ins are kinds of their own. */
  readonly watches: readonly Watch[];
  readonly hub: HubPlan;
  readonly trail: TrailPlan;
  /** Regions of an account of which nothing else is said, sorted. */
  readonly regions: readonly string[];
  /** In the order of the configuration. */
  readonly accounts: readonly AccountPlan[];
  /** Absent: AWS CloudFormation covers nothing. */
  readonly stackSet?: StackSetPlan;
  /** Number of accounts, all of the stack set's units included. */
  readonly accountCount: number;
  /** Names of kinds that are on by default and switched off, in the order of the catalog. */
  readonly switchedOff: readonly string[];
  /** Kinds that no route takes, in some accounts or in any, and why that is accepted. */
  readonly notRouted: readonly NotRouted[];
  /** Regions and accounts that are not covered, on purpose. */
  readonly leftOut: readonly LeftOut[];
  /** What is allowed and perhaps not meant, in words. */
  readonly warnings: readonly string[];
}

function resolveIgnoreTags({ ignoreTags }: SignInAlertsProps): Pick<TerraformPlan, "ignoreTags"> {
  const { keys = [], keyPrefixes = [] } = ignoreTags ?? {};
  return keys.length + keyPrefixes.length === 0 ? {} : { ignoreTags: { keys, keyPrefixes } };
}

/**
 * Works out what a configuration means. The only place where a default is applied: stacks, checks,
 * costs and expectations read the plan.
 *
 * It has an answer for any configuration of the right shape, and does not judge it: whether one may
 * be built is the answer of `checkConfiguration`.
 */
export function resolve(configuration: SignInAlertsProps): Plan {
  const { organization, tags, sessionName, movedFrom } = configuration;
  const namePrefix = configuration.namePrefix ?? defaults.namePrefix;
  const stackPrefix = configuration.stackPrefix ?? defaults.stackPrefix;
  const { account, region } = configuration.hub;
  const partition = partitionOfRegion(region);
  const place = { partition, account, region };
  const on = enabledKinds(configuration);
  const routes = resolveRoutes(configuration, { place, namePrefix, on });
  const kinds = routedKinds(on, routes);
  const context = { partition, place, namePrefix, stackPrefix, kinds, routes };
  const coverage = resolveAccounts(configuration, context);
  const hub = resolveHub(configuration, {
    ...context,
    ignored: resolveIgnored(configuration, on),
    forwarderCount: coverage.forwarderCount,
  });
  const trail = resolveTrail(configuration, {
    ...context,
    ...coverage,
    alerted: alertedBy(routes),
    needsReadEvents: kinds.some(needsReadEvents),
  });
  const notRouted = resolveNotRouted(configuration, on, routes, coverage);
  const { regions, accounts, stackSet, accountCount } = coverage;
  return {
    organization,
    partition,
    namePrefix,
    terraform: {
      backend: resolveBackend(configuration.backend, namePrefix),
      providerVersion: configuration.providerVersion ?? defaults.providerVersion,
      ...(tags && { tags }),
      ...resolveIgnoreTags(configuration),
      ...(sessionName !== undefined && { sessionName }),
      regionStrategy: configuration.regionStrategy ?? defaults.regionStrategy,
      ...(movedFrom !== undefined && { movedFrom }),
    },
    createdRoles: {
      ...configuration.createdRoles,
      path: configuration.createdRoles?.path ?? defaults.rolePath,
    },
    ...resolveDrillRole(configuration),
    kinds,
    watches: resolveWatches(configuration),
    hub,
    trail,
    regions,
    accounts,
    ...(stackSet && { stackSet }),
    accountCount,
    ...resolveGuards(hub, trail, namePrefix, configuration.dashboard ?? defaults.dashboard),
    switchedOff: switchedOff(configuration),
    notRouted,
    leftOut: resolveLeftOut(configuration, coverage),
    warnings: resolveWarnings(configuration, routes, notRouted),
  };
}
