import fc from "fast-check";
import { JsonSplitter } from "../../src/backtest/reading/split-json";
import { readRecordsIn, type FoundAt } from "../../src/backtest/reading/read-file";
import { backtestOf, recordOf } from "./records";

const good = ["1", "2", "3"].map((id) => JSON.stringify(recordOf("root-sign-in", id)));
const [one = "", two = "", three = ""] = good;

function numbersOf({ signIns, unread }: Awaited<ReturnType<typeof backtestOf>>) {
  return { signIns, lines: unread.map(({ line }) => line) };
}

test.each([
  ["a cut line between lines", [one, two.slice(0, 80), three].join("\n"), 2, [2]],
  ["a cut first line", [one.slice(0, 80), two, three].join("\n"), 2, [1]],
  ["a line that is no JSON", [one, "<html>", two, three].join("\n"), 3, [2]],
  ["a number in a list", `[${one},\n5,\n${two},${three}]`, 3, [2]],
  ["a bracket too many", `{"Records":[${one}\n},${two},${three}]}`, 3, [2]],
  ["a list that ends early", `{"Records":[${one}],\n${two}]}`, 1, [2, 2]],
  ["a file that is cut off", `{"Records":[${one},\n${two.slice(0, 90)}`, 1, [2]],
  ["a missing quote on many lines", `[\n${one},\n{"eventName":"x,\n"a":1},\n${three}]`, 2, [3]],
  ["a record that is too long", `[\n${one},\n{"a":"${"x".repeat(5_000_000)}"},\n${three}]`, 2, [3]],
  ["a record that is nested deep", `[${one},\n${"[".repeat(500)}${"]".repeat(500)}]`, 1, [2]],
  ["a key __proto__", `[${one},\n{"eventName":"x","__proto__":{}}]`, 1, [2]],
  ["a record without a place", `[${one},\n{"eventName":"ConsoleLogin"}]`, 1, [2]],
  [
    "quotes of CSV that are not closed",
    `@message\n"${one.replaceAll('"', '""')}"\n"{""eventName"":\n"${three.replaceAll('"', '""')}"`,
    2,
    [3],
  ],
])("%s is named by its line, and the rest is read", async (_, text, signIns, lines) => {
  expect(numbersOf(await backtestOf(text))).toEqual({ signIns, lines });
});

test.each([
  ["nothing", ""],
  ["a web page", "<html></html>"],
  ["another JSON", '{"Version": "2012-10-17"}'],
  ["a list without records", '{"Records":[]}'],
  ["a binary file", "\u0000\u0001\u0002"],
])("fails on %s, and says what can be read", async (_, text) => {
  await expect(backtestOf(text)).rejects.toThrow(
    /^no record of CloudTrail in -.*give log files of CloudTrail/u,
  );
});

test("a record of a type that EventBridge does not deliver is counted, and no problem", async () => {
  const insight = { ...recordOf("root-sign-in", "9"), eventType: "AwsCloudTrailInsight" };
  const result = await backtestOf(JSON.stringify({ Records: [insight] }));
  expect(result).toMatchObject({ records: 1, undelivered: 1, signIns: 0, unreadCount: 0 });
});

test("a sign-in without a time is named", async () => {
  const record = { ...recordOf("root-sign-in", "9"), eventTime: "yesterday" };
  const { unread } = await backtestOf(JSON.stringify({ Records: [record] }));
  expect(unread[0]?.problem).toContain("without a time");
});

test("only the first problems are named, and all are counted", async () => {
  const { unread, unreadCount } = await backtestOf(`${one}\n${"{\n".repeat(1000)}${two}`);
  expect([unread.length, unreadCount]).toEqual([50, 1000]);
});

function splitIn(text: string, ends: readonly number[]) {
  const splitter = new JsonSplitter();
  const cuts = [0, ...[...ends].sort((a, b) => a - b), text.length];
  const items = cuts.flatMap((end, i) =>
    i === 0 ? [] : splitter.push(text.slice(cuts[i - 1], end)),
  );
  return [...items, ...splitter.end()];
}

test("wherever a text is cut into pieces, the same values are found", () => {
  const text = JSON.stringify(
    { Records: good.map((each): unknown => JSON.parse(each)), x: [1] },
    null,
    1,
  );
  const whole = splitIn(text, []);
  expect(whole).toHaveLength(3);
  fc.assert(
    fc.property(fc.array(fc.nat(text.length)), (ends) => {
      expect(splitIn(text, ends)).toEqual(whole);
    }),
  );
});

test("whatever JSON a list holds, each value of it is given", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.boolean(), (values, isNamed) => {
      const items = splitIn(JSON.stringify(isNamed ? { Records: values } : values), []);
      expect(items.map(({ text = "" }) => JSON.parse(text) as unknown)).toEqual(
        values.map((value): unknown => JSON.parse(JSON.stringify(value))),
      );
    }),
  );
});

test("whatever a file holds, it is read without an error, and nothing but blanks goes unmentioned", () => {
  const piece = fc.constantFrom("{", "}", "[", "]", '"', "\\", "\n", ",", ":", "x", "Records", one);
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const found: FoundAt[] = [];
      readRecordsIn("a.json", pieces.join(""), (each) => found.push(each));
      expect(found.every(({ line }) => line > 0)).toBe(true);
      if (pieces.includes("x")) expect(found).not.toEqual([]);
    }),
  );
});
