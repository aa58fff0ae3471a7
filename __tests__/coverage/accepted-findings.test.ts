import {
  acceptableRules,
  coverageJson,
  coverageSarif,
  isCovered,
  reportWriters,
  withAccepted,
  type Acceptance,
} from "../../src/coverage";
import { after, more, plain } from "./every-rule/raise";
import type { MutableJson } from "./mutation/mutant";
import { reportOf } from "./small-organization";

const TYPE = "aws_sns_topic_data_protection_policy";
const hub = plain.find(({ name }) => name === "signin-hub")?.document["resource"];
const topics = (hub as Record<string, Record<string, MutableJson>>)["aws_sns_topic"] ?? {};
const [topic = ""] = Object.keys(topics);
const { provider } = topics[topic] ?? {};
const arn = `\${aws_sns_topic.${topic}.arn}`;
const report = reportOf(more("signin-hub", TYPE, () => ({ provider, arn })));
const today = "2026-11-26";
const entry: Acceptance = {
  rule: "not-analyzed-resource",
  resource: `signin-hub ${TYPE}.*`,
  reason: "masks <b>nothing</b> that alerts hold",
  until: today,
};

const judged = (entries: readonly Acceptance[], of = report) => withAccepted(of, entries, today);

test("a finding that is accepted counts no more, up to its last day", () => {
  expect(isCovered(report)).toBe(false);
  expect(isCovered(judged([entry]))).toBe(true);
});

test.each(reportWriters.map(({ name, write }) => [name, write] as const))(
  "%s shows what is accepted, and why",
  (name, write) => {
    const written = write(judged([entry]), { colors: false });
    expect(written).toContain("not-analyzed-resource");
    expect(written).toContain("that alerts hold");
    if (name === "html") expect(written).not.toContain("<b>nothing");
  },
);

test("JSON and SARIF hold it apart from what counts", () => {
  const accepted = judged([entry]);
  expect(coverageJson(accepted)).toMatchObject({
    findings: [],
    accepted: [{ rule: entry.rule, reason: entry.reason, until: today }],
  });
  const [result] = coverageSarif(accepted).runs[0]?.results ?? [];
  expect(result).toMatchObject({
    ruleId: entry.rule,
    suppressions: [{ kind: "external", status: "accepted" }],
  });
});

test.each([
  ["the same detail", TYPE],
  ["a part of it", "aws_sns_*"],
  ["any detail", "*"],
])("an entry with %s accepts the finding", (_, detail) => {
  expect(isCovered(judged([{ ...entry, detail }]))).toBe(true);
});

test("what is accepted of a setting does not hide another of the same resource", () => {
  const altered = (arguments_: MutableJson) =>
    reportOf(after("aws_sns_topic", /^topic/, (body) => Object.assign(body, arguments_)));
  const settings = {
    rule: "not-analyzed-setting",
    reason: "x",
    until: today,
    resource: "*",
  } as const;
  const one = altered({ lifecycle: { ignore_changes: ["policy"] } });
  const detail = one.findings[0]?.detail ?? "";
  const two = altered({ lifecycle: { ignore_changes: ["policy", "kms_master_key_id"] } });
  expect(isCovered(judged([{ ...settings, detail }], one))).toBe(true);
  expect(isCovered(judged([{ ...settings, detail }], two))).toBe(false);
});

test("fails once the day has passed: the finding counts again, and is said to", () => {
  const expired = judged([{ ...entry, until: "2026-11-25" }]);
  expect(expired.findings.map(({ rule }) => rule)).toEqual([
    "not-analyzed-resource",
    "acceptance-expired",
  ]);
  expect(expired.accepted).toEqual([]);
});

test.each([
  ["another resource", { ...entry, resource: "signin-trail *" }],
  ["no resource", { rule: entry.rule, reason: "x", until: today }],
  ["another detail", { ...entry, detail: "aws_sns_topic" }],
  ["another rule", { ...entry, rule: "not-analyzed-setting" as const }],
])("an entry for %s accepts nothing, which is said", (_, other) => {
  const left = judged([other]);
  expect(left.findings).toEqual(report.findings);
  expect(left.unusedAcceptances).toEqual([other]);
});

test("an entry that fits nothing is no failure, even when its day has passed", () => {
  const nothing = judged([{ ...entry, until: "2020-01-01" }], reportOf(plain));
  expect(isCovered(nothing)).toBe(true);
  expect(nothing.unusedAcceptances).toHaveLength(1);
});

test("an alert that would not arrive stays a gap, whatever is accepted", () => {
  const gone = reportOf(after("aws_cloudwatch_event_rule", /account-forwarder/, undefined));
  const everything = acceptableRules.map((rule) => ({ ...entry, rule, resource: "*" }));
  const left = withAccepted(gone, everything, today);
  expect(left.cells).toEqual(gone.cells);
  expect(isCovered(left)).toBe(false);
});
