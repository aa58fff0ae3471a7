import { type Alarm, anyWithinFiveMinutes } from "./alarm";
import { floodAlarms, type FloodWatch } from "./flood";

/** What the hub delivers with. */
export interface DeliveryPath {
  /** Begins the name of every alarm. */
  readonly namePrefix: string;
  readonly busName: string;
  /** Queue of what the hub's rules could not deliver. */
  readonly queueName: string;
  readonly topicNames: readonly string[];
  /** What a flood of events is noticed by. @default - it is not noticed */
  readonly flood?: Pick<FloodWatch, "perMinute" | "rules">;
}

const steps = "See docs/operations.md, reading dead letters.";

/**
 * Counts of all rules of a bus together. EventBridge sends these metrics only when they are not zero,
 * with the dimensions EventBusName and RuleName for a bus that is not the default one.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
 */
function sumOverRules(metric: string, busName: string): string {
  return `SELECT SUM(${metric}) FROM SCHEMA("AWS/Events", EventBusName, RuleName) WHERE EventBusName = '${busName}'`;
}

/** Alarms on everything that can keep an event that reached the hub from the people it is for. */
export function deliveryAlarms({
  namePrefix,
  busName,
  queueName,
  topicNames,
  flood,
}: DeliveryPath): readonly Alarm[] {
  const ofRules = (name: string, metric: string, what: string): Alarm =>
    anyWithinFiveMinutes(`${namePrefix}-${name}`, `${what} ${steps}`, {
      query: sumOverRules(metric, busName),
    });
  return [
    anyWithinFiveMinutes(
      `${namePrefix}-hub-dead-letters`,
      `The queue ${queueName} holds sign-in events that nobody was told of. ${steps}`,
      {
        metric: {
          namespace: "AWS/SQS",
          name: "ApproximateNumberOfMessagesVisible",
          dimensions: { QueueName: queueName },
        },
        statistic: "Maximum",
      },
    ),
    ofRules(
      "hub-failed-invocations",
      "FailedInvocations",
      `A rule of the event bus ${busName} could not deliver for good.`,
    ),
    ofRules(
      "hub-sent-to-dead-letters",
      "InvocationsSentToDlq",
      `A rule of the event bus ${busName} gave an event up to its dead-letter queue.`,
    ),
    ofRules(
      "hub-lost",
      "InvocationsFailedToBeSentToDlq",
      `A rule of the event bus ${busName} could write neither to its target nor to its dead-letter queue: the event is lost.`,
    ),
    ...topicNames.map((topicName) =>
      anyWithinFiveMinutes(
        `${topicName}-undelivered`,
        `Somebody who is subscribed to the topic ${topicName} could not be told. Look at who is still subscribed, and whether an address is full or gone.`,
        {
          metric: {
            namespace: "AWS/SNS",
            name: "NumberOfNotificationsFailed",
            dimensions: { TopicName: topicName },
          },
          statistic: "Sum",
        },
      ),
    ),
    ...(flood ? floodAlarms({ namePrefix, busName, ...flood }) : []),
  ];
}

/**
 * Alarms on a function that formats messages. Each failure still reaches the topic as the event
 * itself; only the last two mean that recipients may not have been notified.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 */
export function formatterAlarms(functionName: string): readonly Alarm[] {
  const ofFunction = (name: string, metric: string, description: string): Alarm =>
    anyWithinFiveMinutes(`${functionName}-${name}`, description, {
      metric: { namespace: "AWS/Lambda", name: metric, dimensions: { FunctionName: functionName } },
      statistic: "Sum",
    });
  const log = `Look at the log group ${formatterLogGroupName(functionName)}.`;
  return [
    ofFunction(
      "errors",
      "Errors",
      `The function ${functionName} failed. What it cannot publish in three attempts arrives as the event itself. ${log}`,
    ),
    ofFunction(
      "fallback-failed",
      "DestinationDeliveryFailures",
      `The function ${functionName} failed, and its event could not be sent to the topic either: somebody signed in and nobody was told. ${log}`,
    ),
    ofFunction(
      "dropped",
      "AsyncEventsDropped",
      `Lambda gave an event up that the function ${functionName} did not publish. Did it arrive at the topic as it is? ${log}`,
    ),
  ];
}

/** The log group that Lambda writes to for a function. */
export function formatterLogGroupName(functionName: string): string {
  return `/aws/lambda/${functionName}`;
}
