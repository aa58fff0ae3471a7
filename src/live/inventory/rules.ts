import {
  DescribeRuleCommand,
  EventBridgeClient,
  ListRuleNamesByTargetCommand,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  type Rule,
  type Target,
} from "@aws-sdk/client-eventbridge";
import type { FoundResource } from "../../coverage";
import type { Value, ValueObject } from "../../coverage/inventory/value";
import { known, type Answer } from "../answer";
import type { Here } from "../here";
import type { Service } from "../service";
import { foundAt, settle } from "./found";

export const events: Service<EventBridgeClient> = {
  prefix: "events",
  create: (settings) => new EventBridgeClient(settings),
};

/** Who manages the rules of archives. */
const archiving = "prod.vhs.events.aws.internal";

/** Rules of a bus whose names begin with a text, or all. */
export function rulesOf(
  here: Here,
  EventBusName: string,
  NamePrefix?: string,
): Promise<Answer<readonly Rule[]>> {
  return here.pages({
    service: events,
    operation: "ListRules",
    send: (client, NextToken) =>
      client.send(new ListRulesCommand({ EventBusName, NamePrefix, NextToken, Limit: 100 })),
    // The rule by which EventBridge itself fills an archive is nobody's to set.
    result: ({ Rules }) => Rules?.filter(({ ManagedBy }) => ManagedBy !== archiving),
    next: ({ NextToken }) => NextToken,
  });
}

/** Rules of the default bus that send to a bus, without those that are known already. */
export async function rulesSendingTo(
  here: Here,
  TargetArn: string,
  already: readonly Rule[],
): Promise<Answer<readonly Rule[]>> {
  const names = await here.pages({
    service: events,
    operation: "ListRuleNamesByTarget",
    send: (client, NextToken) =>
      client.send(new ListRuleNamesByTargetCommand({ TargetArn, NextToken, Limit: 100 })),
    result: ({ RuleNames }) => RuleNames,
    next: ({ NextToken }) => NextToken,
  });
  if (names.state !== "known") return names;
  const rules: Rule[] = [];
  for (const name of names.value) {
    if (already.some((rule) => rule.Name === name)) continue;
    const rule = await here.ask({
      service: events,
      operation: "DescribeRule",
      send: (client) => client.send(new DescribeRuleCommand({ Name: name })),
      result: (answer) => (answer.Name === undefined ? undefined : answer),
    });
    if (rule.state === "not known") return rule;
    if (rule.state === "known") rules.push(rule.value);
  }
  return known(rules);
}

/** A rule and its targets, as Terraform has them. */
export interface ReadRule {
  readonly resources: readonly FoundResource[];
  readonly targets: readonly Target[];
}

/** A rule with its targets; where those are not known, with one that leads nobody knows where. */
export async function readRule(here: Here, bus: string, rule: Rule): Promise<ReadRule> {
  const { Name: name = "", Arn: arn } = rule;
  const targets = await here.pages({
    service: events,
    operation: "ListTargetsByRule",
    send: (client, NextToken) =>
      client.send(
        new ListTargetsByRuleCommand({ Rule: name, EventBusName: bus, NextToken, Limit: 100 }),
      ),
    result: ({ Targets }) => Targets,
    next: ({ NextToken }) => NextToken,
  });
  const values = {
    arn,
    name,
    event_bus_name: bus,
    description: rule.Description,
    event_pattern: rule.EventPattern,
    schedule_expression: rule.ScheduleExpression,
    state: rule.State,
    role_arn: rule.RoleArn,
  };
  const ofRule = { event_bus_name: bus, rule: name };
  const read = (found: readonly Target[]): readonly FoundResource[] =>
    found.map((target) =>
      foundAt(here, "aws_cloudwatch_event_target", `${name}/${target.Id ?? ""}`, {
        ...ofRule,
        ...targetValues(target),
      }),
    );
  const resources = settle(targets, {
    known: read,
    missing: () => [],
    notKnown: (value) => [
      foundAt(here, "aws_cloudwatch_event_target", `${name}/?`, {
        ...ofRule,
        target_id: "?",
        arn: value,
      }),
    ],
  });
  return {
    resources: [foundAt(here, "aws_cloudwatch_event_rule", name, values), ...resources],
    targets: targets.state === "known" ? targets.value : [],
  };
}

/** Parameters of other services than those that alerts pass, by their name in Terraform. */
const otherParameters = {
  AppSyncParameters: "appsync_target",
  BatchParameters: "batch_target",
  EcsParameters: "ecs_target",
  HttpParameters: "http_target",
  KinesisParameters: "kinesis_target",
  RedshiftDataParameters: "redshift_target",
  RunCommandParameters: "run_command_targets",
  SageMakerPipelineParameters: "sagemaker_pipeline_target",
  SqsParameters: "sqs_target",
} as const;

function targetValues(target: Target): ValueObject {
  const { DeadLetterConfig: dead, RetryPolicy: retry, InputTransformer: transformer } = target;
  const others = Object.entries(otherParameters).flatMap(([name, argument]): [string, Value][] =>
    name in target ? [[argument, [{ set: true }]]] : [],
  );
  return {
    target_id: target.Id,
    arn: target.Arn,
    role_arn: target.RoleArn,
    input: target.Input,
    input_path: target.InputPath,
    ...(transformer && {
      input_transformer: [
        {
          input_paths: transformer.InputPathsMap,
          input_template: transformer.InputTemplate,
        },
      ],
    }),
    ...(dead && { dead_letter_config: [{ arn: dead.Arn }] }),
    ...(retry && {
      retry_policy: [
        {
          maximum_event_age_in_seconds: retry.MaximumEventAgeInSeconds,
          maximum_retry_attempts: retry.MaximumRetryAttempts,
        },
      ],
    }),
    ...Object.fromEntries(others),
  };
}
