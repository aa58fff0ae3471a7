import { eventRuleArn, globalRegion, policy, roleArn, type Partition } from "../../src/aws";
import {
  getAtt,
  stackPlace,
  substituted,
  templateBody,
  type CloudFormationResource,
  type CloudFormationTemplate,
} from "../../src/aws/cloudformation";
import {
  forwarderPermission,
  forwarderPolicyName,
  forwarderTrust,
} from "../account-forwarder/forwarder-role";
import {
  forwarderRoleDescription,
  forwardingRuleNames,
  forwardRule,
  heartbeatRule,
  hubTargetId,
  type Forwarded,
} from "../account-forwarder/rules";
import { roleArguments, roleProblems, type CreatedRoles } from "../created-roles";
import { deadLetterIds, deadLetterResources } from "../dead-letter-queue";
import { drillTrustProblems, type DrillTrust } from "../drill-role";
import { forwarderName, forwarderQueueName, regionalForwarderName } from "../names";
import { refuse } from "../property-validation";
import { longestRetry, type RetryPolicy } from "../retry-policy";
import { drillRoleResource } from "./drill-role-resource";
import { homeRegionCondition, inHomeRegion } from "./in-home-region";

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
  /** Path and permissions boundary of the roles that are created. @default - neither */
  readonly createdRoles?: CreatedRoles;
  /** Who may sign in as the role of drills, which each account has then. @default - no such role */
  readonly drill?: DrillTrust;
}

/** Longest name of a rule and of a role. */
const MAXIMUM_NAME_LENGTH = 64;

/** Refuses names of rules and roles that AWS would refuse. */
function validateNameLengths(names: readonly string[]): void {
  const tooLong = names.find((name) => name.length > MAXIMUM_NAME_LENGTH);
  if (tooLong === undefined) return;
  throw new RangeError(
    `the name of a rule or role must be at most ${MAXIMUM_NAME_LENGTH} characters long, got: ${tooLong.length} (${tooLong}); use a name prefix that is ${tooLong.length - MAXIMUM_NAME_LENGTH} shorter`,
  );
}

/**
 * The region whose stack creates what an account has once: the one where the partition records the
 * events of IAM, or where that is not covered the first by name.
 */
function homeRegion(regions: readonly string[], partition: Partition = "aws"): string {
  const global = globalRegion(partition);
  const first = [...regions].sort()[0];
  if (first === undefined) {
    throw new RangeError("a stack set needs at least 1 region, got: 0; name the regions to cover");
  }
  return regions.includes(global) ? global : first;
}

/** Each region once, the home region first. */
export function homeRegionFirst(
  regions: readonly string[],
  partition?: Partition,
): readonly string[] {
  const home = homeRegion(regions, partition);
  return [home, ...[...new Set(regions)].filter((region) => region !== home).sort()];
}

/** Name of the role within the template. */
const roleId = "Role";

/** The role, and how the rest of the template speaks of it. */
interface RoleTemplate {
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly resources: Readonly<Record<string, CloudFormationResource>>;
  /** Its ARN, as an expression that makes what uses it wait for it where the same stack creates it. */
  readonly arn: unknown;
}

/** The role that sends to the hub: one for all regions of an account, or one for each. */
function roleTemplate(props: ForwarderTemplateProps, home: string): RoleTemplate {
  const own = props.role !== "home-region";
  const name = own
    ? regionalForwarderName(props.namePrefix, stackPlace.region)
    : forwarderName(props.namePrefix);
  const senders = own ? stackPlace : { ...stackPlace, region: "*" };
  const made = getAtt(roleId, "Arn");
  const { path, permissionsBoundary } = roleArguments(stackPlace, props.createdRoles);
  return {
    conditions: own && !props.drill ? {} : homeRegionCondition(home),
    resources: {
      [roleId]: {
        Type: "AWS::IAM::Role",
        ...(!own && { Condition: inHomeRegion }),
        Properties: {
          RoleName: substituted(name),
          Description: forwarderRoleDescription,
          ...(path !== undefined && { Path: path }),
          ...(permissionsBoundary !== undefined && {
            PermissionsBoundary: substituted(permissionsBoundary),
          }),
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
    arn: own
      ? made
      : {
          "Fn::If": [inHomeRegion, made, substituted(roleArn(stackPlace, name, path))],
        },
  };
}

/** The rules of a region, each with the hub's event bus as its target. */
function rulesTemplate(
  props: ForwarderTemplateProps,
  roleArn: unknown,
): Readonly<Record<string, CloudFormationResource>> {
  const { namePrefix, hubBusArn, heartbeatHours, retryPolicy = longestRetry } = props;
  const rule = (properties: Readonly<Record<string, unknown>>): CloudFormationResource => ({
    Type: "AWS::Events::Rule",
    // Without the policy of the queue an event that cannot be delivered is lost.
    DependsOn: [deadLetterIds.policy],
    Properties: {
      ...properties,
      Targets: [
        {
          Id: hubTargetId,
          Arn: hubBusArn,
          RoleArn: roleArn,
          RetryPolicy: {
            MaximumEventAgeInSeconds: retryPolicy.maximumEventAgeInSeconds,
            MaximumRetryAttempts: retryPolicy.maximumRetryAttempts,
          },
          DeadLetterConfig: { Arn: getAtt(deadLetterIds.queue, "Arn") },
        },
      ],
    },
  });
  const forward = forwardRule(props);
  const resources: Record<string, CloudFormationResource> = {
    Forward: rule({
      Name: forward.name,
      Description: forward.description,
      EventPattern: forward.eventPattern,
      State: forward.state,
    }),
  };
  if (heartbeatHours !== undefined) {
    const heartbeat = heartbeatRule(namePrefix, heartbeatHours);
    resources["Heartbeat"] = rule({
      Name: heartbeat.name,
      Description: heartbeat.description,
      ScheduleExpression: heartbeat.scheduleExpression,
      State: heartbeat.state,
    });
  }
  return resources;
}

/**
 * What one account needs in one region for its sign-ins to reach the hub, as a CloudFormation template:
 * the same names, patterns, policies and settings as those of an {@link AccountForwarder}. The same
 * template serves every account and region; ARNs are computed where it is deployed.
 * @throws RangeError where there is no region, a name is longer than 64 characters, a path, a boundary or a
 * trusted principal is none that AWS accepts, or the template longer than 51,200 bytes.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/what-is-cfnstacksets.html
 */
export function forwarderTemplate(props: ForwarderTemplateProps): CloudFormationTemplate {
  const { namePrefix, regions, hubBusArn, partition } = props;
  refuse([
    ...roleProblems(props.createdRoles),
    ...(props.drill ? drillTrustProblems(props.drill) : []),
  ]);
  const ruleNames = forwardingRuleNames(props);
  validateNameLengths([
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
      ...(props.drill && {
        DrillRole: drillRoleResource(props.drill, namePrefix, props.createdRoles),
      }),
    },
  };
  templateBody(template);
  return template;
}
