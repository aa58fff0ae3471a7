import { DOMParser } from "@xmldom/xmldom";
import fc from "fast-check";
import { findingRules, type Finding, type RuleId } from "../../../src/coverage";
import { coverageJson, coverageSarif, reportWriters } from "../../../src/coverage/report";
import { busPolicyBlocker, sampleReport, smallOrganization } from "./sample-report";

const staleIn = (account: string, region: string): Finding => ({
  rule: "stale-resource",
  resource: {
    stack: `signin-account-${account}`,
    address: `aws_cloudwatch_event_rule.forward-${region}_1A2B3C4D`,
  },
  detail: `${region} of account ${account}`,
});

const findings: readonly Finding[] = [
  staleIn("111111111111", "eu-west-1"),
  staleIn("222222222222", "eu-west-2"),
  { rule: "trail-missing", detail: "the configuration creates one" },
];

const report = sampleReport({
  ...smallOrganization,
  gap: (_, region) => (region === "us-east-1" ? busPolicyBlocker : undefined),
  findings,
  notRouted: [{ kinds: ["assume-root"], accounts: ["management"] }],
});

function written(format: string, from = report): string {
  const writer = reportWriters.find(({ name }) => name === format);
  return writer?.write(from, { colors: false, terraform: "cdktf.out" }) ?? "";
}

const formats = reportWriters.map(({ name }) => name);

/** Every element of that name. */
function elements(xml: string, name: string) {
  const problems: string[] = [];
  const onError = (level: string, message: string): void => {
    // It warns of U+FFFD, which stands for what XML cannot hold.
    if (level !== "warning") problems.push(`${level}: ${message}`);
  };
  const document = new DOMParser({ onError }).parseFromString(xml, "text/xml");
  expect(problems).toEqual([]);
  return Array.from(document.getElementsByTagName(name));
}

test.each(formats)("%s names the rule of each gap and finding, and is the same again", (format) => {
  const text = written(format);
  for (const rule of ["bus-policy-denies", "stale-resource", "trail-missing"]) {
    expect(text).toContain(rule);
  }
  expect(text).toContain("assume-root");
  expect(written(format)).toBe(text);
});

test.each(formats)("%s holds no path of this machine", (format) => {
  expect(written(format)).not.toContain(process.cwd());
});

test.each(["table", "markdown", "html", "junit"])(
  "in %s a rule that is broken alike in two accounts stands once",
  (format) => {
    expect(written(format)).toContain("and 1 resource like it");
  },
);

test("JSON has findings one by one, and by rule and resource with what to do", () => {
  const json = coverageJson(report);
  expect(json.findings.map(({ rule }) => rule)).toEqual([
    "stale-resource",
    "stale-resource",
    "trail-missing",
  ]);
  expect(json.findingGroups).toMatchObject([
    {
      rule: "stale-resource",
      ...findingRules["stale-resource"],
      resources: findings.slice(0, 2).map(({ resource }) => resource),
      details: ["eu-west-1 of account 111111111111", "eu-west-2 of account 222222222222"],
    },
    { rule: "trail-missing", resources: [] },
  ]);
});

describe("SARIF", () => {
  const stackFiles = new Map(
    ["signin-account-111111111111", "signin-account-222222222222"].map((stack) => [
      stack,
      `stacks/${stack}/cdk.tf.json`,
    ]),
  );
  const { runs, version } = coverageSarif({ ...report, stackFiles }, { terraform: "cdktf.out" });
  const [run] = runs;

  test("has every rule of the catalogue, with its level", () => {
    expect(version).toBe("2.1.0");
    const { name, rules } = run?.tool.driver ?? {};
    expect(name).toBe("signin-alerts");
    expect(rules?.map(({ id }) => id)).toEqual(Object.keys(findingRules));
    for (const rule of rules ?? []) {
      expect(rule.shortDescription.text).not.toBe("");
      expect(rule.fullDescription.text).not.toBe("");
      expect(rule.help.text).not.toBe("");
      expect(["error", "warning"]).toContain(rule.defaultConfiguration.level);
      if (rule.helpUri !== undefined) expect(new URL(rule.helpUri).protocol).toBe("https:");
    }
  });

  test("has a result for each rule and resource, at the stack that holds it", () => {
    expect(run?.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ["bus-policy-denies", "error"],
      ["stale-resource", "warning"],
      ["trail-missing", "error"],
    ]);
    for (const { ruleId, ruleIndex, locations, message } of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
      expect(message.text).toContain(findingRules[ruleId].title);
      expect(locations.length).toBeGreaterThan(0);
    }
    expect(run?.results[1]?.locations).toEqual(
      ["111111111111", "222222222222"].map((account, i) => ({
        physicalLocation: {
          artifactLocation: { uri: `cdktf.out/stacks/signin-account-${account}/cdk.tf.json` },
          region: { startLine: 1 },
        },
        logicalLocations: [
          {
            name: findings[i]?.resource?.address,
            fullyQualifiedName: `signin-account-${account} ${findings[i]?.resource?.address ?? ""}`,
            kind: "resource",
          },
        ],
      })),
    );
    expect(run?.results[2]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
      "cdktf.out/manifest.json",
    );
  });

  test("gives a finding the same fingerprint when it is found in fewer accounts", () => {
    const fewer = coverageSarif(
      sampleReport({ ...smallOrganization, findings: [findings[1] ?? busPolicyBlocker] }),
    );
    expect(fewer.runs[0]?.results[0]?.partialFingerprints).toEqual(
      run?.results[1]?.partialFingerprints,
    );
    const prints = run?.results.map(({ partialFingerprints }) =>
      JSON.stringify(partialFingerprints),
    );
    expect(new Set(prints).size).toBe(3);
  });

  test("names the plan itself where a plan was checked", () => {
    const ofPlan = coverageSarif(report, { terraform: "plans/signin-hub.json" });
    expect(JSON.stringify(ofPlan)).toContain('"uri":"plans/signin-hub.json"');
  });
});

test("JUnit has a suite for each account, and a case for each region and kind", () => {
  const xml = written("junit");
  const suites = elements(xml, "testsuite");
  expect(suites.map((suite) => [suite.getAttribute("name"), suite.getAttribute("tests")])).toEqual([
    ["management (111111111111)", "6"],
    ["security-tooling (222222222222)", "6"],
    ["payments-prod (444444444444)", "6"],
    ["findings", "2"],
  ]);
  expect(suites.map((suite) => suite.getAttribute("failures"))).toEqual(["3", "3", "3", "2"]);
  const failures = elements(xml, "failure").map((failure) => failure.getAttribute("type"));
  expect(failures).toEqual([
    ...Array<RuleId>(9).fill("bus-policy-denies"),
    "stale-resource",
    "trail-missing",
  ]);
  expect(elements(xml, "property")[0]?.getAttribute("value")).toContain("no route names them");
});

test("JUnit has the heartbeats as cases", () => {
  const heartbeats = smallOrganization.accounts.map(({ id }) => ({
    account: id,
    region: "us-east-1",
    arrives: id !== "222222222222",
  }));
  const xml = written("junit", { ...sampleReport(smallOrganization), heartbeats });
  const cases = elements(xml, "testcase").filter(
    (each) => each.getAttribute("name") === "heartbeat",
  );
  expect(cases).toHaveLength(3);
  expect(elements(xml, "failure").map((each) => each.getAttribute("type"))).toEqual([
    "heartbeat-missing",
  ]);
});

const hostile = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "]]>",
    "<!--",
    "&#0;",
    "\u0000\u001B[31m",
    "\u202Eevil",
    "\uD800",
    "\uFFFE",
    "../../etc",
    "/etc/passwd",
  ),
);

test("no name makes JUnit malformed, or a path of SARIF absolute", () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (name, stack, detail) => {
      const from = sampleReport({
        ...smallOrganization,
        accounts: [{ id: "111111111111", name }],
        findings: [{ rule: "value-invalid", resource: { stack, address: name }, detail }],
      });
      const xml = written("junit", from);
      expect(elements(xml, "failure")).toHaveLength(1);
      expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u202A-\u202E\uFFFE\uFFFF]/u);
      const [result] = coverageSarif(from).runs[0]?.results ?? [];
      const uri = result?.locations[0]?.physicalLocation.artifactLocation.uri ?? "";
      expect(uri).toMatch(/^cdktf\.out\//u);
      expect(new URL(uri, "https://example.com/root/").pathname).toMatch(/^\/root\/cdktf\.out\//u);
    }),
  );
});
