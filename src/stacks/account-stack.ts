import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformOutput, type TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  AccountForwarder,
  DrillRole,
  UserNotifications,
  type ProviderPerRegion,
  type RegionArgument,
} from "../../modules";
import { globalRegion } from "../aws";
import type { AccountPlan, Plan } from "../plan";
import { moveResources } from "./moved-blocks";
import { SignInStack } from "./signin-stack";

type Strategy = Plan["terraform"]["regionStrategy"];

/** What one account needs for its sign-ins to reach the hub, in every region it is covered in. */
export class AccountStack extends SignInStack {
  constructor(
    scope: Construct,
    name: string,
    plan: Plan,
    private readonly account: AccountPlan,
  ) {
    super(scope, name, plan);
    const { id, regions, newRegions, retiredRegions, notifications } = account;
    const { regionStrategy, movedFrom } = plan.terraform;
    const created = new Map<string, AwsProvider>();
    const provider = (region: string): AwsProvider => {
      const found =
        created.get(region) ??
        this.provider({
          account: id,
          region,
          access: account,
          anyRegion: newRegions.length > 0,
        });
      created.set(region, found);
      return found;
    };
    const forwarder = this.forwarder(this, regionStrategy, provider);
    const { partition, namePrefix, createdRoles, drill } = plan;
    if (drill) {
      new DrillRole(this, "drill-role", {
        ...drill,
        provider: provider(globalRegion(partition)),
        partition,
        account: id,
        namePrefix,
        createdRoles,
      });
    }
    if (notifications) {
      const { channel, ...notified } = notifications;
      new UserNotifications(this, "user-notifications", {
        ...notified,
        ...channel,
        provider: provider(globalRegion(partition)),
        place: { partition, account: id },
      });
    }
    for (const region of retiredRegions) provider(region);
    if (movedFrom !== undefined) {
      moveResources(this, regions, (before) => {
        this.forwarder(before, movedFrom, (region) => new AwsProvider(before, region));
      });
    }
    new TerraformOutput(this, "rule_arns", {
      description: "Forwarding rule of each region",
      value: forwarder.ruleArns,
    });
  }

  private forwarder(
    scope: TerraformStack,
    strategy: Strategy,
    provider: (region: string) => AwsProvider,
  ): AccountForwarder {
    const { partition, namePrefix, kinds, hub, createdRoles } = this.plan;
    return new AccountForwarder(scope, "account-forwarder", {
      partition,
      account: this.account.id,
      newRegions: this.account.newRegions,
      ...this.reach(strategy, provider),
      hubBusArn: hub.busArn,
      namePrefix,
      kinds,
      retryPolicy: hub.retryPolicy,
      createdRoles,
      ...(hub.heartbeats && { heartbeatHours: hub.heartbeats.hours }),
    });
  }

  /** The providers that a strategy needs, created as it asks for them. */
  private reach(
    strategy: Strategy,
    provider: (region: string) => AwsProvider,
  ): ProviderPerRegion | RegionArgument {
    const { regions } = this.account;
    const home = globalRegion(this.plan.partition);
    if (strategy === "region-argument") return { provider: provider(home), regions };
    const providers = new Map(regions.map((region) => [region, provider(region)] as const));
    return {
      regionProviders: Object.fromEntries(providers),
      roleProvider: providers.get(home) ?? provider(home),
    };
  }
}
