import { formatterRetry } from "../../formatter";
import type { Resource } from "../inventory";
import { block as blockOf, number, stopAt, text, type Network } from "../network";
import { stationAt } from "../station";
import type { Hop } from "../trace-result";
import { functionKey } from "./function-permission";

const NAME = "fallback";

/** The block of a name within a block. */
function inner(resource: Resource, outer: string, name: string) {
  const attributes = blockOf(resource, outer);
  return attributes && blockOf({ ...resource, attributes }, name);
}

/**
 * What becomes of an event that a function could not publish. That the role may send it follows from
 * its permission for the same topic.
 * @throws BlockedError when nobody, or somebody else, would be told of it
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export function fallbackHop(network: Network, lambda: Resource, topic: string): Hop {
  const [config] = network.find("aws_lambda_function_event_invoke_config", functionKey(lambda));
  if (config === undefined) {
    return stopAt(NAME, lambda, "it has no destination: if the function fails nobody is told");
  }
  const destination = inner(config, "destination_config", "on_failure");
  if (destination === undefined) {
    return stopAt(NAME, config, "it has no on_failure: if the function fails nobody is told");
  }
  const arn = text(config, "destination", destination);
  if (arn !== topic) {
    stopAt(NAME, config, `if the function fails nobody is told: the event goes to ${arn}`);
  }
  const attempts = number(config, "maximum_retry_attempts", config.attributes) ?? 2;
  if (attempts < formatterRetry.attempts) {
    const reason = `maximum_retry_attempts is ${attempts}, it should be ${formatterRetry.attempts}`;
    stopAt(NAME, config, `${reason}: Lambda gives up at once`);
  }
  const age = number(config, "maximum_event_age_in_seconds", config.attributes) ?? 21_600;
  if (age !== formatterRetry.eventAge) {
    const reason = `maximum_event_age_in_seconds is ${age}, it should be ${formatterRetry.eventAge}`;
    stopAt(NAME, config, reason);
  }
  return stationAt(NAME, config, "if the function fails, Lambda publishes the event itself there");
}
