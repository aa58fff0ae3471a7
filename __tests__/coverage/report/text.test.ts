import fc from "fast-check";
import {
  markdownBlock,
  markdownCode,
  markdownText,
} from "../../../src/coverage/report/markdown-text";
import { placedText, placeFree } from "../../../src/coverage/report/place-free-text";
import { plainLine } from "../../../src/coverage/report/plain-text";
import { foldSections } from "../../../src/coverage/report/review/fold-sections";
import { firstOf, numeral } from "../../../src/coverage/report/wording";

const place = fc.record({
  account: fc.stringMatching(/^[0-9]{12}$/),
  region: fc.constantFrom("us-east-1", "eu-central-1", "ap-southeast-2"),
});

test("a text without its place says at its place what it said before", () => {
  fc.assert(
    fc.property(place, fc.array(fc.string()), (here, parts) => {
      const text = parts.join(` ${here.account}:${here.region} `);
      expect(placedText(placeFree(text, here), here)).toBe(text);
    }),
  );
});

test("the same text of two places is one text without its place", () => {
  fc.assert(
    fc.property(place, place, (here, there) => {
      const say = (at: typeof here) => `arn:aws:events:${at.region}:${at.account}:rule/x`;
      expect(placeFree(say(here), here)).toBe(placeFree(say(there), there));
    }),
  );
});

test("text in Markdown makes neither tag, link, mention nor table cell", () => {
  const text = markdownText("</td> @security [x](https://evil.example) | `a` *b* www.evil.example");
  expect(text).not.toMatch(/[<>@[\]|`*]|:\/\/|www\./);
});

test("code in Markdown is not ended by the backticks in it", () => {
  expect(markdownCode("a`b``c")).toBe("``` a`b``c ```");
  expect(markdownBlock(["````", "x"])).toEqual(["`````text", "````", "x", "`````"]);
});

test("text on a terminal moves no cursor and has one line", () => {
  expect(plainLine("a\u001B[2Jb\n c\u202Ed")).toBe("a\uFFFD[2Jb c\uFFFDd");
});

test("numbers have commas, lists have an end", () => {
  expect([0, 999, 1000, 37400, 1234567].map(numeral)).toEqual([
    "0",
    "999",
    "1,000",
    "37,400",
    "1,234,567",
  ]);
  expect(firstOf(["a", "b", "c", "d"], 2)).toBe("a, b and 2 more");
  expect(firstOf(["a", "b", "c"], 2)).toBe("a, b, c");
});

test("sections never have more lines than they may, and say how much they leave out", () => {
  const rows = fc.array(fc.constant("- row"), { maxLength: 200 });
  fc.assert(
    fc.property(
      fc.array(rows, { maxLength: 6 }),
      fc.integer({ min: 42, max: 80 }),
      (all, lines) => {
        const sections = all.map((own) => ({
          heading: ["", "### title", ""],
          rows: own,
          folded: (count: number) => `and ${count} more`,
        }));
        const folded = foldSections(sections, lines);
        expect(folded.length).toBeLessThanOrEqual(lines);
        const shown = folded.filter((line) => line === "- row").length;
        const hidden = folded
          .map((line) => /^and (\d+) more$/.exec(line)?.[1])
          .reduce((sum, count) => sum + Number(count ?? 0), 0);
        expect(shown + hidden).toBe(all.flat().length);
      },
    ),
  );
});
