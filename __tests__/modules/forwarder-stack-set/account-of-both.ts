import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import { AccountForwarder, type ForwarderTemplateProps } from "../../../modules";
import { queueArn, roleArn, type Place } from "../../../src/aws";
import { DeployedStack } from "../../cloudformation/deployed-stack";
import { StackContents, text, type Resource } from "../../stacks/stack-contents";
import { synthesizedStacks } from "../../terraform/synthesized-stacks";
import type { CloudFormationTemplate } from "../../../src/aws/cloudformation";

/** What an account has in one region, whichever tool created it. */
export interface RegionOfAccount {
  readonly roles: readonly unknown[];
  readonly queues: readonly unknown[];
  readonly rules: readonly unknown[];
}

/** The Terraform of an account with one provider for each region. */
export function terraformOf(account: string, props: ForwarderTemplateProps): StackContents {
  const [stack] = synthesizedStacks((app) => {
    const own = new TerraformStack(app, "own");
    const providers = Object.fromEntries(
      props.regions.map((region) => [
        region,
        new AwsProvider(own, region, { alias: region, region }),
      ]),
    );
    const [roleProvider] = Object.values(providers);
    if (!roleProvider) throw new Error("no region");
    new AccountForwarder(own, "forwarder", {
      ...props,
      account,
      regionProviders: providers,
      roleProvider,
    });
  });
  if (!stack) throw new Error("nothing was synthesized");
  return new StackContents(stack);
}

function json(resource: Resource, argument: string): unknown {
  return JSON.parse(text(resource.values, argument));
}

/** What Terraform creates in a region; the role is of every region. */
export function regionOfTerraform(contents: StackContents, place: Place): RegionOfAccount {
  const here = (type: string): readonly Resource[] =>
    contents.ofType(type).filter(({ provider }) => provider === `aws.${place.region}`);
  const role = contents.only("aws_iam_role");
  const rolePolicy = contents.only("aws_iam_role_policy");
  return {
    roles: [
      {
        name: role.values["name"],
        path: role.values["path"],
        boundary: role.values["permissions_boundary"],
        description: role.values["description"],
        trust: json(role, "assume_role_policy"),
        policies: [{ name: rolePolicy.values["name"], policy: json(rolePolicy, "policy") }],
      },
    ],
    queues: here("aws_sqs_queue").map((queue) => ({
      name: queue.values["name"],
      retentionSeconds: queue.values["message_retention_seconds"],
      encrypted: queue.values["sqs_managed_sse_enabled"],
      policy: json(queue, "policy"),
    })),
    rules: here("aws_cloudwatch_event_rule").map((rule) => ({
      name: rule.values["name"],
      description: rule.values["description"],
      state: rule.values["state"],
      pattern: "event_pattern" in rule.values ? json(rule, "event_pattern") : undefined,
      schedule: rule.values["schedule_expression"],
      targets: here("aws_cloudwatch_event_target")
        .filter(({ values }) => contents.referenced(values["rule"], "name") === rule)
        .map(({ values }) => {
          const retry = values["retry_policy"] as Readonly<Record<string, unknown>>;
          const { arn } = values["dead_letter_config"] as { arn: unknown };
          const queue = contents.referenced(arn, "arn");
          const sender = contents.referenced(values["role_arn"], "arn");
          const path = "path" in sender.values ? text(sender.values, "path") : "/";
          return {
            id: values["target_id"],
            arn: values["arn"],
            role: roleArn(place, `${path.slice(1)}${text(sender.values, "name")}`),
            age: retry["maximum_event_age_in_seconds"],
            attempts: retry["maximum_retry_attempts"],
            deadLetters: queueArn(place, text(queue.values, "name")),
          };
        }),
    })),
  };
}

interface Target {
  readonly Id: unknown;
  readonly Arn: unknown;
  readonly RoleArn: unknown;
  readonly RetryPolicy: Readonly<Record<string, unknown>>;
  readonly DeadLetterConfig: { readonly Arn: unknown };
}

/** What CloudFormation creates in a region. */
export function regionOfTemplate(template: CloudFormationTemplate, place: Place): RegionOfAccount {
  const stack = new DeployedStack(template, place);
  const of = (type: string) => stack.ofType(type).map(({ properties }) => properties);
  return {
    roles: of("AWS::IAM::Role").map((role) => ({
      name: role["RoleName"],
      path: role["Path"],
      boundary: role["PermissionsBoundary"],
      description: role["Description"],
      trust: role["AssumeRolePolicyDocument"],
      policies: (role["Policies"] as Record<string, unknown>[]).map((inline) => ({
        name: inline["PolicyName"],
        policy: inline["PolicyDocument"],
      })),
    })),
    queues: of("AWS::SQS::Queue").map((queue) => ({
      name: queue["QueueName"],
      retentionSeconds: queue["MessageRetentionPeriod"],
      encrypted: queue["SqsManagedSseEnabled"],
      policy: stack.only("AWS::SQS::QueuePolicy").properties["PolicyDocument"],
    })),
    rules: of("AWS::Events::Rule").map((rule) => ({
      name: rule["Name"],
      description: rule["Description"],
      state: rule["State"],
      pattern: rule["EventPattern"],
      schedule: rule["ScheduleExpression"],
      targets: (rule["Targets"] as Target[]).map((target) => ({
        id: target.Id,
        arn: target.Arn,
        role: target.RoleArn,
        age: target.RetryPolicy["MaximumEventAgeInSeconds"],
        attempts: target.RetryPolicy["MaximumRetryAttempts"],
        deadLetters: target.DeadLetterConfig.Arn,
      })),
    })),
  };
}
