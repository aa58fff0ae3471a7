import type { CoverageReport } from "../coverage-report";
import { findingText, type Finding } from "../finding";
import {
  accountSummaries,
  coverageTotals,
  isCovered,
  noteSentences,
  regionsCovered,
  verdictText,
} from "./coverage-summary";
import { groupFindings, groupGaps, summaryOf, worstText } from "./groups";
import { markdownCode, markdownResource, markdownText } from "./markdown-text";
import { describeCells } from "./described-cells";
import { counted, firstOf, shortened } from "./wording";

/** Where something is wrong and why, as one line of Markdown. */
export function markdownFinding(finding: Finding, others = 0): string {
  const { rule, resource } = finding;
  const more = others > 0 ? ` and ${counted(others, "other")} like it` : "";
  const at = [markdownCode(rule), markdownResource(resource)].filter(Boolean).join(" at ");
  return `${at}${more}: ${markdownText(shortened(findingText(finding), 300))}`;
}

/** A report as Markdown: the verdict, accounts, gaps by cause, findings. */
export function coverageMarkdown(report: CoverageReport): string {
  const totals = coverageTotals(report);
  const rows = accountSummaries(report).map((account) => {
    const { id, name, places } = account;
    const open = places.filter(({ gaps }) => gaps.length > 0);
    return [
      markdownCode(id),
      markdownText(shortened(name ?? "", 60)),
      regionsCovered(account).text,
      markdownText(
        firstOf(
          open.map(({ region }) => region),
          5,
        ),
      ) || "–",
    ];
  });
  const gaps = groupGaps(report.cells.filter(({ covered }) => !covered)).map(
    ({ blocker, cells, otherResources, worst }) => {
      const how = worstText({ blocker, worst });
      const what = describeCells(report.accounts, cells, { kinds: 5, places: 5 });
      return `- **${how}**: ${markdownText(what)} — blocked by ${markdownFinding(blocker, otherResources)}`;
    },
  );
  return [
    "# Coverage of console sign-ins",
    "",
    `${isCovered(report) ? "✓" : "✗"} ${verdictText(report)}. An alert is one of ${counted(totals.kinds, "kind")} in a region of an account; some kinds occur in one region alone.`,
    ...noteSentences(report).flatMap((sentence) => ["", markdownText(sentence)]),
    "",
    "| Account | Name | Regions covered | Gaps in |",
    "|---|---|---|---|",
    ...rows.map((row) => `| ${row.join(" | ")} |`),
    ...(gaps.length > 0 ? ["", "## Gaps", "", ...gaps] : []),
    ...(report.findings.length > 0
      ? [
          "",
          "## Findings",
          "",
          ...groupFindings(report.findings).map(
            (group) => `- ${markdownFinding(summaryOf(group))}`,
          ),
        ]
      : []),
    "",
  ].join("\n");
}
