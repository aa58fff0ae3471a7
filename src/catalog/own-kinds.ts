import type { AlertKind } from "./alert-kind";
import { catalog } from "./catalog";
import { contains, intersect, subtract, unite, type EventSet } from "./event-set";
import { exampleOf } from "./event-set/example";

/** What a kind takes in the end. */
function takenBy({ events, watched = [] }: AlertKind): EventSet {
  return subtract(events, watched);
}

function shown(events: EventSet): string {
  const event = exampleOf(events);
  return event === undefined ? "an event" : `the event ${JSON.stringify(event)}`;
}

/** What sets say that cannot be compared, such as all that begins so and all that ends so. */
function unlessUnknown(what: string, compare: () => string | undefined): readonly string[] {
  try {
    return [compare() ?? []].flat();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [`whether ${what} is not known: ${error.message}`];
  }
}

function sharedEvents(one: AlertKind, other: AlertKind): readonly string[] {
  const names = `${one.name} and ${other.name}`;
  return unlessUnknown(`${names} take the same event`, () => {
    if (intersect(one.events, other.events).length === 0) return undefined;
    const both = intersect(takenBy(one), takenBy(other));
    return both.length === 0 ? undefined : `${names} both take ${shown(both)}`;
  });
}

function lostEvents(kind: AlertKind, kinds: readonly AlertKind[]): readonly string[] {
  if (kinds.some(({ events, watched }) => events === kind.events && watched === undefined))
    return [];
  return unlessUnknown(`every event of ${kind.name} is taken`, () => {
    const near = kinds.filter(({ events }) => intersect(events, kind.events).length > 0);
    const lost = near.reduce((left, each) => subtract(left, takenBy(each)), kind.events);
    return lost.length === 0
      ? undefined
      : `no kind takes ${shown(lost)}, which is of ${kind.name} in the catalog`;
  });
}

/** Why kinds are no partition of the catalog's events, each reason in a sentence. */
function partitionProblems(kinds: readonly AlertKind[]): readonly string[] {
  return [
    ...kinds
      .filter(({ name }, i) => kinds.findIndex((each) => each.name === name) < i)
      .map(({ name }) => `'name' must be of one kind, got twice: ${name}`),
    ...kinds.flatMap((one, i) => kinds.slice(0, i).flatMap((other) => sharedEvents(other, one))),
    ...catalog.flatMap((kind) => lostEvents(kind, kinds)),
  ];
}

/**
 * Proves that each event is of one of these kinds at most, and each that the catalog knows of one. By the
 * sets of events themselves, not by samples. Give it all kinds, those that are off included.
 * @throws RangeError that names, for every pair of kinds, an event that both take, for every kind of the
 * catalog one that none takes, and what cannot be compared
 */
export function requirePartition(kinds: readonly AlertKind[]): void {
  const problems = partitionProblems(kinds);
  if (problems.length > 0) throw new RangeError(problems.join("; "));
}

/** Names that go into those of rules. */
const ownName = /^(?!watch-)[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?$/u;
const ownNameForm =
  "1 to 40 lower-case letters, digits and hyphens, beginning with a letter and not with watch-";

function ownProblems(own: readonly AlertKind[]): readonly string[] {
  return [
    ...own
      .filter(({ name }) => !ownName.test(name))
      .map(({ name }) => `'name' must be ${ownNameForm}, got: ${name}`),
    ...own
      .filter(({ events, sample }) => !contains(events, { ...sample }))
      .map(({ name }) => `'sample' of ${name} must be one of its events`),
  ];
}

/**
 * The catalog with kinds of a program's own, for the routes of a hub and for forwarders: what they take is
 * taken from the catalog's kinds, so no event is notified of twice and none is lost. They may also be of
 * events that the catalog does not know, such as calls of another service.
 * @param own - with names unlike those of the catalog
 * @param of - where their events are taken from: the catalog, or `catalogWith(watches)`, whose watches keep theirs
 * @throws RangeError for names or samples that cannot be, and where {@link requirePartition} does
 */
export function catalogWithKinds(
  own: readonly AlertKind[],
  of: readonly AlertKind[] = catalog,
): readonly AlertKind[] {
  const taken = unite(...own.map(({ events }) => events));
  const rest = of.map((kind): AlertKind => {
    // The rules of a watch are those of its parts, and what it watches is asked for by name.
    if (kind.parts !== undefined) return kind;
    const less = intersectOrNone(kind.events, taken);
    return less.length === 0 ? kind : { ...kind, watched: unite(kind.watched ?? [], less) };
  });
  const kinds = [...rest, ...own];
  const problems = [...ownProblems(own), ...partitionProblems(kinds)];
  if (problems.length > 0) throw new RangeError(problems.join("; "));
  return kinds;
}

/** What both hold; none where that cannot be said, which the proof reports. */
function intersectOrNone(a: EventSet, b: EventSet): EventSet {
  try {
    return intersect(a, b);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
