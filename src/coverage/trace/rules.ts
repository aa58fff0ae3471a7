import { InvalidEventPatternError } from "../../aws/eventbridge";
import type { EventEnvelope } from "../../catalog";
import type { Resource } from "../inventory";
import { flag, optionalText, stopAt, text } from "../network";
import { stationAt } from "../station";
import type { Hop, Stop } from "../trace-result";
import { isReadOnly } from "./recorded";
import { branch, type Run } from "./run";

/** A rule that takes an event, and why. */
export interface MatchingRule {
  readonly rule: Resource;
  readonly hop: Hop;
}

/** Where rules are looked for, and what they are called in a trace. */
export interface RuleStation {
  readonly name: string;
  /** Account, region and name of the bus, joined by slashes. */
  readonly bus: string;
  /** The bus in words. */
  readonly shown: string;
  /** The bus where it is in the inventory. */
  readonly resource?: Resource;
}

/**
 * The rules on a bus that take the event. One that would but cannot, because of its state, is noted.
 * @throws BlockedError when no rule takes it, naming the one that comes nearest
 */
export function matchingRules(run: Run, station: RuleStation): readonly MatchingRule[] {
  const rules = run.network.find("aws_cloudwatch_event_rule", station.bus);
  if (rules.length === 0) stopAt(station.name, station.resource, `${station.shown} has no rule`);
  const missed: Resource[] = [];
  const before = run.stops.length;
  const matching: MatchingRule[] = [];
  for (const rule of rules) {
    branch(run, () => {
      if (!patternMatches(run, station.name, rule)) missed.push(rule);
      else matching.push({ rule, hop: stateHop(run.event, station.name, rule) });
    });
  }
  if (matching.length === 0 && run.stops.length === before) {
    run.stops.push(nearestMiss(run, station, missed));
  }
  return matching;
}

function patternMatches(run: Run, name: string, rule: Resource): boolean {
  const json = optionalText(rule, "event_pattern");
  if (json === undefined) return false;
  try {
    return run.network.pattern(json).matches(run.json);
  } catch (error) {
    if (error instanceof InvalidEventPatternError || error instanceof SyntaxError) {
      return stopAt(name, rule, `its event pattern is not understood: ${error.message}`);
    }
    throw error;
  }
}

/** Why a rule that takes an event is awake: read-only events reach only rules that ask for them. */
export function stateHop(event: EventEnvelope, name: string, rule: Resource): Hop {
  const isEnabled = flag(rule, "is_enabled", true);
  const state = optionalText(rule, "state") ?? (isEnabled ? "ENABLED" : "DISABLED");
  if (!isEnabled && state !== "DISABLED")
    stopAt(name, rule, `is_enabled is false and state is ${state}`);
  switch (state) {
    case "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS":
      return stationAt(
        name,
        rule,
        "it is enabled, for read-only events too, and its pattern matches",
      );
    case "ENABLED":
      if (isReadOnly(event)) {
        stopAt(
          name,
          rule,
          "the event is read-only, which only a rule in state ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS sees",
        );
      }
      return stationAt(name, rule, "it is enabled and its pattern matches");
    case "DISABLED":
      return stopAt(name, rule, "it is DISABLED");
    default:
      return stopAt(name, rule, `its state is not known: ${state}`);
  }
}

function nearestMiss(run: Run, station: RuleStation, missed: readonly Resource[]): Stop {
  const rule = nearest(run, missed);
  const json = rule && optionalText(rule, "event_pattern");
  const why =
    json === undefined
      ? "it has no event pattern"
      : `its pattern does not match: ${run.network.pattern(json).explainMismatch(run.json) ?? ""}`;
  const others =
    missed.length > 1 ? `none of the ${missed.length} rules of ${station.shown} matches; ` : "";
  return stationAt(station.name, rule, `${others}${why}`);
}

/** The rule that is called after the event's kind, else the first. */
function nearest(run: Run, rules: readonly Resource[]): Resource | undefined {
  const kind = run.kind();
  if (kind === undefined) return rules[0];
  const called = rules.filter((rule) => text(rule, "name").includes(kind));
  return called.sort((a, b) => text(a, "name").length - text(b, "name").length)[0] ?? rules[0];
}
