import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { ForwarderStackSet, hubBusArn } from "../../modules";
import type { AlertKind } from "../catalog";
import { heartbeatsOf } from "./guards";
import type { SignInAlertsProps, StackSetRollout } from "../config/props";
import { retryPolicyOf } from "./retry";
import { stackSetRegions } from "./rollout";
import { SignInStack } from "./signin-stack";

/** The stack set that covers organizational units, in the account that administers it. */
export class StackSetStack extends SignInStack {
  constructor(
    scope: Construct,
    name: string,
    props: SignInAlertsProps,
    rollout: StackSetRollout,
    kinds: readonly AlertKind[],
  ) {
    super(scope, name, props);
    const { managementAccount } = props.organization;
    const account = rollout.account ?? managementAccount;
    const heartbeats = heartbeatsOf(props);
    const stackSet = new ForwarderStackSet(this, "forwarder-stack-set", {
      provider: this.provider(account, props.hub.region),
      partition: this.partition,
      account,
      managementAccount,
      organizationalUnits: rollout.organizationalUnits,
      regions: stackSetRegions(props),
      hubBusArn: hubBusArn({ partition: this.partition, ...props.hub }, this.namePrefix),
      namePrefix: this.namePrefix,
      kinds,
      retryPolicy: retryPolicyOf(props),
      ...(heartbeats && { heartbeatHours: heartbeats.hours }),
    });
    new TerraformOutput(this, "stack_set_arn", {
      description: "Stack set that covers the organizational units",
      value: stackSet.arn,
    });
    new TerraformOutput(this, "failed_instances", {
      description: "Accounts and regions that the last operation did not reach",
      value: stackSet.failedInstances,
    });
  }
}
