import { parseArn } from "../../aws";
import { textIn } from "../../json/value";
import type { Inventory, Resource } from "../inventory";

const bus = "aws_cloudwatch_event_bus";

/**
 * The default event buses that targets name: every account has one in each region, and nobody creates it.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus.html
 */
export function defaultBuses({ resources }: Inventory): readonly Resource[] {
  const written = new Set(
    resources.flatMap(({ type, attributes: { arn } }) => (type === bus ? [arn] : [])),
  );
  const found = new Map<string, Resource>();
  for (const { type, stack, attributes } of resources) {
    const arn = textIn(attributes["arn"]);
    if (type !== "aws_cloudwatch_event_target" || arn?.endsWith(":event-bus/default") !== true)
      continue;
    const { account = "", region = "" } = parseArn(arn) ?? {};
    if (account === "" || region === "" || written.has(arn)) continue;
    const address = `the default event bus of account ${account} in ${region}`;
    found.set(arn, {
      stack,
      address,
      type: bus,
      account,
      region,
      attributes: { name: "default", arn },
    });
  }
  return [...found.values()];
}
