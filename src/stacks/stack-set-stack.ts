import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { ForwarderStackSet } from "../../modules";
import type { Plan, StackSetPlan } from "../plan";
import { SignInStack } from "./signin-stack";

/** The stack set that covers organizational units, in the account that administers it. */
export class StackSetStack extends SignInStack {
  constructor(scope: Construct, name: string, plan: Plan, stackSet: StackSetPlan) {
    super(scope, name, plan);
    const { partition, namePrefix, kinds, hub, organization, createdRoles, drill } = plan;
    const { account, organizationalUnits, regions } = stackSet;
    const forwarders = new ForwarderStackSet(this, "forwarder-stack-set", {
      provider: this.provider({ account, region: hub.place.region, access: stackSet }),
      partition,
      account,
      managementAccount: organization.managementAccount,
      organizationalUnits,
      regions,
      hubBusArn: hub.busArn,
      namePrefix,
      kinds,
      retryPolicy: hub.retryPolicy,
      createdRoles,
      ...(drill && { drill }),
      ...(hub.heartbeats && { heartbeatHours: hub.heartbeats.hours }),
    });
    new TerraformOutput(this, "stack_set_arn", {
      description: "Stack set that covers the organizational units",
      value: forwarders.arn,
    });
    new TerraformOutput(this, "failed_instances", {
      description: "Accounts and regions that the last operation did not reach",
      value: forwarders.failedInstances,
    });
  }
}
