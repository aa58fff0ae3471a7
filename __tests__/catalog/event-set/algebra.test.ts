import fc from "fast-check";
import {
  intersect,
  is,
  isNot,
  isNotOrAbsent,
  subtract,
  unite,
} from "../../../src/catalog/event-set";
import { contains, eventSet, universe } from "./event-universe";

const inEach = (check: (values: (typeof universe)[number]) => boolean): boolean =>
  universe.every(check);

describe("sets of events", () => {
  test("a union holds the events of either set", () => {
    fc.assert(
      fc.property(eventSet, eventSet, (a, b) =>
        inEach((each) => contains(unite(a, b), each) === (contains(a, each) || contains(b, each))),
      ),
    );
  });

  test("an intersection holds the events of both sets", () => {
    fc.assert(
      fc.property(eventSet, eventSet, (a, b) =>
        inEach(
          (each) => contains(intersect(a, b), each) === (contains(a, each) && contains(b, each)),
        ),
      ),
    );
  });

  test("a difference holds the events of the first set that are not in the second", () => {
    fc.assert(
      fc.property(eventSet, eventSet, (a, b) => {
        const difference = subtract(a, b);
        return inEach(
          (each) => contains(difference, each) === (contains(a, each) && !contains(b, each)),
        );
      }),
    );
  });

  test("an intersection has no box exactly when no event is in both sets", () => {
    fc.assert(
      fc.property(eventSet, eventSet, (a, b) => {
        const shared = universe.some((each) => contains(a, each) && contains(b, each));
        expect(intersect(a, b).length > 0).toBe(shared);
      }),
    );
  });

  test("a difference has no box exactly when the second set holds the first", () => {
    fc.assert(
      fc.property(eventSet, eventSet, (a, b) => {
        const left = universe.some((each) => contains(a, each) && !contains(b, each));
        expect(subtract(a, b).length > 0).toBe(left);
      }),
    );
  });

  test("no more boxes come out of a union than went in", () => {
    fc.assert(
      fc.property(eventSet, eventSet, (a, b) => {
        expect(unite(a, b).length).toBeLessThanOrEqual(a.length + b.length);
      }),
    );
  });

  test("neighbours that differ in one field become one box", () => {
    const box = (...values: readonly string[]) => ({ source: is("a"), "detail.x": is(...values) });
    expect(unite([box("1")], [box("2")])).toEqual([box("1", "2")]);
  });

  test("the union of nothing is empty", () => {
    expect(unite()).toEqual([]);
  });
});

describe("conditions", () => {
  test("ignore the order and repetition of values", () => {
    expect(is("b", "a", "b")).toEqual(is("a", "b"));
  });

  test("differ in whether an absent field will do", () => {
    const absent = { "detail.x": undefined };
    expect(contains([{ "detail.x": isNot("a") }], absent)).toBe(false);
    expect(contains([{ "detail.x": isNotOrAbsent("a") }], absent)).toBe(true);
  });
});
