import { findKind, forwarderPattern, patternOf, type AlertKind } from "../../catalog";
import { DEFAULT_PATTERN_LENGTH } from "../../aws/eventbridge";
import { parseArn } from "../../aws";
import type { Resource } from "../inventory";
import { optionalText, stopsOf, type Network } from "../network";
import { Cache } from "../cache";
import { canonical } from "../../json/canonical";
import { stationAt } from "../station";
import { catalogMessage } from "../trace/kind-of-target";
import { expectedRule, kindsFor } from "../trace/kinds-of-rules";
import { transformerOf } from "../trace/message";
import { alertRules, forwardingRules, isScheduled } from "../trace/rules-by-target";
import type { Stop } from "../trace-result";
import type { ExpectedCoverage } from "../expected-coverage";

// The catalog does not change while the program runs.
const exact = new Cache<string>();
const forwarded = new Cache<string>();

/**
 * Samples prove single events; that a rule takes every event of its kinds follows only from the
 * catalog's own pattern.
 */
export function patternFindings(
  network: Network,
  kinds: readonly string[],
  expected?: Pick<ExpectedCoverage, "routes">,
): readonly Stop[] {
  const wanted = kinds.flatMap((name) => findKind(name) ?? []);
  const wantedPattern = wanted.length === 0 ? undefined : forwardedPattern(wanted);
  return [
    ...alertRules(network).flatMap(({ rule, targets }) => {
      const matched = kindsFor(network, rule, expected);
      const wantedRule = expectedRule(rule, expected);
      const pattern = wantedRule ? canonical(wantedRule.pattern) : exactPattern(matched);
      return [
        ...patternFinding(network, rule, pattern),
        ...targets.flatMap((target) => messageFinding(target, matched)),
      ];
    }),
    ...forwardingRules(network)
      .filter(({ rule }) => !isScheduled(rule))
      .flatMap(({ rule }) => patternFinding(network, rule, wantedPattern)),
  ];
}

/** The catalog's pattern of these kinds, in one spelling; undefined for no kind. */
function exactPattern(kinds: readonly AlertKind[]): string | undefined {
  if (kinds.length === 0) return undefined;
  return exact.get(kinds.map(({ name }) => name).join(" "), () => canonical(patternOf(kinds)));
}

function forwardedPattern(kinds: readonly AlertKind[]): string {
  return forwarded.get(kinds.map(({ name }) => name).join(" "), () =>
    canonical(forwarderPattern(kinds)),
  );
}

function patternFinding(
  network: Network,
  rule: Resource,
  expected: string | undefined,
): readonly Stop[] {
  let json: string | undefined;
  // A pattern that cannot be resolved stops the event.
  if (stopsOf(() => (json = optionalText(rule, "event_pattern"))).length > 0) return [];
  const found = network.patternText(json ?? "");
  const reasons = [
    ...(found !== undefined && found.length > DEFAULT_PATTERN_LENGTH
      ? [
          `its pattern has ${found.length} characters, AWS allows ${DEFAULT_PATTERN_LENGTH} by default`,
        ]
      : []),
    ...(found === undefined || found !== expected
      ? ["its pattern is not the catalog's for its kinds: some of their events may be left out"]
      : []),
  ];
  return reasons.map((reason) => stationAt("event pattern", rule, reason));
}

function messageFinding(target: Resource, matched: readonly AlertKind[]): readonly Stop[] {
  let transformer: ReturnType<typeof transformerOf>;
  // A transformer that cannot be read stops the event.
  if (stopsOf(() => (transformer = transformerOf(target))).length > 0) return [];
  const name = "message";
  const isFunction = parseArn(optionalText(target, "arn") ?? "")?.service === "lambda";
  if (transformer === undefined) {
    const reason = isFunction
      ? "it has no input transformer: the function is not told the kind"
      : "it has no input transformer: people get the event as raw JSON";
    return [stationAt(name, target, reason)];
  }
  const said = catalogMessage(transformer);
  if (said === undefined) {
    return [
      stationAt(name, target, "its message is not the catalog's: values may be missing in it"),
    ];
  }
  if (said.as !== (isFunction ? "input" : "text")) {
    const reason = isFunction
      ? "its message is for a topic, but its target is a function"
      : "its message is for a function, but its target is a topic";
    return [stationAt(name, target, reason)];
  }
  const names = matched.map((kind) => kind.name);
  if (names.includes(said.kind.name)) return [];
  const reason = `its message is that of ${said.kind.name}, but its rule is for ${names.join(", ") || "no kind"}`;
  return [stationAt(name, target, reason)];
}
