import { parseArn } from "../../aws";
import { jsonIn, listIn, objectIn, textIn } from "../../json/value";
import { blocked, blockersOf, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { isList, isObjectValue } from "../inventory/value";
import { isBlank, isSamePlace, placeOf, type ResourceIndex } from "../resource-index";

/** What AWS refuses when it is applied, by what several values, or a value and its place, say together. */
export function refusedTogetherFindings(index: ResourceIndex): readonly Finding[] {
  return [
    ...problemsOf(index.all("aws_sns_topic_subscription"), checkRedrive),
    ...problemsOf(index.all("aws_cloudwatch_event_bus"), checkBusQueue),
    ...problemsOf(index.all("aws_cloudwatch_metric_alarm"), checkSpan),
    ...problemsOf(index.written("aws_s3_bucket_lifecycle_configuration"), checkLifecycle),
  ];
}

function problemsOf(
  resources: readonly Resource[],
  check: (resource: Resource) => void,
): readonly Finding[] {
  return resources.flatMap((resource) =>
    blockersOf(() => {
      check(resource);
    }),
  );
}

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html */
function checkRedrive(subscription: Resource): void {
  // What is not known yet is no finding.
  const written = textIn(subscription.attributes["redrive_policy"]) ?? "";
  if (written === "") return;
  const arn = textIn(objectIn(jsonIn(written))["deadLetterTargetArn"]);
  if (arn === undefined) {
    blocked("value-invalid", subscription, "redrive_policy names no deadLetterTargetArn");
  } else {
    requireQueueHere(subscription, "redrive_policy", arn);
  }
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html */
function checkBusQueue(bus: Resource): void {
  const arn = textIn(objectIn(listIn(bus.attributes["dead_letter_config"])[0])["arn"]) ?? "";
  if (arn !== "") requireQueueHere(bus, "dead_letter_config", arn);
}

function requireQueueHere(resource: Resource, argument: string, arn: string): void {
  const queue = parseArn(arn);
  const here = placeOf(resource);
  if (queue?.service === "sqs" && isSamePlace(here, queue)) return;
  const where = `account ${here.account}, ${here.region}`;
  blocked("value-invalid", resource, `${argument} must name a queue in ${where}, not ${arn}`);
}

const lifecycleActions = [
  "abort_incomplete_multipart_upload",
  "expiration",
  "noncurrent_version_expiration",
  "noncurrent_version_transition",
  "transition",
  "dynamic",
];

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html */
function checkLifecycle(configuration: Resource): void {
  const written = configuration.attributes["rule"];
  for (const rule of isList(written) ? written : [written]) {
    const isIdle = isObjectValue(rule) && lifecycleActions.every((name) => isBlank(rule[name]));
    const { id, status } = objectIn(rule);
    // What is not resolved has neither.
    if (!isIdle || textIn(status) === undefined) continue;
    blocked("value-invalid", configuration, `rule ${textIn(id) ?? ""} has no action`);
  }
}

/** A number, or a text that Terraform takes for one. */
function numberIn(value: unknown): number | undefined {
  const isNumber = typeof value === "number" || (typeof value === "string" && value !== "");
  return isNumber && Number.isFinite(Number(value)) ? Number(value) : undefined;
}

const HOUR = 3600;
const DAY = 24 * HOUR;

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
function checkSpan(alarm: Resource): void {
  const {
    evaluation_periods: written,
    datapoints_to_alarm: least,
    period: each,
  } = alarm.attributes;
  const periods = numberIn(written) ?? 1;
  const points = numberIn(least) ?? periods;
  if (points > periods) {
    const detail = `datapoints_to_alarm is ${points}, evaluation_periods ${periods}`;
    blocked("value-invalid", alarm, `${detail}: there are no more points than periods`);
  }
  const period = numberIn(each) ?? 0;
  const longest = period < HOUR ? DAY : 7 * DAY;
  if (period * periods <= longest) return;
  const detail = `its periods last ${period * periods} seconds`;
  blocked(
    "value-invalid",
    alarm,
    `${detail}, CloudWatch accepts ${longest} by periods of ${period}`,
  );
}
