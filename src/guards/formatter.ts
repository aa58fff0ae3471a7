import { anyWithinFiveMinutes, type Alarm } from "./alarm";

/**
 * Alarms on a function that formats messages. Each failure still reaches the topic as the event
 * itself; only the last two mean that somebody may not have been told.
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
