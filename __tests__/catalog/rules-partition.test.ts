import { compilePattern } from "../../src/aws/eventbridge";
import {
  alertRulesOf,
  catalog,
  catalogWith,
  forwarderPattern,
  type AlertKind,
} from "../../src/catalog";
import {
  contains,
  intersect,
  isNot,
  subtract,
  unite,
  type EventSet,
} from "../../src/catalog/event-set";
import { signInRecords } from "../../src/catalog/event-sources";
import { requirePartition } from "../../src/catalog/own-kinds";
import { setOfPattern } from "./event-set/set-of-pattern";
import { signInRecords as records } from "./records";

/** EventBridge writes the account of each event. */
function ofAnAccount(set: EventSet): EventSet {
  return intersect(set, [{ account: isNot() }]);
}

/** Every event that some kind is of, and every record of AWS sign-in. */
const universe = ofAnAccount(unite(signInRecords, ...catalog.map(({ events }) => events)));

interface Rule {
  readonly name: string;
  readonly events: EventSet;
}

function rulesOf(kind: AlertKind): readonly Rule[] {
  return alertRulesOf(kind, {}).map(({ pattern }, at) => ({
    name: `${kind.name}-${at + 1}`,
    events: ofAnAccount(setOfPattern(pattern)),
  }));
}

// Of names that begin alike in one account and in any, sets cannot say what both hold.
const watched = catalogWith([
  { name: "break-glass", severity: "critical", principals: ["user/break-glass", "user/owner-*"] },
  {
    name: "vendors",
    severity: "low",
    principals: [
      "arn:aws:iam::111111111111:user/eve",
      "arn:aws:iam::111111111111:role/vendor",
      "arn:aws:sts::111111111111:federated-user/carol",
    ],
  },
]);

describe.each<[string, readonly AlertKind[]]>([
  ["the catalog", catalog],
  ["the catalog with watches", watched],
])("the hub's rules for %s", (_, kinds) => {
  const rules = kinds.map((kind) => ({ kind, rules: rulesOf(kind) }));

  test("have no event in common, whatever it is", () => {
    const all = rules.flatMap((each) => each.rules);
    const shared = all.flatMap((one, at) =>
      all
        .slice(0, at)
        .filter((other) => intersect(one.events, other.events).length > 0)
        .map((other) => `${other.name} and ${one.name}`),
    );
    expect(shared).toEqual([]);
  });

  test("take all that their kind is, and nothing beside it", () => {
    const wrong = rules.flatMap(({ kind, rules: own }) => {
      const events = ofAnAccount(subtract(kind.events, kind.watched ?? []));
      const taken = own.flatMap((rule) => rule.events);
      const differs = subtract(events, taken).length > 0 || subtract(taken, events).length > 0;
      return differs ? [kind.name] : [];
    });
    expect(wrong).toEqual([]);
  });

  test("are of kinds that leave nothing out", () => {
    expect(() => {
      requirePartition(kinds);
    }).not.toThrow();
  });
});

test("what one rule does not take, another does", () => {
  const taken = catalog.flatMap(rulesOf);
  expect(
    subtract(
      universe,
      taken.flatMap(({ events }) => events),
    ),
  ).toEqual([]);
  const [first, ...others] = taken;
  const left = subtract(
    universe,
    others.flatMap(({ events }) => events),
  );
  expect(left).not.toEqual([]);
  expect(subtract(left, first?.events ?? [])).toEqual([]);
});

test("what a rule takes by default is forwarded to it, and nothing else is", () => {
  const on = catalog.filter(({ onByDefault }) => onByDefault);
  const taken = on.flatMap(rulesOf).flatMap(({ events }) => events);
  const forwarded = ofAnAccount(setOfPattern(forwarderPattern(on)));
  expect(subtract(taken, forwarded)).toEqual([]);
  expect(subtract(forwarded, taken)).toEqual([]);
});

test("the set of a pattern has the records that the pattern matches", () => {
  const patterns = catalog.flatMap((kind) => alertRulesOf(kind, {}).map(({ pattern }) => pattern));
  const differing = patterns.flatMap((pattern) => {
    const compiled = compilePattern(pattern);
    const set = setOfPattern(pattern);
    return records.filter(
      ({ event }) => compiled.matches({ ...event }) !== contains(set, { ...event }),
    );
  });
  expect(differing.map(({ name }) => name)).toEqual([]);
});
