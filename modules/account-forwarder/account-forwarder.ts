import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Partition } from "../../src/aws";
import type { AlertKind } from "../../src/catalog";
import { heartbeatHours } from "../../src/guards";
import { roleProblems, type CreatedRoles } from "../created-roles";
import { eachRegionId, forwarderName } from "../names";
import { refuseOtherShapes, usualShapes, type Shapes } from "../property-shapes";
import {
  accountProblems,
  prefixProblems,
  providerProblems,
  refuse,
  regionProblems,
  retryProblems,
  busProblems,
  kindProblems,
} from "../property-validation";
import { inEachRegion, inRegion } from "../region-scope";
import { longestRetry, type RetryPolicy } from "../retry-policy";
import { ForwarderRole } from "./forwarder-role";
import { RegionForwarder } from "./region-forwarder";
import { forwardingRuleNames, forwardRule } from "./rules";

/** One provider for each region. */
export interface ProviderPerRegion {
  /** For each region to cover, a provider of the account in that region. */
  readonly regionProviders: Readonly<Record<string, TerraformProvider>>;
  /** Provider that creates the role; IAM is global, so any provider of the account serves. */
  readonly roleProvider: TerraformProvider;
}

/** One provider for all regions: each resource names its own, by the argument `region`. */
export interface RegionArgument {
  /** Provider of the account, in any region. */
  readonly provider: TerraformProvider;
  /** Regions to cover. */
  readonly regions: readonly string[];
}

/** Properties of an {@link AccountForwarder}. */
export type AccountForwarderProps = (ProviderPerRegion | RegionArgument) & ForwardedAccount;

/** The account, and what it forwards. */
export interface ForwardedAccount {
  /** @default "aws" */
  readonly partition?: Partition;
  /** Id of the account whose sign-ins are forwarded, 12 digits. */
  readonly account: string;
  /** ARN of the hub's event bus; it must accept events of this account before the rules exist. */
  readonly hubBusArn: string;
  /** Begins the name of every resource. */
  readonly namePrefix: string;
  /**
   * Those of the regions that AWS opened after this version of the package: any other that it does not
   * know is refused. @default none
   */
  readonly newRegions?: readonly string[];
  /** Kinds of event to forward. */
  readonly kinds: readonly AlertKind[];
  /**
   * Hours between two heartbeats of each region, a divisor of 24; the hub must count them.
   * @default - no heartbeat
   */
  readonly heartbeatHours?: number;
  /** @default - 24 hours, 185 attempts */
  readonly retryPolicy?: RetryPolicy;
  /** Path and permissions boundary of the role that is created. @default - neither */
  readonly createdRoles?: CreatedRoles;
}

/** One provider, or one for each region. */
function reachShapes(props: unknown): Shapes {
  const hasOne = typeof props === "object" && props !== null && "provider" in props;
  return hasOne
    ? { provider: "provider", regions: "texts" }
    : { regionProviders: "object", roleProvider: "provider" };
}

/** Refuses what would forward nothing, all at once. @throws RangeError */
function validateForwarder(props: AccountForwarderProps): void {
  const [property, regions] =
    "provider" in props
      ? ["regions", props.regions]
      : ["regionProviders", Object.keys(props.regionProviders)];
  const hours: readonly (number | undefined)[] = [undefined, ...heartbeatHours];
  refuse([
    ...(regions.length > 0 ? [] : [`'${property}' must name at least 1 region, got: 0`]),
    ...regionProblems(property, regions, props.newRegions),
    ...("provider" in props
      ? []
      : Object.entries(props.regionProviders).flatMap(([region, provider]) =>
          providerProblems(`regionProviders["${region}"]`, provider, region),
        )),
    ...accountProblems("account", props.account),
    ...prefixProblems(props.namePrefix),
    ...busProblems(props.hubBusArn),
    ...kindProblems(props.kinds),
    ...(hours.includes(props.heartbeatHours)
      ? []
      : [
          `'heartbeatHours' must be one of ${heartbeatHours.join(", ")}, got: ${props.heartbeatHours ?? ""}`,
        ]),
    ...retryProblems(props.retryPolicy),
    ...roleProblems(props.createdRoles),
  ]);
}

/**
 * Sends the sign-in events of one account from each region straight to the hub's event bus: an
 * event crosses one bus only, so nothing stands between.
 * @throws RangeError for no region or an unknown one, a provider of another region than it is named
 * for, and for an invalid account, prefix, bus, heartbeat, retry, path or boundary
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html
 */
export class AccountForwarder extends Construct {
  /** ARN of the rule of each region: a map, or an expression that Terraform makes one of. */
  public readonly ruleArns: Readonly<Record<string, string>> | string;

  constructor(scope: Construct, id: string, props: AccountForwarderProps) {
    super(scope, id);
    refuseOtherShapes(props, {
      ...usualShapes,
      ...reachShapes(props),
      partition: "text?",
      account: "text",
      hubBusArn: "text",
      namePrefix: "text",
      newRegions: "texts?",
      kinds: "kinds",
      heartbeatHours: "number?",
    });
    validateForwarder(props);
    const { partition = "aws", account, namePrefix, hubBusArn, heartbeatHours } = props;
    const role = new ForwarderRole(this, "Role", {
      provider: "provider" in props ? props.provider : props.roleProvider,
      partition,
      account,
      name: forwarderName(namePrefix),
      ruleNames: forwardingRuleNames(props),
      hubBusArn,
      createdRoles: props.createdRoles,
    });
    const rule = forwardRule(props);
    const forwarder = {
      namePrefix,
      role,
      hubBusArn,
      rule: { ...rule, eventPattern: JSON.stringify(rule.eventPattern) },
      retryPolicy: props.retryPolicy ?? longestRetry,
      ...(heartbeatHours !== undefined && { heartbeatHours }),
    };
    if ("provider" in props) {
      const where = inEachRegion(props.provider, { partition, account }, props.regions);
      const { rule } = new RegionForwarder(this, eachRegionId, { ...forwarder, where });
      this.ruleArns = `\${{ for region, rule in ${rule.fqn} : region => rule.arn }}`;
      return;
    }
    const ruleArns: Record<string, string> = {};
    // A loop: each call between would lengthen the stack trace that cdktf keeps of every reference.
    for (const [region, provider] of Object.entries(props.regionProviders)) {
      const where = inRegion(provider, { partition, account, region });
      const { rule } = new RegionForwarder(this, region, { ...forwarder, where });
      ruleArns[region] = rule.arn;
    }
    this.ruleArns = ruleArns;
  }
}
