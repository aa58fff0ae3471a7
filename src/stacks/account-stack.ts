import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { AccountForwarder, hubBusArn } from "../../modules";
import { globalRegion } from "../aws";
import type { AlertKind } from "../catalog";
import { heartbeatsOf, retryPolicyOf } from "./guards";
import type { Account, SignInAlertsProps } from "./props";
import { regionsOf } from "./regions";
import { SignInStack } from "./signin-stack";

/** What one account needs for its sign-ins to reach the hub, in every region it is covered in. */
export class AccountStack extends SignInStack {
  constructor(
    scope: Construct,
    name: string,
    props: SignInAlertsProps,
    account: Account,
    kinds: readonly AlertKind[],
  ) {
    super(scope, name, props);
    const covered = regionsOf(props, account);
    const home = globalRegion(this.partition);
    const heartbeats = heartbeatsOf(props);
    const providers = new Map(
      covered.map((region) => [region, this.provider(account.id, region)] as const),
    );
    const forwarder = new AccountForwarder(this, "account-forwarder", {
      partition: this.partition,
      account: account.id,
      regionProviders: Object.fromEntries(providers),
      roleProvider: providers.get(home) ?? this.provider(account.id, home),
      hubBusArn: hubBusArn({ partition: this.partition, ...props.hub }, this.namePrefix),
      namePrefix: this.namePrefix,
      kinds,
      retryPolicy: retryPolicyOf(props),
      ...(heartbeats && { heartbeatHours: heartbeats.hours }),
    });
    new TerraformOutput(this, "rule_arns", {
      description: "Forwarding rule of each region",
      value: forwarder.ruleArns,
    });
  }
}
