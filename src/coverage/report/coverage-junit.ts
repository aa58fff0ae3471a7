import type { CoverageReport } from "../coverage-report";
import { findingText, type Finding } from "../finding";
import { findingRules } from "../finding-rules";
import { accountSummaries, noteSentences } from "./coverage-summary";
import { groupFindings, summaryOf } from "./groups";
import { plainLine, resourceText } from "./plain-text";

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text that XML can hold, in an attribute or between tags. */
function xml(text: string): string {
  return plainLine(text)
    .replace(/[\p{Cs}\uFFFE\uFFFF]/gu, "\uFFFD")
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

function tag(name: string, attributes: Readonly<Record<string, string | number>>, inner = "") {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${xml(String(value))}"`,
  );
  return `<${name}${written.join("")}${inner === "" ? "/>" : `>${inner}</${name}>`}`;
}

interface TestCase {
  /** What it is part of, such as a region. */
  readonly group: string;
  readonly name: string;
  readonly failure?: Finding;
  /** Why nothing was tested. */
  readonly skipped?: string;
}

function failure(finding: Finding): string {
  const { text, fix, page } = findingRules[finding.rule];
  const where = finding.resource ? [`at ${resourceText(finding.resource)}`] : [];
  const lines = [findingText(finding), ...where, text, `${fix} See ${page}`];
  return tag(
    "failure",
    { type: finding.rule, message: findingText(finding) },
    lines.map(xml).join("\n"),
  );
}

interface TestSuite {
  readonly name: string;
  readonly cases: readonly TestCase[];
  /** What is to be known beside the cases. */
  readonly notes?: readonly string[];
}

function counts(cases: readonly TestCase[]) {
  const failures = cases.filter((each) => each.failure !== undefined).length;
  const skipped = cases.filter((each) => each.skipped !== undefined).length;
  return { tests: cases.length, failures, errors: 0, skipped };
}

function suite({ name, cases, notes = [] }: TestSuite): string {
  const properties = notes.map((value) => tag("property", { name: "note", value }));
  const written = cases.map((each) =>
    tag(
      "testcase",
      { classname: `${name}.${each.group}`, name: each.name },
      each.skipped === undefined
        ? each.failure && failure(each.failure)
        : tag("skipped", { message: each.skipped }),
    ),
  );
  const inner = [
    ...(properties.length > 0 ? [tag("properties", {}, properties.join(""))] : []),
    ...written,
  ];
  return tag("testsuite", { name, ...counts(cases) }, `\n${inner.join("\n")}\n`);
}

function suitesOf(report: CoverageReport): readonly TestSuite[] {
  const accounts = accountSummaries(report).map(({ id, name, places }): TestSuite => {
    const alerts = places.flatMap(({ region, covered, gaps }) => [
      ...covered.map((kind): TestCase => ({ group: region, name: kind })),
      ...gaps.map(({ kind, blocker = { rule: "not-delivered", detail: "" } }): TestCase => ({
        group: region,
        name: kind,
        failure: blocker,
      })),
    ]);
    const heartbeats = report.heartbeats
      .filter(({ account }) => account === id)
      .map(
        ({ region, arrives, blocker = { rule: "heartbeat-missing", detail: "" } }): TestCase => ({
          group: region,
          name: "heartbeat",
          ...(!arrives && { failure: blocker }),
        }),
      );
    const none: TestCase = { group: "alerts", name: "alerts", skipped: "no alert is expected" };
    return {
      name: name === undefined ? id : `${name} (${id})`,
      cases: [...(alerts.length > 0 ? alerts : [none]), ...heartbeats],
    };
  });
  const findings = groupFindings(report.findings).map((group): TestCase => {
    const summary = summaryOf(group);
    const at = resourceText(summary.resource) || "configuration";
    return { group: summary.rule, name: `${summary.rule} at ${at}`, failure: summary };
  });
  const none: TestCase = { group: "findings", name: "no finding" };
  const notes = noteSentences(report);
  return [...accounts, { name: "findings", cases: findings.length > 0 ? findings : [none], notes }];
}

/**
 * A coverage report as JUnit XML: a suite for each account, a case for each region and kind, for each
 * heartbeat, and for the findings by rule and resource.
 */
export function coverageJunit(report: CoverageReport): string {
  const suites = suitesOf(report);
  const totals = counts(suites.flatMap(({ cases }) => cases));
  const inner = `\n${suites.map(suite).join("\n")}\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag("testsuites", { name: "signin-alerts coverage", ...totals }, inner)}\n`;
}
