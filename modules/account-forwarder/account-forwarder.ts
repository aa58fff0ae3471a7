import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Partition } from "../../src/aws";
import { forwarderPattern, ruleStateFor, type AlertKind } from "../../src/catalog";
import { heartbeatName } from "../../src/guards";
import { longestRetry, type RetryPolicy } from "../retry-policy";
import { ForwarderRole } from "./forwarder-role";
import { forwarderName } from "./names";
import { RegionForwarder } from "./region-forwarder";

/** Properties of an {@link AccountForwarder}. */
export interface AccountForwarderProps {
  /** @default "aws" */
  readonly partition?: Partition;
  /** Id of the account whose sign-ins are forwarded, 12 digits. */
  readonly account: string;
  /** For each region to cover, a provider of the account in that region. */
  readonly regionProviders: Readonly<Record<string, TerraformProvider>>;
  /** Provider that creates the role; IAM is global, so any provider of the account serves. */
  readonly roleProvider: TerraformProvider;
  /** ARN of the hub's event bus; it must accept events of this account before the rules exist. */
  readonly hubBusArn: string;
  /** Begins the name of every resource. */
  readonly namePrefix: string;
  /** Kinds of event to forward. */
  readonly kinds: readonly AlertKind[];
  /**
   * Hours between two heartbeats of each region, a divisor of 24; the hub must count them.
   * @default - no heartbeat
   */
  readonly heartbeatHours?: number;
  /** @default - 24 hours, 185 attempts */
  readonly retryPolicy?: RetryPolicy;
}

/**
 * Sends the sign-in events of one account from each region straight to the hub's event bus: an
 * event crosses one bus only, so nothing stands between.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html
 */
export class AccountForwarder extends Construct {
  /** ARN of the rule of each region. */
  public readonly ruleArns: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: AccountForwarderProps) {
    super(scope, id);
    const { partition = "aws", account, namePrefix, hubBusArn, kinds, heartbeatHours } = props;
    const { retryPolicy = longestRetry } = props;
    const role = new ForwarderRole(this, "Role", {
      provider: props.roleProvider,
      partition,
      account,
      name: forwarderName(namePrefix),
      ruleNames: [
        forwarderName(namePrefix),
        ...(heartbeatHours === undefined ? [] : [heartbeatName(namePrefix)]),
      ],
      hubBusArn,
    });
    const eventPattern = JSON.stringify(forwarderPattern(kinds));
    const state = ruleStateFor(kinds);
    const rules = Object.entries(props.regionProviders).map(([region, provider]) => {
      const forwarder = new RegionForwarder(this, region, {
        provider,
        place: { partition, account, region },
        namePrefix,
        role,
        hubBusArn,
        eventPattern,
        state,
        retryPolicy,
        ...(heartbeatHours !== undefined && { heartbeatHours }),
      });
      return [region, forwarder.ruleArn] as const;
    });
    this.ruleArns = Object.fromEntries(rules);
  }
}
