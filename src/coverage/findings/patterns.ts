import { alertRulesOf, forwarderPattern, patternOf, type AlertKind } from "../../catalog";
import { limitProblems } from "../../aws/eventbridge";
import { isJsonObject, jsonIn } from "../../json/value";
import { parseArn } from "../../aws";
import { blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { kindNamed } from "../kinds";
import { optionalText, placeOf, type ResourceIndex } from "../resource-index";
import { Cache } from "../../cache";
import { canonical } from "../../json/canonical";
import { expectedRule, kindsFor } from "../trace/kinds-of-rules";
import { catalogMessage, transformerOf } from "../trace/message";
import { alertRules, forwardingRules, isScheduled } from "../trace/rules";
import type { ExpectedCoverage } from "../expected-coverage";

// The catalog does not change while the program runs.
const exact = new Cache<readonly string[]>();
const forwarded = new Cache<string>();

/**
 * Samples prove single events; that a rule takes every event of its kinds follows only from the
 * catalog's own pattern.
 */
export function patternFindings(
  index: ResourceIndex,
  kinds: readonly string[],
  expected?: Pick<ExpectedCoverage, "routes" | "notes" | "watches">,
): readonly Finding[] {
  const wanted = kinds.flatMap((name) => kindNamed(name, expected) ?? []);
  const wantedPattern = wanted.length === 0 ? undefined : forwardedPattern(wanted);
  return [
    ...alertRules(index).flatMap(({ rule, targets }) => {
      const matched = kindsFor(index, rule, expected);
      const wantedRule = expectedRule(rule, expected);
      const pattern = wantedRule ? [canonical(wantedRule.pattern)] : exactPatterns(matched);
      return [
        ...patternFinding(index, rule, pattern, expected?.routes ? "" : unjudged),
        ...targets.flatMap((target) => messageFinding(target, matched, expected?.notes)),
      ];
    }),
    ...forwardingRules(index)
      .filter(({ rule }) => !isScheduled(rule))
      .flatMap(({ rule }) =>
        patternFinding(index, rule, wantedPattern ? [wantedPattern] : [], "", ownPlace(rule)),
      ),
  ];
}

/** The fields of which every event on an account's default event bus has the same value. */
function ownPlace(rule: Resource): Readonly<Record<string, string>> {
  let place = {};
  // What is not known of a place is a finding of its own.
  blockersOf(() => {
    const { account, region } = placeOf(rule);
    place = { account, region };
  });
  return place;
}

/** A pattern without the fields that leave out no event, since they hold these values of all. */
function withoutFields(json: string, all: Readonly<Record<string, string>>): string {
  const pattern = jsonIn(json);
  if (!isJsonObject(pattern)) return json;
  const asks = Object.entries(pattern).filter(
    ([name, values]) => !(name in all && Array.isArray(values) && values.includes(all[name] ?? "")),
  );
  return canonical(Object.fromEntries(asks));
}

/** Of some principals another rule may notify, and of some events nobody is to be notified. */
const unjudged =
  "without the configuration it is not known whether a watch takes what it leaves out, or an entry of ignore, or whether it is of a watch itself";

/** The catalog's patterns of which a rule for these kinds has one; none for no kind. */
function exactPatterns(kinds: readonly AlertKind[]): readonly string[] {
  const [only, ...others] = kinds;
  if (only === undefined) return [];
  return exact.get(kinds.map(({ name }) => name).join(" "), () => [
    canonical(patternOf(kinds)),
    ...(others.length > 0 ? [] : alertRulesOf(only, {}).map(({ pattern }) => canonical(pattern))),
  ]);
}

function forwardedPattern(kinds: readonly AlertKind[]): string {
  const names = kinds.flatMap((kind) => (kind.forwardedAs ?? [kind]).map(({ name }) => name));
  return forwarded.get(names.join(" "), () => canonical(forwarderPattern(kinds)));
}

function patternFinding(
  index: ResourceIndex,
  rule: Resource,
  expected: readonly string[],
  detail = "",
  all: Readonly<Record<string, string>> = {},
): readonly Finding[] {
  let json: string | undefined;
  // A pattern that cannot be resolved stops the event.
  if (blockersOf(() => (json = optionalText(rule, "event_pattern"))).length > 0) return [];
  const found = index.patternText(json ?? "");
  return [
    ...limitsOf(found).map((problem) => finding("pattern-too-long", rule, problem)),
    ...(found === undefined ||
    !(expected.includes(found) || expected.includes(withoutFields(found, all)))
      ? [finding("pattern-differs", rule, detail)]
      : []),
  ];
}

/** Limits of AWS that a pattern of the right form is over. */
function limitsOf(json: string | undefined): readonly string[] {
  const pattern: unknown = json === undefined ? undefined : jsonIn(json);
  return isJsonObject(pattern) ? limitProblems(pattern) : [];
}

function messageFinding(
  target: Resource,
  matched: readonly AlertKind[],
  notes: ExpectedCoverage["notes"],
): readonly Finding[] {
  let transformer: ReturnType<typeof transformerOf>;
  // A transformer that cannot be read stops the event.
  if (blockersOf(() => (transformer = transformerOf(target))).length > 0) return [];

  const isFunction = parseArn(optionalText(target, "arn") ?? "")?.service === "lambda";
  if (transformer === undefined) {
    return [finding("message-differs", target, "it has no input transformer")];
  }
  const said = catalogMessage(transformer);
  if (said === undefined) return [finding("message-differs", target)];
  if (said.as !== (isFunction ? "input" : "text")) {
    const detail = isFunction
      ? "it is for a topic, but the target is a function"
      : "it is for a function, but the target is a topic";
    return [finding("message-differs", target, detail)];
  }
  const names = matched.map((kind) => kind.name);
  if (names.includes(said.kind.name)) {
    const wanted = notes && (notes[said.kind.name] ?? "");
    if (wanted === undefined || wanted === (said.note ?? "")) return [];
    const found = said.note === undefined ? "no note" : `the note "${said.note}"`;
    return [finding("message-differs", target, `it has ${found}`)];
  }
  const detail = `it is of ${said.kind.name}, but its rule is for ${names.join(", ") || "no kind"}`;
  return [finding("message-differs", target, detail)];
}
