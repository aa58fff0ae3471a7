import { parseArn } from "../../aws";
import { textIn } from "../../json/value";
import type { Resource } from "../inventory";
import { isBlank, type ResourceIndex } from "../resource-index";

interface PlacedRule {
  readonly rule: Resource;
  /** Account, region and name of its bus, joined by slashes. */
  readonly bus: string;
  /** ARNs of its targets; undefined where one is not known. */
  readonly sendsTo: readonly (string | undefined)[];
}

function placedRules(index: ResourceIndex): readonly PlacedRule[] {
  return index.keys("aws_cloudwatch_event_rule").flatMap((bus) =>
    index.find("aws_cloudwatch_event_rule", bus).map((rule) => {
      const name = textIn(rule.attributes["name"]) ?? "";
      const targets = index.find("aws_cloudwatch_event_target", `${bus}/${name}`);
      return { rule, bus, sendsTo: targets.map(({ attributes }) => textIn(attributes["arn"])) };
    }),
  );
}

function busOf(arn: string | undefined): string | undefined {
  const { service, account, region, resource = "" } = parseArn(arn ?? "") ?? {};
  if (service !== "events" || !resource.startsWith("event-bus/")) return undefined;
  return `${account}/${region}/${resource.slice("event-bus/".length)}`;
}

/**
 * Rules of a team for events of its own account and region, beside one that sends them to the bus where
 * those of alerts meet: they send neither to a bus nor to what the rules of that bus send to. No alert
 * needs them, and one that is lost without them is lost on the way to that bus.
 */
export function ownRules(index: ResourceIndex): ReadonlySet<Resource> {
  return index.once("own rules", () => {
    // What acts at certain times, such as a heartbeat, forwards no sign-in.
    const rules = placedRules(index).filter(
      ({ rule }) => !isBlank(rule.attributes["event_pattern"]),
    );
    const senders = new Set(
      rules.flatMap(({ sendsTo }) => sendsTo.flatMap((arn) => busOf(arn) ?? [])),
    );
    const ofHubs = rules.filter(({ bus, sendsTo }) => senders.has(bus) && sendsTo.length > 0);
    const hubs = new Set(ofHubs.map(({ bus }) => bus));
    const forwarded = new Set(
      rules
        .filter(({ sendsTo }) => sendsTo.some((arn) => hubs.has(busOf(arn) ?? "")))
        .map(({ bus }) => bus),
    );
    const destinations = new Set(ofHubs.flatMap(({ sendsTo }) => sendsTo));
    const isOwn = ({ bus, sendsTo }: PlacedRule): boolean =>
      forwarded.has(bus) &&
      !hubs.has(bus) &&
      sendsTo.length > 0 &&
      sendsTo.every(
        (arn) => arn !== undefined && busOf(arn) === undefined && !destinations.has(arn),
      );
    return new Set(rules.filter(isOwn).map(({ rule }) => rule));
  });
}
