import fc from "fast-check";
import { compilePattern } from "../../../src/aws/eventbridge";
import { is, isNotOrAbsent, subtract, toPattern, unite } from "../../../src/catalog/event-set";
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
