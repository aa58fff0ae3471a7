import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { Construct } from "constructs";
import { ForwarderTarget, type ForwarderTargetProps } from "./forwarder-target";
import { heartbeatRule } from "./rules";

/** Properties of a {@link RegionHeartbeat}: the target is that of every rule of the region. */
export interface RegionHeartbeatProps extends Omit<ForwarderTargetProps, "rule"> {
  readonly namePrefix: string;
  /** Hours between two heartbeats. */
  readonly hours: number;
}

/** Sends one event on the way of every sign-in, so that a region that falls silent is noticed. */
export class RegionHeartbeat extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { namePrefix, hours, ...target }: RegionHeartbeatProps,
  ) {
    super(scope, id);
    const { where } = target;
    const rule = new CloudwatchEventRule(this, "Resource", {
      ...where.common,
      ...heartbeatRule(namePrefix, hours),
    });
    new ForwarderTarget(this, "Target", { ...target, rule: where.attributeOf(rule, "name") });
  }
}
