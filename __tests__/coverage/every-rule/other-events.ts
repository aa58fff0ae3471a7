import type { StackDocument } from "../../../src/coverage";
import { more, plain } from "./raise";

const own = { provider: "aws.eu-central-1" };

/** The stacks with a rule of a team on events of its account in the hub's region, and what it sends to. */
export function withOtherEvents(
  pattern: object,
  arn: string,
  stacks: readonly StackDocument[] = plain,
): readonly StackDocument[] {
  const rule = { ...own, name: "own", event_pattern: JSON.stringify(pattern) };
  const target = { ...own, rule: "own", target_id: "own", arn };
  const added = more("signin-hub", "aws_cloudwatch_event_rule", () => rule, stacks);
  return more("signin-hub", "aws_cloudwatch_event_target", () => target, added);
}
