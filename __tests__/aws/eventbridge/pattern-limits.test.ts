import {
  armProduct,
  hasFewCombinations,
  hasWildcards,
  limitProblems,
  wildcardComplexity,
} from "../../../src/aws/eventbridge";
import { catalog, patternOf } from "../../../src/catalog";

const sessions = (role: string): string => `arn:aws:sts::*:assumed-role/${role}/*`;

test.each<[number, (readonly string[])[]]>([
  // The one that AWS is known to refuse, and what people wrote most.
  [11, [["*:*:*:*:*:event-bus/*"]]],
  [11, [["a", "b", "c", "d", "e"].map(sessions)]],
  [13, [["ab", "cd", "ef"].map((set) => sessions(`AWSReservedSSO_${set}_*`))]],
  // From the tests of AWS's engine.
  [0, []],
  [7, [["a*aaa"], ["aa*aa"]]],
  [6, [["ab*cd"], ["ab*wx"], ["ab*yz"]]],
  [17, [["*a*a*a*a*a*a*a*a*"]]],
  [4, [["*abc"], ["*abcde"]]],
])("a score of %d as the engine counts", (score, entries) => {
  expect(wildcardComplexity(entries, 100)).toBe(score);
});

test("a wildcard of any length is scored in little time", () => {
  const hostile = Array.from({ length: 30 }, (_, i) => [`*a${"*b".repeat(i)}*a`.repeat(3)]);
  expect(wildcardComplexity(hostile)).toBeGreaterThan(10);
});

test("arms of alternatives multiply, wherever they are", () => {
  const arms = [{ a: ["1"] }, { b: ["2"] }];
  expect(armProduct({ $or: arms, detail: { $or: [...arms, { c: { $or: arms } }] } })).toBe(12);
});

test("every kind's pattern is within the limits, and two alone have a wildcard", () => {
  const patterns = catalog.map((kind) => patternOf([kind]));
  const withWildcards = catalog.filter((kind) => hasWildcards(patternOf([kind])));
  expect(patterns.flatMap(limitProblems)).toEqual([]);
  expect(patterns.filter((pattern) => !hasFewCombinations(pattern))).toEqual([]);
  // Only the name of a session says that it is an instance's.
  expect(withWildcards.map(({ name }) => name)).toEqual([
    "instance-role-sign-in",
    "federated-sign-in",
  ]);
});

test("says each limit that a pattern is over", () => {
  const $or = Array.from({ length: 35 }, (_, i) => ({ a: [{ wildcard: `x*${i}*y*` }] }));
  expect(hasFewCombinations({ $or, detail: { $or } })).toBe(false);
  expect(limitProblems({ $or, detail: { $or } })).toEqual([
    expect.stringMatching(/^it has \d+ characters, AWS allows 2048/),
    "its wildcards are too complex: they score more than 10",
  ]);
});
