import { policy, roleArn } from "../../src/aws";
import {
  getAtt,
  stackPlace,
  substituted,
  type CloudFormationResource,
} from "../../src/aws/cloudformation";
import { forwarderName } from "../account-forwarder";
import {
  forwarderPermission,
  forwarderPolicyName,
  forwarderTrust,
} from "../account-forwarder/policies";
import { forwarderRoleDescription, forwardingRuleNames } from "../account-forwarder/rules";
import { regionalForwarderName } from "./names";
import type { ForwarderTemplateProps } from "./forwarder-template";

/** Name of the role within the template. */
const roleId = "Role";

const inHomeRegion = "InHomeRegion";

/** The role, and how the rest of the template speaks of it. */
export interface RoleTemplate {
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly resources: Readonly<Record<string, CloudFormationResource>>;
  /** Its ARN, as an expression that makes what uses it wait for it where the same stack makes it. */
  readonly arn: unknown;
}

/** The role that sends to the hub: one for all regions of an account, or one for each. */
export function roleTemplate(props: ForwarderTemplateProps, home: string): RoleTemplate {
  const own = props.role !== "home-region";
  const name = own
    ? regionalForwarderName(props.namePrefix, stackPlace.region)
    : forwarderName(props.namePrefix);
  const senders = own ? stackPlace : { ...stackPlace, region: "*" };
  const made = getAtt(roleId, "Arn");
  return {
    conditions: own ? {} : { [inHomeRegion]: { "Fn::Equals": [{ Ref: "AWS::Region" }, home] } },
    resources: {
      [roleId]: {
        Type: "AWS::IAM::Role",
        ...(!own && { Condition: inHomeRegion }),
        Properties: {
          RoleName: substituted(name),
          Description: forwarderRoleDescription,
          AssumeRolePolicyDocument: substituted(
            policy(forwarderTrust(senders, forwardingRuleNames(props))),
          ),
          // Part of the role: what waits for the role waits for its permission.
          Policies: [
            {
              PolicyName: forwarderPolicyName,
              PolicyDocument: policy(forwarderPermission(props.hubBusArn)),
            },
          ],
        },
      },
    },
    arn: own ? made : { "Fn::If": [inHomeRegion, made, substituted(roleArn(stackPlace, name))] },
  };
}
