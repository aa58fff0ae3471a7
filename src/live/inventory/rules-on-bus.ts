import type { Target } from "@aws-sdk/client-eventbridge";
import type { Finding } from "../../coverage";
import type { Answer } from "../answer";
import type { Here } from "../here";
import { joined, nothing, readEach, type Facts } from "./found";
import { keysOf } from "./keys";
import { notKnownFinding } from "./live-findings";
import { readQueue } from "./queues";
import { readRule, rulesOf, rulesSendingTo } from "./rules";
import type { LiveScope } from "./scope";

/** Rules of a bus with what they send by, as far as it is at the same place. */
export interface RulesOnBus extends Facts {
  readonly targets: readonly Target[];
  /** Roles that the targets are sent to with. */
  readonly roleArns: readonly string[];
  /** Why it is not known which rules there are, by the key of the bus. */
  readonly unread: readonly (readonly [bus: string, because: Finding])[];
}

/** What forwards the sign-ins of a place: rules by name, and whatever else sends to the hub's event bus. */
export async function readForwarder(here: Here, scope: LiveScope): Promise<RulesOnBus> {
  const named = await rulesOf(here, "default", scope.namePrefix);
  const others = await rulesSendingTo(
    here,
    scope.expected.archive.bus,
    named.state === "known" ? named.value : [],
  );
  return readRules(here, "default", [named, others]);
}

/** The rules of the hub's event bus. */
export async function readHubRules(here: Here, busName: string): Promise<RulesOnBus> {
  return readRules(here, busName, [await rulesOf(here, busName)]);
}

async function readRules(
  here: Here,
  bus: string,
  lists: readonly Answer<readonly Parameters<typeof readRule>[2][]>[],
): Promise<RulesOnBus> {
  const { account, region } = here.place;
  const unread = lists.flatMap((list) =>
    list.state === "not known"
      ? [[`${account}/${region}/${bus}`, notKnownFinding(list.notKnown)] as const]
      : [],
  );
  const rules = await readEach(
    lists.flatMap((list) => (list.state === "known" ? list.value : [])),
    (rule) => readRule(here, bus, rule),
  );
  const targets = rules.flatMap((rule) => rule.targets);
  const queues = joined(
    await readEach(
      targets.flatMap(({ DeadLetterConfig }) => DeadLetterConfig?.Arn ?? []),
      (arn) => readQueue(here, arn),
    ),
  );
  const keys = await keysOf(here, queues.resources);
  return {
    ...joined([
      { ...nothing, resources: rules.flatMap(({ resources }) => resources) },
      queues,
      { ...nothing, resources: keys },
    ]),
    targets,
    roleArns: targets.flatMap(({ RoleArn }) => RoleArn ?? []),
    unread,
  };
}
