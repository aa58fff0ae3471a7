import { formatterRetry } from "../../formatter";
import { blocked, step, type Hop } from "../finding";
import type { Resource } from "../inventory";
import { block as blockOf, number, text, type ResourceIndex } from "../resource-index";
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
 * @throws BlockedError when no recipient, or another one, would be notified of it
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export function fallbackHop(index: ResourceIndex, lambda: Resource, topic: string): Hop {
  const [config] = index.find("aws_lambda_function_event_invoke_config", functionKey(lambda));
  if (config === undefined) {
    return blocked("function-fallback-missing", lambda, "it has no destination");
  }
  const destination = inner(config, "destination_config", "on_failure");
  if (destination === undefined) {
    return blocked("function-fallback-missing", config, "it has no on_failure");
  }
  const arn = text(config, "destination", destination);
  if (arn !== topic) {
    blocked("function-fallback-missing", config, `the event goes to ${arn}`);
  }
  const attempts = number(config, "maximum_retry_attempts", config.attributes) ?? 2;
  if (attempts < formatterRetry.attempts) {
    const wanted = `it should be ${formatterRetry.attempts}`;
    blocked("retry-differs", config, `maximum_retry_attempts is ${attempts}, ${wanted}`);
  }
  const age = number(config, "maximum_event_age_in_seconds", config.attributes) ?? 21_600;
  if (age !== formatterRetry.eventAge) {
    const wanted = `it should be ${formatterRetry.eventAge}`;
    blocked("retry-differs", config, `maximum_event_age_in_seconds is ${age}, ${wanted}`);
  }
  return step(NAME, config, "if the function fails, Lambda publishes the event itself there");
}
