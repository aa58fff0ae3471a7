import { markdownText } from "../../../src/coverage/report/markdown-text";
import { coverageTotals, arrivals } from "../../../src/coverage/report/coverage-summary";
import { reportWriters } from "../../../src/coverage";
import { printedJson } from "../../../src/json/printed";
import { after } from "../every-rule/raise";
import { reportOf } from "../small-organization";

/** As GitHub does: entities first, then what is a mention or an issue. */
function decoded(markdown: string): string {
  return markdown.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

test.each(["@everyone", "a @team/name", "#1", "see #42", "GH-7", "x@y.example"])(
  "%s in Markdown mentions nobody and nothing, even after entities are read",
  (text) => {
    expect(decoded(markdownText(text))).not.toMatch(/@\w|#\d|GH-\d/i);
  },
);

test("JSON shows characters that steer a terminal as escapes, and means the same", () => {
  const value = { name: "a\u202Eb\u009B31m\u2028\u{E0041}" };
  const text = printedJson(value);
  expect(text).not.toMatch(/[\u007F-\u009F\u2028\u2029\p{Cf}]/u);
  expect(JSON.parse(text)).toEqual(value);
});

const unknown = reportOf(
  after("aws_cloudwatch_event_bus_policy", /./, { policy: "${var.policy}" }),
);

test("alerts of which nothing can be decided are not said to be lost", () => {
  const { alerts, gaps, undecided } = coverageTotals(unknown);
  expect(undecided).toBe(gaps);
  expect(gaps).toBe(alerts);
  for (const name of ["table", "markdown"]) {
    const written = reportWriters
      .find((each) => each.name === name)
      ?.write(unknown, { colors: false });
    expect(written).toContain(`of ${alerts} it cannot be decided`);
    expect(written).toContain("cannot be decided, critical if lost");
  }
});

test("alerts that are lost are not said to be undecided", () => {
  const lost = reportOf(after("aws_cloudwatch_event_bus_policy", /./, undefined));
  expect(coverageTotals(lost)).toMatchObject({ undecided: 0 });
  expect(arrivals(coverageTotals(lost))).toMatch(/^\d+ of \d+ alerts would arrive$/);
});
