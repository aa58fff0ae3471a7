import type { StackDocument } from "../../../src/coverage";
import { attributeMutants, removalMutant } from "./attribute-mutants";
import { originals, type Mutant, type Original } from "./mutant";
import { policyMutants } from "./policy-mutants";
import { aliasMutants, providerMutants } from "./provider-mutants";
import { templateMutants } from "./template-mutants";

/** What a resource belonged to, where nothing refers to it when it is gone. */
function ownersOf(original: Original): readonly string[] {
  const { rule, event_bus_name: bus, topic_arn: topic, bucket } = original.body;
  const { notification_configuration_arn: notifications } = original.body;
  const { sns_topic_arns: topics } = original.body;
  const { resource_arn: logged, delivery_source_name: source } = original.body;
  const { stack_set_name: stackSet } = original.body;
  return [
    rule,
    bus,
    topic,
    bucket,
    notifications,
    logged,
    source,
    stackSet,
    ...(Array.isArray(topics) ? (topics as unknown[]) : []),
  ].flatMap((reference) => {
    const address = /^\$\{([\w-]+\.[\w-]+)\./u.exec(
      typeof reference === "string" ? reference : "",
    )?.[1];
    return address === undefined ? [] : [address];
  });
}

/** A policy of something else is somebody else's: what has none any more is named as well. */
function givenAway(original: Original, mutant: Mutant): Mutant {
  const isOwner = /^(event_bus_name|bucket) /u.test(mutant.change);
  return isOwner && original.type.endsWith("_policy")
    ? { ...mutant, neighbours: ownersOf(original) }
    : mutant;
}

/** Instances that reach nothing are missed by their stack set. */
function ofStackSet(original: Original, mutant: Mutant): Mutant {
  return original.type === "aws_cloudformation_stack_instances"
    ? { ...mutant, neighbours: ownersOf(original) }
    : mutant;
}

const watching = /^aws_cloudwatch_(metric_alarm|log_metric_filter|query_definition)$/u;
const watched =
  /^aws_(sqs_queue|sns_topic|lambda_function|cloudwatch_(event_bus|log_group|log_metric_filter))$/u;

/** What an alarm, a filter or a query may have looked at: it is named when they are gone. */
function watchedBy(original: Original, all: readonly Original[]): readonly string[] {
  if (!watching.test(original.type)) return [];
  return all
    .filter(({ stack, type }) => stack === original.stack && watched.test(type))
    .map(({ type, name }) => `${type}.${name}`);
}

/** CloudWatch Logs asks all policies of a place: where none names the log group any more, another is named. */
function besidePolicies(original: Original, all: readonly Original[]): readonly string[] {
  if (original.type !== "aws_cloudwatch_log_resource_policy") return [];
  return all
    .filter(({ stack, type }) => stack === original.stack && type === original.type)
    .map(({ type, name }) => `${type}.${name}`);
}

/** Every mutant of the stacks. */
export function allMutants(stacks: readonly StackDocument[]): readonly Mutant[] {
  const documents = new Map(stacks.map(({ name, document }) => [name, document]));
  const all = originals(stacks);
  return [
    ...stacks.flatMap(providerMutants),
    ...all.flatMap((original) => [
      removalMutant(original, [...ownersOf(original), ...watchedBy(original, all)]),
      ...attributeMutants(original).map((mutant) =>
        ofStackSet(original, givenAway(original, mutant)),
      ),
      ...policyMutants(original).map((mutant) => ({
        ...mutant,
        neighbours: [...mutant.neighbours, ...besidePolicies(original, all)],
      })),
      ...templateMutants(original),
      ...aliasMutants(original, documents.get(original.stack) ?? {}),
    ]),
  ];
}
