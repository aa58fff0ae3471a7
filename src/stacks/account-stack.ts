import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformOutput, type TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  AccountForwarder,
  hubBusArn,
  UserNotifications,
  type ProviderPerRegion,
  type RegionArgument,
} from "../../modules";
import { globalRegion } from "../aws";
import type { AlertKind } from "../catalog";
import { heartbeatsOf } from "./guards";
import { moveResources } from "./moved-blocks";
import type { Account, RegionStrategy, SignInAlertsProps } from "../config/props";
import { notificationsOf } from "./notifications";
import { regionsOf } from "./regions";
import { retryPolicyOf } from "./retry";
import { SignInStack } from "./signin-stack";

/** What one account needs for its sign-ins to reach the hub, in every region it is covered in. */
export class AccountStack extends SignInStack {
  readonly #regions: readonly string[];

  constructor(
    scope: Construct,
    name: string,
    props: SignInAlertsProps,
    private readonly account: Account,
    private readonly kinds: readonly AlertKind[],
  ) {
    super(scope, name, props);
    this.#regions = regionsOf(props, account);
    const { regionStrategy = "provider-per-region", movedFrom } = props;
    const made = new Map<string, AwsProvider>();
    const provider = (region: string): AwsProvider => {
      const found = made.get(region) ?? this.provider(account.id, region);
      made.set(region, found);
      return found;
    };
    const forwarder = this.forwarder(this, regionStrategy, provider);
    this.notify(provider);
    for (const region of account.retiredRegions ?? []) provider(region);
    if (movedFrom !== undefined) {
      moveResources(this, this.#regions, (before) => {
        this.forwarder(before, movedFrom, (region) => new AwsProvider(before, region));
      });
    }
    new TerraformOutput(this, "rule_arns", {
      description: "Forwarding rule of each region",
      value: forwarder.ruleArns,
    });
  }

  /** AWS User Notifications of this account, where they are wanted. */
  private notify(provider: (region: string) => AwsProvider): void {
    const settings = notificationsOf(this.props, this.account);
    if (!settings) return;
    new UserNotifications(this, "user-notifications", {
      ...settings,
      provider: provider(globalRegion(this.partition)),
    });
  }

  private forwarder(
    scope: TerraformStack,
    strategy: RegionStrategy,
    provider: (region: string) => AwsProvider,
  ): AccountForwarder {
    const heartbeats = heartbeatsOf(this.props);
    return new AccountForwarder(scope, "account-forwarder", {
      partition: this.partition,
      account: this.account.id,
      ...this.reach(strategy, provider),
      hubBusArn: hubBusArn({ partition: this.partition, ...this.props.hub }, this.namePrefix),
      namePrefix: this.namePrefix,
      kinds: this.kinds,
      retryPolicy: retryPolicyOf(this.props),
      ...(heartbeats && { heartbeatHours: heartbeats.hours }),
    });
  }

  /** The providers that a strategy needs, made as it asks for them. */
  private reach(
    strategy: RegionStrategy,
    provider: (region: string) => AwsProvider,
  ): ProviderPerRegion | RegionArgument {
    const home = globalRegion(this.partition);
    if (strategy === "region-argument") {
      return { provider: provider(home), regions: this.#regions };
    }
    const providers = new Map(this.#regions.map((region) => [region, provider(region)] as const));
    return {
      regionProviders: Object.fromEntries(providers),
      roleProvider: providers.get(home) ?? provider(home),
    };
  }
}
