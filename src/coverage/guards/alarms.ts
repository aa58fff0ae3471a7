import type { Place } from "../../aws";
import type { Alarm, Metric } from "../../guards";
import type { ExpectedGuards } from "../expected-coverage";
import { blocked } from "../finding";
import type { Resource } from "../inventory";
import { isList, isObjectValue } from "../inventory/value";
import { flag, isBlank, isSamePlace, known, placeOf, type ResourceIndex } from "../resource-index";
import { ownName, resourceTypes } from "../resource-types";
import { recipientsOf } from "../trace/subscriptions";
import { alarming, isAssumed, topicPassage } from "../trace/topic";
import { requireSame } from "./compare";

/** Every argument that decides when an alarm is raised, as Terraform names them. */
function conditionsOf(alarm: Alarm): Readonly<Record<string, unknown>> {
  return {
    comparison_operator: alarm.comparison,
    threshold: alarm.threshold,
    treat_missing_data: alarm.missingData,
    evaluation_periods: 1,
    datapoints_to_alarm: 1,
    namespace: undefined,
    metric_name: undefined,
    dimensions: undefined,
    statistic: undefined,
    extended_statistic: undefined,
    period: undefined,
    metric_query: undefined,
    threshold_metric_id: undefined,
    unit: undefined,
    ...watchedBy(alarm),
  };
}

function metricOf({ namespace, name, dimensions }: Metric): Readonly<Record<string, unknown>> {
  return { namespace, metric_name: name, ...(dimensions && { dimensions }) };
}

function watchedBy({ watched, period }: Alarm): Readonly<Record<string, unknown>> {
  if ("metric" in watched) {
    return { ...metricOf(watched.metric), statistic: watched.statistic, period };
  }
  if ("query" in watched) {
    const { query: expression } = watched;
    return { metric_query: [{ id: "counted", expression, period, return_data: true }] };
  }
  const metrics = Object.entries(watched.metrics).map(([id, metric]) => ({
    id,
    metric: { ...metricOf(metric), period, stat: "Sum" },
    return_data: false,
  }));
  const { expression } = watched;
  return { metric_query: [{ id: "counted", expression, return_data: true }, ...metrics] };
}

/** An alarm without what changes nothing: the names of its graphs, and what it takes by itself. */
function withoutLabels(alarm: Resource): Resource {
  const { metric_query: queries, datapoints_to_alarm: points } = alarm.attributes;
  const unlabelled = isList(queries)
    ? queries.map((query) => (isObjectValue(query) ? { ...query, label: undefined } : query))
    : queries;
  const attributes = {
    ...alarm.attributes,
    metric_query: unlabelled,
    // Not set, all periods are counted.
    datapoints_to_alarm: isBlank(points) ? alarm.attributes["evaluation_periods"] : points,
  };
  return { ...alarm, attributes };
}

/** Whom an alarm is to notify. */
interface Notified extends Pick<ExpectedGuards, "topicArn"> {
  /** ARNs of topics that are there already, outside of the generated Terraform. */
  readonly existing: readonly string[];
}

/**
 * Whether an alarm is there, is raised when it should be, and notifies the recipients that it should.
 * @throws BlockedError when not
 */
export function checkAlarm(
  index: ResourceIndex,
  place: Place,
  alarm: Alarm,
  { existing, topicArn }: Notified,
): void {
  const key = `${place.account}/${place.region}/${alarm.name}`;
  const [resource] = index.find("aws_cloudwatch_metric_alarm", key);
  if (resource === undefined) {
    const watched = watchedResource(index, place, alarm);
    const where = `account ${place.account}, ${place.region}`;
    return blocked("guard-missing", watched, `the alarm ${alarm.name} in ${where}`);
  }
  requireSame("guard-differs", withoutLabels(resource), conditionsOf(alarm));
  checkActions(index, resource, existing);
  const actions = resource.attributes["alarm_actions"];
  // Another topic may be one that a flood silences.
  if (topicArn !== undefined && isList(actions) && !actions.includes(topicArn))
    blocked("guard-differs", resource, `its alarm_actions do not name ${topicArn}`);
}

/** Whether an action is another service's, such as Lambda, or a topic outside of the generated Terraform. */
function isElsewhere(index: ResourceIndex, action: string): boolean {
  return index.find("aws_sns_topic", action).length === 0;
}

/**
 * Whether an alarm reaches recipients: by every topic of the generated Terraform that it names, and by
 * one at least. What else it does is not the check's to judge.
 */
export function checkActions(
  index: ResourceIndex,
  alarm: Resource,
  existing: readonly string[],
): void {
  if (!flag(alarm, "actions_enabled", true))
    blocked("alarm-without-action", alarm, "actions_enabled is false");
  const attribute = "alarm_actions";
  const actions = known(alarm, attribute, alarm.attributes[attribute]);
  if (!isList(actions) || actions.length === 0)
    return blocked("alarm-without-action", alarm, `it has no ${attribute}`);
  const texts = actions.map((action) =>
    typeof action === "string"
      ? action
      : blocked("value-invalid", alarm, `${attribute}: an entry is not a text`),
  );
  const judged = texts.filter((action) => !isElsewhere(index, action));
  const isNotified =
    judged.length > 0 || texts.some((action) => isAssumed(index, action, existing));
  for (const action of isNotified ? judged : texts) {
    const sender = { resource: alarm, arn: action };
    const { topic } = topicPassage(index, sender, alarming(alarm));
    recipientsOf(index, topic, action);
  }
}

/** What an alarm that is not there should watch: a queue, a topic, a bus or a metric filter. */
function watchedResource(index: ResourceIndex, place: Place, alarm: Alarm): Resource | undefined {
  const names = JSON.stringify(alarm.watched);
  const here = [...resourceTypes]
    .flatMap(([type, { isMeasured }]) => (isMeasured ? index.all(type) : []))
    .filter((resource) => isSamePlace(place, placeOf(resource)));
  return here
    .filter((resource) => names.includes(watchedName(resource)))
    .sort((a, b) => watchedName(b).length - watchedName(a).length)[0];
}

function watchedName({ type, attributes }: Resource): string {
  const transformation = attributes["metric_transformation"];
  const first = isList(transformation) ? transformation[0] : transformation;
  const metric =
    typeof first === "object" && first !== null && "name" in first ? first["name"] : undefined;
  return typeof metric === "string" ? metric : (ownName(type, attributes) ?? "\u0000");
}
