import * as eb from "@aws-sdk/client-eventbridge";
import { bus, type Clients } from "./by-hand";

async function target(events: Clients["events"], Rule: string, EventBusName = bus) {
  const { Targets = [] } = await events.send(
    new eb.ListTargetsByRuleCommand({ Rule, EventBusName }),
  );
  const [found = { Id: "", Arn: "" }] = Targets;
  return found;
}

/** Changes the target of a rule. */
export async function changeTarget(
  events: Clients["events"],
  Rule: string,
  change: (found: eb.Target) => eb.Target,
  EventBusName = bus,
): Promise<void> {
  const Targets = [change(await target(events, Rule, EventBusName))];
  await events.send(new eb.PutTargetsCommand({ Rule, EventBusName, Targets }));
}
