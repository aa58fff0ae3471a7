import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { ITerraformDependable, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { eventRuleArn, policyDocument, type Partition } from "../../src/aws";

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
      description: "Sends sign-in events to the event bus of the alert hub",
      assumeRolePolicy: policyDocument({
        Sid: "ForwardingRulesAssumeRole",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          ArnLike: {
            "aws:SourceArn": props.ruleNames.map((ruleName) =>
              eventRuleArn({ partition, account, region: "*" }, ruleName),
            ),
          },
          StringEquals: { "aws:SourceAccount": account },
        },
      }),
    });
    this.arn = role.arn;
    this.permission = new IamRolePolicy(this, "Policy", {
      provider,
      name: "put-events-on-hub",
      role: role.name,
      policy: policyDocument({
        Sid: "PutEventsOnHub",
        Effect: "Allow",
        Action: "events:PutEvents",
        Resource: props.hubBusArn,
      }),
    });
  }
}
