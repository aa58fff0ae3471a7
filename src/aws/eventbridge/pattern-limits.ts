import { isJsonObject } from "../../json/value";
import { DEFAULT_PATTERN_LENGTH } from "./event-pattern";
import {
  MOST_WILDCARD_COMPLEXITY,
  wildcardComplexity,
  type WildcardEntry,
} from "./wildcard-complexity";

/**
 * Rules with wildcards that an event bus holds; the quota cannot be raised.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
export const MOST_WILDCARD_RULES = 30;

/**
 * Combinations of the arms of `$or` that a pattern may have. Compiling a pattern counts them as the
 * engine makes them; read literally, AWS's page multiplies all arms.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-complex-example-or
 */
const MOST_COMBINATIONS = 1000;

function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? (value as readonly unknown[]) : undefined;
}

function textsOf(value: unknown): readonly string[] {
  return (listOf(value) ?? [value]).filter((each) => typeof each === "string");
}

/** What a matcher of a field asks of by wildcards. */
function wildcardsOf(matcher: unknown): WildcardEntry {
  if (!isJsonObject(matcher)) return [];
  const { wildcard, "anything-but": excluded } = matcher;
  if (wildcard !== undefined) return textsOf(wildcard);
  return isJsonObject(excluded) && excluded["wildcard"] !== undefined
    ? textsOf(excluded["wildcard"])
    : [];
}

/** The wildcards of each field, equal entries once. */
function wildcardFields(
  pattern: unknown,
  path = "",
  found = new Map<string, Map<string, WildcardEntry>>(),
): ReadonlyMap<string, ReadonlyMap<string, WildcardEntry>> {
  if (!isJsonObject(pattern)) return found;
  for (const [key, value] of Object.entries(pattern)) {
    const list = listOf(value);
    const field = `${path}.${key}`;
    if (key === "$or") {
      for (const arm of list ?? []) wildcardFields(arm, path, found);
    } else if (list) {
      for (const entry of list.map(wildcardsOf).filter(({ length }) => length > 0)) {
        const entries = found.get(field) ?? new Map<string, WildcardEntry>();
        found.set(field, entries.set([...entry].sort().join("\0"), entry));
      }
    } else wildcardFields(value, field, found);
  }
  return found;
}

/** Whether a pattern counts as one of the {@link MOST_WILDCARD_RULES}. */
export function hasWildcards(pattern: unknown): boolean {
  return wildcardFields(pattern).size > 0;
}

/** Whether a pattern has few enough combinations by either reading. */
export function hasFewCombinations(pattern: unknown): boolean {
  return armProduct(pattern) <= MOST_COMBINATIONS;
}

/** The arms of every `$or` multiplied, as AWS's page counts combinations: the engine makes fewer. */
export function armProduct(pattern: unknown): number {
  const list = listOf(pattern);
  if (list) return list.reduce<number>((product, each) => product * armProduct(each), 1);
  if (!isJsonObject(pattern)) return 1;
  return Object.entries(pattern).reduce((product, [key, value]) => {
    const arms = key === "$or" ? (listOf(value)?.length ?? 1) : 1;
    return product * arms * armProduct(value);
  }, 1);
}

/** Why AWS would refuse a pattern that is right in itself, each in a few words; none where it fits. */
export function limitProblems(pattern: Readonly<Record<string, unknown>>): readonly string[] {
  const { length } = JSON.stringify(pattern);
  const complexity = Math.max(
    0,
    ...[...wildcardFields(pattern).values()].map((entries) =>
      wildcardComplexity([...entries.values()]),
    ),
  );
  return [
    ...(length > DEFAULT_PATTERN_LENGTH
      ? [`it has ${length} characters, AWS allows ${DEFAULT_PATTERN_LENGTH}`]
      : []),
    ...(complexity > MOST_WILDCARD_COMPLEXITY
      ? [`its wildcards are too complex: they score more than ${MOST_WILDCARD_COMPLEXITY}`]
      : []),
  ];
}
