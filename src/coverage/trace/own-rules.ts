import { parseArn } from "../../aws";
import { textIn } from "../../json/value";
import type { Resource } from "../inventory";
import { isBlank, type ResourceIndex } from "../resource-index";
import { mayMatchAlert } from "./alert-patterns";

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

/** The bus of an ARN: account, region and name, joined by slashes; undefined for the ARN of something else. */
export function busOf(arn: string | undefined): string | undefined {
  const { service, account, region, resource = "" } = parseArn(arn ?? "") ?? {};
  if (service !== "events" || !resource.startsWith("event-bus/")) return undefined;
  return `${account}/${region}/${resource.slice("event-bus/".length)}`;
}

/**
 * Rules of a team, beside those by which alerts meet at a bus: on a bus where alerts meet not; and on a
 * default bus that sends alerts there those that send neither to a bus nor to what the rules of that bus
 * send to. No alert needs them, and one that is lost without them is lost on the way to that bus.
 */
export function ownRules(index: ResourceIndex): ReadonlySet<Resource> {
  return index.once("own rules", () => {
    // What acts at certain times, such as a heartbeat, forwards no sign-in.
    const rules = placedRules(index).filter(
      ({ rule }) => !isBlank(rule.attributes["event_pattern"]),
    );
    const alerting = rules.filter(({ rule }) => mayMatchAlert(rule));
    const senders = new Set(
      alerting.flatMap(({ sendsTo }) => sendsTo.flatMap((arn) => busOf(arn) ?? [])),
    );
    const ofHubs = rules.filter(({ bus, sendsTo }) => senders.has(bus) && sendsTo.length > 0);
    const hubs = new Set(ofHubs.map(({ bus }) => bus));
    const forwarded = new Set(
      rules
        .filter(({ sendsTo }) => sendsTo.some((arn) => hubs.has(busOf(arn) ?? "")))
        .map(({ bus }) => bus),
    );
    const destinations = new Set(ofHubs.flatMap(({ sendsTo }) => sendsTo));
    const isOwn = ({ bus, sendsTo }: PlacedRule): boolean => {
      if (hubs.has(bus) || sendsTo.length === 0) return false;
      // A rule that notifies as those of the hub do is one of them on the wrong bus.
      const isElsewhere = sendsTo.every((arn) => arn !== undefined && !destinations.has(arn));
      if (hubs.size > 0 && !bus.endsWith("/default")) return isElsewhere;
      return forwarded.has(bus) && isElsewhere && sendsTo.every((arn) => busOf(arn) === undefined);
    };
    return new Set(rules.filter(isOwn).map(({ rule }) => rule));
  });
}
