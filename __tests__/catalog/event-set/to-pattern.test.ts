import fc from "fast-check";
import { compilePattern } from "../../../src/aws/eventbridge";
import {
  beginningWith,
  contains as containsEvent,
  differencePatterns,
  endingWith,
  is,
  isNotOrAbsent,
  subtract,
  toPattern,
  unite,
} from "../../../src/catalog/event-set";
import { contains, eventOf, recordedEventSet, universe } from "./event-universe";

const events = universe.map((values) => ({ values, event: eventOf(values) }));

/** EventBridge has no pattern that matches nothing. */
const proper = (set: Parameters<typeof toPattern>[0]): boolean => set.length > 0;

describe("the pattern of a set", () => {
  test("matches exactly the events of the set", () => {
    fc.assert(
      fc.property(recordedEventSet.filter(proper), (set) => {
        const pattern = compilePattern(toPattern(set));
        for (const { values, event } of events) {
          expect(pattern.matches(event)).toBe(contains(set, values));
        }
      }),
    );
  });

  test("matches exactly the events that the set holds by its conditions", () => {
    fc.assert(
      fc.property(recordedEventSet, (set) => {
        for (const { values, event } of events) {
          expect(containsEvent(set, event)).toBe(contains(set, values));
        }
      }),
    );
  });

  test("written as a set beside what keeps an event out of another, matches exactly the same", () => {
    const user = ["detail.user.type", "detail.user.name"];
    const ofUsers = recordedEventSet.map((set) =>
      set.map((box) =>
        Object.fromEntries(Object.entries(box).filter(([field]) => user.includes(field))),
      ),
    );
    let written = 0;
    fc.assert(
      fc.property(recordedEventSet, ofUsers, (from, taken) => {
        let patterns: ReturnType<typeof differencePatterns>;
        try {
          patterns = differencePatterns(from, taken);
        } catch (error) {
          // An event that lacks a field is in a place of its own, as is each sort of text.
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        written++;
        const compiled = patterns.map(compilePattern);
        for (const { values, event } of events) {
          const isWanted = contains(from, values) && !contains(taken, values);
          expect(compiled.filter((pattern) => pattern.matches(event))).toHaveLength(
            isWanted ? 1 : 0,
          );
        }
      }),
    );
    expect(written).toBeGreaterThan(5);
  });

  test("takes a text out of a group, and a group with all its texts", () => {
    const from = [{ source: is("aws.signin"), "detail.x": is("begun", "other") }];
    const taken = [{ "detail.x": is(beginningWith("beg")) }];
    expect(subtract(from, taken)).toEqual([{ ...from[0], "detail.x": is("other") }]);
  });

  test("fails for a part of a group that it has no words for", () => {
    const from = [{ source: is("aws.signin"), "detail.x": is(beginningWith("beg")) }];
    expect(() => differencePatterns(from, [{ "detail.x": is(endingWith("un")) }])).toThrow(
      "beg* and *un overlap",
    );
  });

  test("says in wildcards what it leaves out by several forms", () => {
    const set = [{ source: is("aws.signin"), "detail.x": isNotOrAbsent("a*", beginningWith("b")) }];
    expect(JSON.stringify(toPattern(set))).toContain(
      '{"anything-but":{"wildcard":["b*","a\\\\*"]}}',
    );
  });

  test("matches exactly the events of a difference", () => {
    fc.assert(
      fc.property(recordedEventSet, recordedEventSet, (a, b) => {
        const set = subtract(a, b);
        fc.pre(proper(set));
        const pattern = compilePattern(toPattern(set));
        for (const { values, event } of events) {
          expect(pattern.matches(event)).toBe(contains(set, values));
        }
      }),
    );
  });

  test("says what all boxes share once", () => {
    const common = { source: is("aws.signin") };
    const set = [
      { ...common, "detail.eventName": is("A") },
      { ...common, "detail.user.type": is("B") },
    ];
    expect(toPattern(set)).toEqual({
      source: ["aws.signin"],
      detail: { $or: [{ eventName: ["A"] }, { user: { type: ["B"] } }] },
    });
  });

  test("pairs a negation with absence, which anything-but never matches", () => {
    const set = [{ source: is("aws.signin"), "detail.user.mfa": isNotOrAbsent("Yes") }];
    expect(toPattern(set)).toEqual({
      source: ["aws.signin"],
      detail: {
        user: { $or: [{ mfa: [{ "anything-but": ["Yes"] }] }, { mfa: [{ exists: false }] }] },
      },
    });
  });

  test("is the same however the set was put together", () => {
    const box = (value: string) => [{ source: is("aws.signin"), "detail.x": is(value) }];
    expect(toPattern(unite(box("1"), box("2")))).toEqual(toPattern(unite(box("2"), box("1"))));
  });
});
