import { eventRuleArn, type Partition } from "../../src/aws";
import {
  stackPlace,
  templateBody,
  type CloudFormationTemplate,
} from "../../src/aws/cloudformation";
import { forwarderName, forwarderQueueName } from "../account-forwarder";
import { forwardingRuleNames, type Forwarded } from "../account-forwarder/rules";
import { deadLetterResources } from "../dead-letter-queue-template";
import type { RetryPolicy } from "../retry-policy";
import { checkNameLengths } from "./checks";
import { homeRegion } from "./home-region";
import { regionalForwarderName } from "./names";
import { roleTemplate } from "./role-template";
import { rulesTemplate } from "./rules-template";

/**
 * How many roles an account gets. `home-region`: one, made by the stack of the home region, which must
 * be deployed before the others. `each-region`: one in each, so that no stack waits for another; AWS
 * keeps no order of regions where it enrols an account by itself.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_StackSetOperationPreferences.html
 */
export type RolePlacement = "home-region" | "each-region";

/** Properties of a {@link forwarderTemplate}. */
export interface ForwarderTemplateProps extends Forwarded {
  /** @default "aws" */
  readonly partition?: Partition;
  /** Regions that the template is deployed in, at least one. */
  readonly regions: readonly string[];
  /** ARN of the hub's event bus; it must accept events of every account before the rules exist. */
  readonly hubBusArn: string;
  /** @default - 24 hours, 185 attempts */
  readonly retryPolicy?: RetryPolicy;
  /** @default "each-region" */
  readonly role?: RolePlacement;
}

/**
 * What one account needs in one region for its sign-ins to reach the hub, as a CloudFormation template:
 * the same names, patterns, policies and settings as those of an {@link AccountForwarder}. The same
 * template serves every account and region; ARNs are computed where it is deployed.
 * @throws RangeError where there is no region, a name is longer than 64 characters, or the template
 * longer than 51,200 bytes.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/what-is-cfnstacksets.html
 */
export function forwarderTemplate(props: ForwarderTemplateProps): CloudFormationTemplate {
  const { namePrefix, regions, hubBusArn, partition } = props;
  const ruleNames = forwardingRuleNames(props);
  checkNameLengths([
    ...ruleNames,
    ...(props.role !== "home-region"
      ? regions.map((region) => regionalForwarderName(namePrefix, region))
      : [forwarderName(namePrefix)]),
  ]);
  const role = roleTemplate(props, homeRegion(regions, partition));
  const template: CloudFormationTemplate = {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: `Sends console sign-in events of an account to ${hubBusArn}`,
    Metadata: { AlertKinds: props.kinds.map(({ name }) => name) },
    ...(Object.keys(role.conditions).length > 0 && { Conditions: role.conditions }),
    Resources: {
      ...role.resources,
      ...deadLetterResources(
        forwarderQueueName(namePrefix),
        ruleNames.map((name) => eventRuleArn(stackPlace, name)),
      ),
      ...rulesTemplate(props, role.arn),
    },
  };
  templateBody(template);
  return template;
}
