import { createHash } from "node:crypto";
import type { CoverageReport } from "../coverage-report";
import { findingText, type Finding, type ResourceAddress } from "../finding";
import { findingRules } from "../finding-rules";
import { coverageTotals, isCovered, noteSentences } from "./coverage-summary";
import { groupBy, groupFindings, groupGaps, resourcesOf, summaryOf } from "./groups";
import { plainLine } from "./plain-text";
import { describeCells } from "./described-cells";

/** GitHub shows one location of a result and takes up to a thousand. */
const mostLocations = 100;

/** A path as part of an address; no segment leads out of the folder. */
function uriOf(path: string): string {
  return path
    .replace(/\p{Cs}/gu, "\uFFFD")
    .split("/")
    .filter((segment) => segment !== "" && segment !== ".")
    .map((segment) => (segment === ".." ? "%2E%2E" : encodeURIComponent(segment)))
    .join("/");
}

/** The file that holds a stack; that of a plan or state is the input itself. */
function fileOf({ terraform, stackFiles }: Files, stack?: string): string {
  if (terraform.endsWith(".json")) return uriOf(terraform);
  const file = stack === undefined ? "manifest.json" : stackFiles.get(stack);
  // A folder of plans has one for each stack.
  return uriOf(`${terraform}/${file ?? `${stack?.replaceAll("/", "_") ?? ""}.json`}`);
}

/** Where what was read comes from. */
interface Files extends Pick<CoverageReport, "stackFiles"> {
  readonly terraform: string;
}

function locationOf(files: Files, resource?: ResourceAddress) {
  const uri = fileOf(files, resource?.stack);
  const name = resource && plainLine(`${resource.stack} ${resource.address}`);
  return {
    physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } },
    ...(resource && {
      logicalLocations: [
        { name: plainLine(resource.address), fullyQualifiedName: name, kind: "resource" },
      ],
    }),
  };
}

const ruleIds = Object.keys(findingRules);

const rules = Object.entries(findingRules).map(([id, { severity, title, text, fix, page }]) => ({
  id,
  shortDescription: { text: title },
  fullDescription: { text },
  help: { text: `${fix} See ${page}.` },
  // A page of this package has no address of its own.
  ...(page.startsWith("https://") && { helpUri: page }),
  defaultConfiguration: { level: severity },
}));

function digest(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/**
 * A coverage report as SARIF 2.1.0: gaps and findings are results of the rules of the catalogue, one
 * for each rule and resource. No path is absolute.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function coverageSarif(
  report: CoverageReport,
  { terraform = "cdktf.out" }: { readonly terraform?: string } = {},
) {
  const files = { terraform, stackFiles: report.stackFiles };
  const result = (summary: Finding, all: readonly Finding[], level: string, more: ResultParts) => {
    const resources = resourcesOf(all).slice(0, mostLocations);
    return {
      ruleId: summary.rule,
      ruleIndex: ruleIds.indexOf(summary.rule),
      level,
      message: { text: plainLine(`${more.before}${findingText(summary)}`) },
      locations:
        resources.length === 0
          ? [locationOf(files)]
          : resources.map((resource) => locationOf(files, resource)),
      partialFingerprints: { "signinAlerts/v1": digest(...more.fingerprint) },
    };
  };
  const gaps = groupGaps(report.cells.filter(({ covered }) => !covered)).map((group) => {
    const what = describeCells(report.accounts, group.cells, { kinds: 5, places: 5 });
    const all = group.cells.flatMap(({ blocker }) => blocker ?? []);
    return result(group.blocker, all, "error", {
      before: `Not notified of ${what}. `,
      fingerprint: ["gap", group.cause],
    });
  });
  const findings = groupFindings(report.findings).map((group) => {
    const summary = summaryOf(group);
    const { severity } = findingRules[summary.rule];
    return result(summary, group.findings, severity, {
      before: "",
      fingerprint: ["finding", group.key],
    });
  });
  const alike = groupBy(report.accepted, ({ finding: { rule }, reason, until }) =>
    JSON.stringify([rule, reason, until]),
  );
  const accepted = [...alike.values()].flatMap((entries) => {
    const [{ reason, until }] = entries;
    return groupFindings(entries.map(({ finding }) => finding)).map((group) => {
      const summary = summaryOf(group);
      const written = result(summary, group.findings, findingRules[summary.rule].severity, {
        before: "",
        fingerprint: ["finding", group.key],
      });
      const justification = plainLine(`${reason}, until ${until}`);
      return {
        ...written,
        suppressions: [{ kind: "external", status: "accepted", justification }],
      };
    });
  });
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "signin-alerts", rules } },
        columnKind: "utf16CodeUnits",
        results: [...gaps, ...findings, ...accepted],
        properties: {
          covered: isCovered(report),
          totals: coverageTotals(report),
          notes: noteSentences(report),
        },
      },
    ],
  };
}

interface ResultParts {
  /** What stands before the text of the finding. */
  readonly before: string;
  readonly fingerprint: readonly string[];
}
