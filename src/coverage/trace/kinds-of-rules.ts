import { partitionOfRegion } from "../../aws/regions";
import { catalog, placeSample, samplesOf, type AlertKind } from "../../catalog";
import type { ExpectedCoverage, ExpectedRule } from "../expected-coverage";
import { blockersOf } from "../finding";
import { kindNamed } from "../kinds";
import type { Resource } from "../inventory";
import { optionalText, placeOf, text, type ResourceIndex } from "../resource-index";
import { alertRules } from "./rules";

/** The kinds of which the pattern of a rule matches a sample, in the order of the catalog. */
function kindsOf(index: ResourceIndex, rule: Resource): readonly AlertKind[] {
  let json: string | undefined;
  blockersOf(() => (json = optionalText(rule, "event_pattern")));
  if (json === undefined) return [];
  const pattern = json;
  const { account, region } = placeOf(rule);
  const partition = partitionOfRegion(region);
  return index.once(`kinds ${partition} ${text(rule, "arn")}`, () => {
    const place = { account, region, partition };
    try {
      const compiled = index.pattern(pattern);
      return catalog.filter((kind) =>
        samplesOf(kind).some((sample) => compiled.matches({ ...placeSample(sample, place) })),
      );
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
  index: ResourceIndex,
  rule: Resource,
  expected: Pick<ExpectedCoverage, "routes" | "watches"> | undefined,
): readonly AlertKind[] {
  const known = kindNamed(expectedRule(rule, expected)?.kind ?? "", expected);
  return known ? [known] : kindsOf(index, rule);
}

/** The kinds that some rule sends to a topic, in the order of the catalog. */
export function handledKinds(index: ResourceIndex): readonly AlertKind[] {
  return index.once("handled kinds", () => {
    const kinds = new Set(alertRules(index).flatMap(({ rule }) => kindsOf(index, rule)));
    return catalog.filter((kind) => kinds.has(kind));
  });
}
