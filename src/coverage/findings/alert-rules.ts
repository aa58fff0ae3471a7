import { findRegion, parseArn } from "../../aws";
import { catalog, findKind, placeSample, type AlertKind } from "../../catalog";
import type { ExpectedCoverage, ExpectedRule } from "../expected-coverage";
import type { Resource } from "../inventory";
import { isBlank, optionalText, placeOf, stopsOf, text, type Network } from "../network";
import { targetsOf } from "../trace/follow";

/** A rule with its targets. */
export interface RuleWithTargets {
  readonly rule: Resource;
  readonly targets: readonly Resource[];
}

function rulesWithTargetsOf(
  network: Network,
  isWanted: (arn: string) => boolean,
): readonly RuleWithTargets[] {
  return network.keys("aws_cloudwatch_event_rule").flatMap((bus) =>
    network.find("aws_cloudwatch_event_rule", bus).flatMap((rule) => {
      let targets: readonly Resource[] = [];
      const unreadable = stopsOf(() => {
        targets = targetsOf(network, bus, rule).filter((target) => isWanted(text(target, "arn")));
      });
      return unreadable.length > 0 || targets.length === 0 ? [] : [{ rule, targets }];
    }),
  );
}

/** The rules that tell people: by a topic, or by a function that publishes to one. */
export function alertRules(network: Network): readonly RuleWithTargets[] {
  return network.once("alert rules", () =>
    rulesWithTargetsOf(network, (arn) => ["sns", "lambda"].includes(parseArn(arn)?.service ?? "")),
  );
}

/** The rules that send to another bus. */
export function forwardingRules(network: Network): readonly RuleWithTargets[] {
  return network.once("forwarding rules", () =>
    rulesWithTargetsOf(network, (arn) => parseArn(arn)?.service === "events"),
  );
}

/** The rules that write to a log group. */
export function loggingRules(network: Network): readonly RuleWithTargets[] {
  return network.once("logging rules", () =>
    rulesWithTargetsOf(network, (arn) => parseArn(arn)?.service === "logs"),
  );
}

/** Whether a rule acts at certain times, rather than on events. */
export function isScheduled(rule: Resource): boolean {
  const { schedule_expression: schedule, event_pattern: pattern } = rule.attributes;
  return !isBlank(schedule) && isBlank(pattern);
}

/** The kinds whose sample the pattern of a rule matches, in the order of the catalog. */
function kindsOf(network: Network, rule: Resource): readonly AlertKind[] {
  let json: string | undefined;
  stopsOf(() => (json = optionalText(rule, "event_pattern")));
  if (json === undefined) return [];
  const pattern = json;
  const { account, region } = placeOf(rule);
  const partition = findRegion(region)?.partition ?? "aws";
  return network.once(`kinds ${partition} ${text(rule, "arn")}`, () => {
    const place = { account, region, partition };
    try {
      const compiled = network.pattern(pattern);
      return catalog.filter(({ sample }) => compiled.matches({ ...placeSample(sample, place) }));
    } catch {
      // The hop that needs the pattern says what is wrong with it.
      return [];
    }
  });
}

/** The rule that the configuration has under this name. */
export function expectedRule(
  rule: Resource,
  expected: Pick<ExpectedCoverage, "routes"> | undefined,
): ExpectedRule | undefined {
  const name = rule.attributes["name"];
  return expected?.routes?.flatMap(({ rules }) => rules).find((each) => each.name === name);
}

/**
 * The kinds that a rule is for: those of the configuration, for samples may be of accounts or people
 * that a rule leaves out; else those whose samples it matches.
 */
export function kindsFor(
  network: Network,
  rule: Resource,
  expected: Pick<ExpectedCoverage, "routes"> | undefined,
): readonly AlertKind[] {
  const known = findKind(expectedRule(rule, expected)?.kind ?? "");
  return known ? [known] : kindsOf(network, rule);
}

/** The kinds that some rule tells a topic of, in the order of the catalog. */
export function handledKinds(network: Network): readonly AlertKind[] {
  return network.once("handled kinds", () => {
    const kinds = new Set(alertRules(network).flatMap(({ rule }) => kindsOf(network, rule)));
    return catalog.filter((kind) => kinds.has(kind));
  });
}
