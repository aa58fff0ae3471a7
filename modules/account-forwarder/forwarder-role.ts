import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { ITerraformDependable, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import {
  eventRuleArn,
  policyDocument,
  type ArnPlace,
  type Partition,
  type PolicyStatement,
} from "../../src/aws";
import { roleArguments, type CreatedRoles } from "../created-roles";
import { forwarderRoleDescription } from "./rules";

/** Name of the role's policy. */
export const forwarderPolicyName = "put-events-on-hub";

/** Who may use the role: EventBridge, for the rules of these names in the place's region. */
export function forwarderTrust(place: ArnPlace, ruleNames: readonly string[]): PolicyStatement {
  return {
    Sid: "ForwardingRulesAssumeRole",
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Action: "sts:AssumeRole",
    Condition: {
      ArnLike: { "aws:SourceArn": ruleNames.map((name) => eventRuleArn(place, name)) },
      StringEquals: { "aws:SourceAccount": place.account },
    },
  };
}

/** What the role may do. */
export function forwarderPermission(hubBusArn: string): PolicyStatement {
  return {
    Sid: "PutEventsOnHub",
    Effect: "Allow",
    Action: "events:PutEvents",
    Resource: hubBusArn,
  };
}

/** Properties of a {@link ForwarderRole}. */
export interface ForwarderRoleProps {
  readonly provider: TerraformProvider;
  readonly partition: Partition;
  readonly account: string;
  /** Name of the role, at most 64 characters. */
  readonly name: string;
  /** Names of the rules that may assume it, in any region of the account. */
  readonly ruleNames: readonly string[];
  readonly hubBusArn: string;
  readonly createdRoles?: CreatedRoles | undefined;
}

/** The role with which the forwarding rules of an account, of any region, send to the hub. */
export class ForwarderRole extends Construct {
  public readonly arn: string;
  /** What must exist before a rule may send: EventBridge does not retry a missing permission. */
  public readonly permission: ITerraformDependable;

  constructor(scope: Construct, id: string, props: ForwarderRoleProps) {
    super(scope, id);
    const { provider, partition, account, name } = props;
    const role = new IamRole(this, "Resource", {
      provider,
      name,
      description: forwarderRoleDescription,
      ...roleArguments({ partition, account }, props.createdRoles),
      assumeRolePolicy: policyDocument(
        forwarderTrust({ partition, account, region: "*" }, props.ruleNames),
      ),
    });
    this.arn = role.arn;
    this.permission = new IamRolePolicy(this, "Policy", {
      provider,
      name: forwarderPolicyName,
      role: role.name,
      policy: policyDocument(forwarderPermission(props.hubBusArn)),
    });
  }
}
