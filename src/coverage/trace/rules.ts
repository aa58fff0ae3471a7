import { parseArn } from "../../aws";
import { InvalidEventPatternError } from "../../aws/eventbridge";
import type { EventEnvelope } from "../../catalog";
import {
  BlockedError,
  blocked,
  blockersOf,
  finding,
  step,
  type Finding,
  type Hop,
} from "../finding";
import type { RuleId } from "../finding-rules";
import type { Resource } from "../inventory";
import { flag, isBlank, optionalText, text, type ResourceIndex } from "../resource-index";
import { ownRules } from "./own-rules";
import { isReadOnly } from "./recorded";
import { branch, endPath, type Run } from "./run";

/** A rule that takes an event, and why. */
export interface MatchingRule {
  readonly rule: Resource;
  readonly hop: Hop;
}

/** Where rules are looked for, and what they are called in a trace. */
export interface RuleSearch {
  readonly name: string;
  /** What is wrong where the bus has no rule, or none that matches. */
  readonly missing: RuleId;
  readonly mismatch: RuleId;
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
export function matchingRules(
  run: Run,
  search: RuleSearch,
  hops: readonly Hop[],
): readonly MatchingRule[] {
  const rules = rulesOn(run.index, search.bus);
  const unread = run.index.unread(search.bus);
  if (rules.length === 0 && unread) throw new BlockedError(unread);
  if (rules.length === 0) {
    blocked(search.missing, search.resource, `${search.shown} has no rule`);
  }
  const missed: Resource[] = [];
  const before = run.blockers.length;
  const matching: MatchingRule[] = [];
  for (const rule of rules) {
    branch(run, hops, () => {
      if (patternMatches(run, rule) !== true) missed.push(rule);
      else matching.push({ rule, hop: stateHop(run.event, search.name, rule) });
    });
  }
  if (matching.length === 0 && run.blockers.length === before) {
    endPath(run, hops, unread ?? nearestMiss(run, search, missed));
  }
  return matching;
}

function rulesOn(index: ResourceIndex, bus: string): readonly Resource[] {
  const [all, own] = [index.find("aws_cloudwatch_event_rule", bus), ownRules(index)];
  return own.size === 0 ? all : all.filter((rule) => !own.has(rule));
}

/**
 * Whether the pattern of a rule matches an event; undefined where it has none.
 * @throws BlockedError for a pattern that is not analyzed
 */
export function patternMatches({ index, json: event }: Run, rule: Resource): boolean | undefined {
  const json = optionalText(rule, "event_pattern");
  if (json === undefined) return undefined;
  try {
    return index.pattern(json).matches(event);
  } catch (error) {
    if (error instanceof InvalidEventPatternError || error instanceof SyntaxError) {
      return blocked("not-analyzed-pattern", rule, error.message);
    }
    throw error;
  }
}

/** Why a rule that takes an event is awake: read-only events reach only rules that ask for them. */
export function stateHop(event: EventEnvelope, name: string, rule: Resource): Hop {
  const isEnabled = flag(rule, "is_enabled", true);
  const state = optionalText(rule, "state") ?? (isEnabled ? "ENABLED" : "DISABLED");
  if (!isEnabled && state !== "DISABLED")
    blocked("value-invalid", rule, `is_enabled is false and state is ${state}`);
  switch (state) {
    case "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS":
      return step(name, rule, "it is enabled, for read-only events too, and its pattern matches");
    case "ENABLED":
      if (isReadOnly(event)) {
        blocked("rule-without-read-only-events", rule, "its state is ENABLED");
      }
      return step(name, rule, "it is enabled and its pattern matches");
    case "DISABLED":
      return blocked("rule-disabled", rule);
    default:
      return blocked("value-invalid", rule, `state is ${state}`);
  }
}

/** What acts at certain times is not a rule that comes near. */
function nearestMiss(run: Run, search: RuleSearch, rules: readonly Resource[]): Finding {
  const missed = rules.filter((rule) => !isScheduled(rule));
  const rule = nearest(run, missed);
  if (rule === undefined) {
    return finding(search.missing, search.resource, `${search.shown} has no rule for events`);
  }
  const json = optionalText(rule, "event_pattern");
  const why =
    json === undefined
      ? "it has no event pattern"
      : `its pattern does not match: ${run.index.pattern(json).explainMismatch(run.json) ?? ""}`;
  const others =
    missed.length > 1 ? `none of the ${missed.length} rules of ${search.shown} matches; ` : "";
  return finding(search.mismatch, rule, `${others}${why}`);
}

/** The rule that is called after the event's kind, else the first. */
function nearest(run: Run, rules: readonly Resource[]): Resource | undefined {
  const kind = run.kind();
  if (kind === undefined) return rules[0];
  const called = rules.filter((rule) => text(rule, "name").includes(kind));
  return called.sort((a, b) => text(a, "name").length - text(b, "name").length)[0] ?? rules[0];
}

/** A rule with its targets. */
export interface RuleWithTargets {
  readonly rule: Resource;
  readonly targets: readonly Resource[];
}

/** The targets of a rule on a bus. */
export function targetsOf(index: ResourceIndex, bus: string, rule: Resource): readonly Resource[] {
  return index.find("aws_cloudwatch_event_target", `${bus}/${text(rule, "name")}`);
}

/** The rules that send to one of these services, with the targets that do. */
function rulesTo(index: ResourceIndex, ...services: string[]): readonly RuleWithTargets[] {
  const isWanted = (target: Resource): boolean =>
    services.includes(parseArn(text(target, "arn"))?.service ?? "");
  const own = ownRules(index);
  return index.once(`rules to ${services.join()}`, () =>
    index.keys("aws_cloudwatch_event_rule").flatMap((bus) =>
      index.find("aws_cloudwatch_event_rule", bus).flatMap((rule) => {
        if (own.has(rule)) return [];
        let targets: readonly Resource[] = [];
        blockersOf(() => (targets = targetsOf(index, bus, rule).filter(isWanted)));
        return targets.length === 0 ? [] : [{ rule, targets }];
      }),
    ),
  );
}

/** The rules that notify recipients: by a topic, or by a function that publishes to one. */
export const alertRules = (index: ResourceIndex): readonly RuleWithTargets[] =>
  rulesTo(index, "sns", "lambda");

/** The rules that send to another bus. */
export const forwardingRules = (index: ResourceIndex): readonly RuleWithTargets[] =>
  rulesTo(index, "events");

/** The rules that write to a log group. */
export const loggingRules = (index: ResourceIndex): readonly RuleWithTargets[] =>
  rulesTo(index, "logs");

/** Whether a rule acts at certain times, rather than on events. */
export function isScheduled(rule: Resource): boolean {
  const { schedule_expression: schedule, event_pattern: pattern } = rule.attributes;
  return !isBlank(schedule) && isBlank(pattern);
}
