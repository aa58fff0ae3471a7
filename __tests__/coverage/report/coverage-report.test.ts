import {
  coverageHtml,
  coverageJson,
  coverageMarkdown,
  coverageTable,
  isCovered,
} from "../../../src/coverage/report";
import { groupFindings, groupGaps } from "../../../src/coverage/report/groups";
import { busPolicyBlocker, sampleReport, smallOrganization } from "./sample-report";
import { defaultRegions } from "../../../src/aws/regions";
import type { CoverageReport, Finding } from "../../../src/coverage";

const covered = sampleReport(smallOrganization);
const disabledIn =
  (region: string) =>
  (account: string, here: string): Finding | undefined =>
    here === region
      ? {
          rule: "rule-disabled",
          resource: {
            stack: `signin-account-${account}`,
            address: `aws_cloudwatch_event_rule.forward-${region}_${account.slice(0, 8)}`,
          },
          detail: `the rule of ${account}`,
        }
      : undefined;
const withGaps = sampleReport({ ...smallOrganization, gap: disabledIn("us-east-1") });

test("a report without gaps and findings is covered", () => {
  expect(isCovered(covered)).toBe(true);
  expect(isCovered(withGaps)).toBe(false);
  expect(isCovered(sampleReport({ ...smallOrganization, findings: [busPolicyBlocker] }))).toBe(
    false,
  );
});

test("a report on nothing is not covered", () => {
  expect(isCovered(sampleReport({ accounts: [], regions: [], kinds: [] }))).toBe(false);
});

test("gaps of one cause in many places are one group, with the worst first", () => {
  const report = sampleReport({
    ...smallOrganization,
    gap: (account, region, kind) =>
      kind === "root-sign-in" ? busPolicyBlocker : disabledIn("us-east-1")(account, region),
  });
  const groups = groupGaps(report.cells.filter((cell) => !cell.covered));
  expect(groups.map(({ blocker, cells }) => [blocker.rule, cells.length])).toEqual([
    ["bus-policy-denies", 6],
    ["rule-disabled", 6],
  ]);
  expect(groups.map(({ otherResources }) => otherResources)).toEqual([0, 2]);
});

test("the table names accounts, and each cause with its resource and reason", () => {
  const table = coverageTable(withGaps, { colors: false });
  expect(table).toContain("payments-prod");
  expect(table).toContain("✗ critical: 3 kinds");
  expect(table).toContain(
    "signin-account-111111111111 aws_cloudwatch_event_rule.forward-us-east-1_11111111 and 2 others like it",
  );
  expect(table).toContain("The rule is disabled: the rule of 111111111111");
  expect(table).toContain("✗ 9 gaps: 9 of 18 alerts would arrive");
  expect(table).not.toContain("\u001B");
});

test("the table has the accounts with gaps alone, the worst first, each with its worst severity", () => {
  const report = sampleReport({
    ...smallOrganization,
    gap: (account, _region, kind) => {
      if (account === "111111111111") return undefined;
      const isWorse = account === "444444444444" || kind !== "root-sign-in";
      return isWorse ? busPolicyBlocker : undefined;
    },
  });
  const rowsOf = (all: boolean) =>
    coverageTable(report, { colors: false, all })
      .split("\n")
      .flatMap(
        (line) => /│ (\d{12}) │.*│ (\S+) +│ [^│]+│$/u.exec(line)?.slice(1, 3).join(" ") ?? [],
      );
  expect(rowsOf(false)).toEqual(["444444444444 critical", "222222222222 high"]);
  expect(rowsOf(true)).toEqual(["111111111111 –", "222222222222 high", "444444444444 critical"]);
});

test("colours are used where they are asked for", () => {
  expect(coverageTable(withGaps, { colors: true })).toContain("\u001B[31m");
});

test("JSON has every account, region, kind and gap", () => {
  const json = coverageJson(withGaps);
  expect(json.covered).toBe(false);
  expect(json.totals).toMatchObject({ alerts: 18, covered: 9, gaps: 9, findings: 0 });
  expect(json.kinds[0]).toEqual({
    name: "root-sign-in",
    severity: "critical",
    title: "Root user signed in",
  });
  expect(json.accounts[0]?.regions[0]).toEqual({
    name: "eu-central-1",
    covered: ["root-sign-in", "failed-sign-in", "federated-sign-in"],
    gaps: [],
  });
  expect(json.accounts[0]?.regions[1]?.gaps[0]).toMatchObject({
    kind: "root-sign-in",
    blocker: {
      rule: "rule-disabled",
      severity: "error",
      resource: { stack: "signin-account-111111111111" },
      detail: "the rule of 111111111111",
      text: "The rule is disabled: the rule of 111111111111",
    },
  });
});

test("Markdown has a row per account and an item per cause", () => {
  const markdown = coverageMarkdown(withGaps);
  expect(markdown).toContain("| `444444444444` | payments-prod | ✗ 1 of 2 | us-east-1 |");
  expect(markdown).toMatch(/^- \*\*critical\*\*: 3 kinds/m);
});

test("a hostile name neither ends the script of the page nor a cell of Markdown", () => {
  const name = "</script><script>alert(1)</script> | @everyone";
  const hostile = sampleReport({ ...smallOrganization, accounts: [{ id: "111111111111", name }] });
  expect(coverageHtml(hostile).match(/<\/script>/g)).toHaveLength(2);
  expect(coverageMarkdown(hostile)).not.toContain("<script>");
  expect(coverageMarkdown(hostile)).not.toContain("| @");
});

test("the same report gives the same bytes", () => {
  const write = () => coverageHtml(sampleReport(smallOrganization));
  expect(write()).toBe(write());
});

test("a report ends with what no route names, in every form", () => {
  const notRouted = [{ kinds: ["root-sign-in", "assume-root"], accounts: ["management", "hub"] }];
  const report = sampleReport({ ...smallOrganization, notRouted });
  const sentence =
    "No recipient is notified of 2 kinds (root-sign-in, assume-root) in management, hub: no route names them.";
  expect(coverageTable(report, { colors: false })).toContain(sentence);
  expect(coverageMarkdown(report)).toContain("in management, hub: no route names them");
  expect(coverageJson(report).notRouted).toEqual(notRouted);
});

describe("what is left over from an earlier version", () => {
  const leftOver = (type: string, name: string, stack = "signin-hub"): Finding => ({
    rule: "stale-resource",
    resource: { stack, address: `${type}.${name}` },
    detail: `the ${name}`,
  });
  const rules = ["root-sign-in", "role-switch", "assume-root", "failed-sign-in", "mfa"];
  const findings = [
    ...rules.map((kind) => leftOver("aws_cloudwatch_event_rule", `Rule-${kind}`)),
    leftOver("aws_sns_topic_subscription", "email"),
    leftOver("aws_sns_topic_subscription", "email", "signin-trail"),
  ];
  const report = sampleReport({ ...smallOrganization, findings });
  const rows = coverageTable(report, { colors: false })
    .split("\n")
    .filter((line) => line.includes("left over"));

  test("is a row for each type of resource in a stack, which says how many they are", () => {
    const title = "Something is left over from an earlier version";
    expect(rows.map((row) => row.trim())).toEqual([
      `${title}: the Rule-root-sign-in, the Rule-role-switch, the Rule-assume-root and 2 more (and 4 resources like it)`,
      `${title}: the email`,
      `${title}: the email`,
    ]);
  });

  test("is in JSON one by one, and in a group with each of its resources", () => {
    const { findings: all, findingGroups } = coverageJson(report);
    expect(all).toHaveLength(findings.length);
    expect(findingGroups.map(({ resources }) => resources.length)).toEqual([5, 1, 1]);
    expect(findingGroups[0]?.details).toEqual(rules.map((kind) => `the Rule-${kind}`));
  });

  test("is of one type wherever it stands: in modules, with an index, of a stack set", () => {
    const addresses = [
      "aws_cloudwatch_event_rule.a",
      'module.hub["a.b"].aws_cloudwatch_event_rule.c[0]',
      'aws_cloudwatch_event_rule.d["x.y"]',
    ];
    const groups = groupFindings(
      addresses.map((address) => ({ ...leftOver("", ""), resource: { stack: "s", address } })),
    );
    expect(groups).toHaveLength(1);
  });

  test("is no example for other rules: what differs at one resource is a row of its own", () => {
    const others = rules.map((kind) => ({
      ...leftOver("aws_cloudwatch_event_rule", `Rule-${kind}`),
      rule: "pattern-differs" as const,
    }));
    expect(groupFindings(others)).toHaveLength(rules.length);
  });
});

describe("regions that every account has and none is covered in", () => {
  const { regions } = smallOrganization;
  const missing = defaultRegions("aws").filter((name) => !regions.includes(name));
  const named = `${missing.length} regions open to every account, covered in none: ${missing.join(", ")}`;

  test.each([
    ["the table", (report: CoverageReport) => coverageTable(report, { colors: false })],
    ["Markdown", coverageMarkdown],
    ["the page", (report: CoverageReport) => coverageHtml(report)],
  ])("are named in %s", (_, write) => {
    expect(write(covered).replaceAll(/\s+/gu, " ")).toContain(named);
  });

  test("are named in JSON", () => {
    expect(coverageJson(covered).uncoveredRegions).toEqual(missing);
  });

  test("are none where a list names them all", () => {
    const all = sampleReport({ ...smallOrganization, regions: defaultRegions("aws") });
    expect(coverageJson(all).uncoveredRegions).toEqual([]);
    expect(coverageTable(all, { colors: false })).not.toContain("open to every account");
  });

  test("are not named twice where they are left out on purpose", () => {
    const [first = "", ...others] = missing;
    const report = { ...covered, leftOut: [{ accounts: ["payments-prod"], regions: [first] }] };
    const table = coverageTable(report, { colors: false });
    expect(table).toContain(`Not covered, on purpose: ${first} in 1 account`);
    expect(table).toContain(`covered in none: ${others.join(", ")}`);
  });
});
