import { canonical } from "../../../json/canonical";
import { listIn, objectIn } from "../../../json/value";
import { counted, firstOf } from "../wording";
import { alarmChanges } from "./alarm-changes";
import { guardChanges } from "./guard-changes";
import { protectionChanges } from "./protection-changes";
import { providerChanges } from "./provider-changes";
import { pairsOf, type Pair } from "./resource-losses";
import type { PlacedResource } from "./same-on-aws";
import type { OtherChange, Side } from "./side";
import type { StackLosses } from "./stack-losses";
import { stateChanges } from "./state-changes";

/** What a change alters besides coverage, recipients and single resources. */
export function otherChanges(base: Side, head: Side, found: StackLosses): readonly OtherChange[] {
  const pairs = [...pairsOf(base.placed, head.placed)];
  return [
    ...organizationChange(base, head),
    ...hubChange(base, head),
    ...stateChanges(base, head, found),
    ...protectionChanges(base, head),
    ...guardChanges(base, head),
    ...alarmChanges(base, head, pairs),
    ...providerChanges(base, head),
    ...deliveryChanges(pairs),
    ...archiveChange(pairs),
    ...busLogChange(pairs),
    ...formatterChange(base, head),
    ...remainingChanges(pairs),
  ];
}

const organization = /\bo-[a-z0-9]{10,32}\b/gu;

/** Organizations that the policies of event buses name. */
function organizationsOf(side: Side): readonly string[] {
  const policies = side.written("aws_cloudwatch_event_bus_policy");
  const texts = policies.map(({ resource }) => JSON.stringify(resource.attributes));
  return [...new Set(texts.flatMap((text) => text.match(organization) ?? []))].sort();
}

function organizationChange(base: Side, head: Side): readonly OtherChange[] {
  const [before, after] = [organizationsOf(base), organizationsOf(head)];
  // An id that the configuration of the base did not name was a fault of the base.
  const isMeant = (id: string): boolean =>
    !base.isConfigured || id === (base.coverage.organization ?? id);
  const gone = before.filter((id) => !after.includes(id) && isMeant(id));
  if (gone.length === 0) return [];
  const now = after.length === 0 ? "no organization" : after.join(", ");
  return [
    {
      text: `The organization is ${now} instead of ${gone.join(", ")}: the hub accepts sign-ins of its accounts only. If the id is not that of your organization, no alert arrives any more.`,
      isLoss: true,
    },
  ];
}

const buses = (side: Side) => side.written("aws_cloudwatch_event_bus");

/** Event buses that alerts pass; a team may have others. */
function hubsOf(side: Side): readonly PlacedResource[] {
  return buses(side).filter((bus) => side.isNearThePath(bus));
}

function hubChange(base: Side, head: Side): readonly OtherChange[] {
  const [before, after] = [base, head].map(hubsOf);
  const there = new Set(buses(head).map(({ identity }) => identity));
  const was = before?.find(({ identity }) => !there.has(identity));
  const [is] = after ?? [];
  if (was === undefined || is === undefined) return [];
  const shown = ({ name = "", place }: PlacedResource) => `${name} in ${place}`;
  return [
    {
      text: `The hub is ${shown(is)} instead of ${shown(was)}: its topics are others, so each recipient must confirm again, and until all accounts are applied their sign-ins go to a bus that nobody reads or that is gone.`,
      isLoss: true,
    },
  ];
}

/** A value to be compared: one block stands in a list or by itself, and an empty list says nothing. */
function comparable(value: unknown): string {
  return canonical(listIn(value));
}

function different(pairs: readonly Pair[], argument: string): readonly Pair[] {
  return pairs.filter(
    ([before, after]) =>
      comparable(before.resource.attributes[argument]) !==
      comparable(after.resource.attributes[argument]),
  );
}

function deliveryChanges(pairs: readonly Pair[]): readonly OtherChange[] {
  const messages = different(pairs, "input_transformer");
  const retry = (each: PlacedResource) => {
    const policy = objectIn(listIn(each.resource.attributes["retry_policy"])[0]);
    const { maximum_retry_attempts: attempts, maximum_event_age_in_seconds: seconds } = policy;
    return `${shownValue(attempts, "185")} attempts in ${shownValue(seconds, "86400")} seconds`;
  };
  const retries = different(pairs, "retry_policy").filter(
    ([before, after]) => retry(before) !== retry(after),
  );
  const [firstRetry] = retries;
  return [
    ...(firstRetry === undefined
      ? []
      : [
          {
            text: `Delivery is tried otherwise at ${counted(retries.length, "target")}: ${retry(firstRetry[1])} instead of ${retry(firstRetry[0])}. An alert that cannot be delivered by then is in the dead-letter queue and notifies nobody.`,
            isLoss: false,
          },
        ]),
    ...(messages.length === 0
      ? []
      : [
          {
            text: `Messages of ${counted(messages.length, "target")} read otherwise: signin-alerts trace shows them.`,
            isLoss: false,
          },
        ]),
  ];
}

function shownValue(value: unknown, otherwise: string): string {
  return typeof value === "number" || typeof value === "string" ? String(value) : otherwise;
}

/** An archive that keeps events for fewer days; AWS takes 0, its default, for ever. */
function archiveChange(pairs: readonly Pair[]): readonly OtherChange[] {
  const days = ({ resource }: PlacedResource) =>
    Number(resource.attributes["retention_days"] ?? 0) || Infinity;
  const shown = (count: number) => (count === Infinity ? "for ever" : `for ${count} days`);
  return different(pairs, "retention_days").map(([before, after]) => {
    const [was, is] = [days(before), days(after)];
    const older = is < was ? ": what is older is deleted and can no longer be replayed" : "";
    return {
      text: `The archive ${after.name ?? ""} keeps events ${shown(is)} instead of ${shown(was)}${older}.`,
      isLoss: false,
    };
  });
}

/** An event bus that says more or less of what becomes of deliveries. */
function busLogChange(pairs: readonly Pair[]): readonly OtherChange[] {
  const shown = ({ resource }: PlacedResource) => {
    const config = resource.attributes["log_config"];
    const { level, include_detail: detail } = objectIn(Array.isArray(config) ? config[0] : config);
    return `${shownValue(level, "OFF")} with detail ${shownValue(detail, "NONE")}`;
  };
  return different(pairs, "log_config").map(([before, after]) => ({
    text: `The event bus ${after.name ?? ""} logs at the level ${shown(after)} instead of ${shown(before)}. At INFO it says whether an alert was delivered; with detail FULL its logs hold the events.`,
    isLoss: false,
  }));
}

function formatterChange(base: Side, head: Side): readonly OtherChange[] {
  const count = (side: Side) => side.written("aws_lambda_function").length;
  const [before, after] = [count(base), count(head)];
  if (before === after || (before > 0 && after > 0)) return [];
  const text =
    after > 0
      ? "A function forms the messages from now on; an event that it cannot form is sent as it is. The targets of the rules are exchanged for it, which takes about a second."
      : "The function that formed the messages is gone: EventBridge forms them itself. The targets of the rules are exchanged for that, which takes about a second.";
  return [{ text, isLoss: false }];
}

/** Arguments with a sentence of their own. */
const told = new Set([
  "retry_policy",
  "input_transformer",
  "retention_days",
  "log_config",
  "threshold",
]);

/** What changes in place and has no sentence of its own: types and arguments. */
function remainingChanges(pairs: readonly Pair[]): readonly OtherChange[] {
  const counts = new Map<string, number>();
  for (const [before, after] of pairs) {
    if (before.essence !== after.essence) continue;
    const [was, is] = [before.resource.attributes, after.resource.attributes];
    const names = new Set([...Object.keys(was), ...Object.keys(is)]);
    for (const name of names) {
      const key = `${after.resource.type} ${name}`;
      if (told.has(name) || comparable(was[name]) === comparable(is[name])) continue;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  if (counts.size === 0) return [];
  const parts = [...counts].sort().map(([key, count]) => {
    const [type = "", name = ""] = key.split(" ");
    return `${name} of ${count} ${type}`;
  });
  return [{ text: `Changed in place: ${firstOf(parts, 8)}.`, isLoss: false }];
}
