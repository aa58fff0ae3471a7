import type { PolicyCondition, PolicyStatement } from "./policy-document";
import type { Context } from "./policy-pattern";
import type { PolicyRequest } from "./policy-request";
import { factOf, type KeyFact } from "./key-facts";
import type { KeyText } from "./wildcards";

/** More possible calls than this are not told apart: what is uncertain in them is then not known at all. */
const MOST_WORLDS = 512;

const UNLIKE_ANY = "\u{10FFFF}";

/** One way in which a call differs: for each possibility, what it makes of the keys that it is about. */
type Dimension = readonly ReadonlyMap<string, readonly KeyText[]>[];

/**
 * All calls that a request may be, as far as the conditions of some statements tell them apart. The first
 * is the one in which AWS sends everything that it may send.
 */
export function worldsOf(
  statements: readonly PolicyStatement[],
  request: PolicyRequest,
): readonly Context[] {
  const conditions = statements.flatMap((statement) => statement.conditions.filter(isClosed));
  const patterns = statements.flatMap(({ resources, conditions: own }) => [
    ...(resources?.listed ?? []),
    ...own.filter(isClosed).flatMap((condition) => condition.patterns),
  ]);
  const variables = new Set(
    patterns.flatMap((pattern) => pattern.variables.map((key) => key.toLowerCase())),
  );
  const keys = new Set([...conditions.map(({ key }) => key.toLowerCase()), ...variables]);
  const facts = new Map<string, KeyFact>();
  for (const key of keys) {
    const fact = factOf(key, request);
    if (fact) facts.set(key, fact);
  }
  const values = [...facts].map(([key, fact]): Dimension => {
    const asking = conditions.filter((condition) => condition.key.toLowerCase() === key);
    const possible = variables.has(key) ? fact.possible : toldApart(fact, asking);
    return possible.map((each) => new Map([[key, each]]));
  });
  const presences = presencesOf(facts);
  const count = [...values, ...presences].reduce((sum, { length }) => sum * length, 1);
  if (count > MOST_WORLDS) return [onlyCertain(facts)];
  return [...values, ...presences]
    .reduce<readonly ReadonlyMap<string, readonly KeyText[]>[]>(
      (worlds, dimension) =>
        dimension.flatMap((each) => worlds.map((world) => new Map([...world, ...each]))),
      [new Map()],
    )
    .map((world) => (key) => world.get(key.toLowerCase()));
}

function isClosed(condition: PolicyStatement["conditions"][number]): condition is PolicyCondition {
  return condition.open === undefined;
}

/** The values that conditions tell apart: where they ask for whole texts, those texts and any other one. */
function toldApart(
  { possible, isList }: KeyFact,
  asking: readonly PolicyCondition[],
): KeyFact["possible"] {
  const [[value] = []] = possible;
  if (isList || possible.length !== 1 || value === undefined || typeof value === "string") {
    return possible;
  }
  const patterns = asking
    .filter(({ operator }) => !operator.presence)
    .flatMap((condition) => condition.patterns);
  if (!patterns.every(({ isExact }) => isExact)) return possible;
  const texts = new Set(patterns.map(({ text }) => text));
  const { startsWith } = value;
  // To a set operator an empty text is not like any other.
  return [...texts, "", `${startsWith}${UNLIKE_ANY}`]
    .filter((text) => text.startsWith(startsWith))
    .map((text) => [text]);
}

/** Keys that are sent, or not, alone or together; those that never are. */
function presencesOf(facts: ReadonlyMap<string, KeyFact>): readonly Dimension[] {
  const groups = new Map<string, string[]>();
  const never: string[] = [];
  for (const [key, { sent, together }] of facts) {
    if (sent === "never") never.push(key);
    if (sent === "perhaps") groups.set(together, [...(groups.get(together) ?? []), key]);
  }
  const absent = (keys: readonly string[]): ReadonlyMap<string, readonly KeyText[]> =>
    new Map(keys.map((key) => [key, []]));
  return [...[...groups.values()].map((keys) => [new Map(), absent(keys)]), [absent(never)]];
}

/** The one call of which only what is certain is known. */
function onlyCertain(facts: ReadonlyMap<string, KeyFact>): Context {
  return (key) => {
    const fact = facts.get(key.toLowerCase());
    if (fact?.sent === "never") return [];
    return fact?.sent === "always" && fact.possible.length === 1 ? fact.possible[0] : undefined;
  };
}
