import Table from "cli-table3";
import pc from "picocolors";
import type { CoverageReport } from "../coverage-report";
import { findingText, type Finding } from "../finding";
import {
  accountSummaries,
  arrivals,
  coverageTotals,
  noteSentences,
  regionsCovered,
  type AccountSummary,
} from "./coverage-summary";
import { groupFindings, groupGaps, summaryOf, worstText, type GapGroup } from "./groups";
import { plainLine, resourceText } from "./plain-text";
import { counted, describeCells, firstOf, numeral, shortened } from "./wording";

/** How a report looks on a terminal. */
export interface TerminalStyle {
  readonly colors: boolean;
}

const shownGroups = 50;

function kindsOf({ places }: AccountSummary): string {
  const covered = places.reduce((sum, place) => sum + place.covered.length, 0);
  const all = places.reduce((sum, place) => sum + place.covered.length + place.gaps.length, 0);
  return `${numeral(covered)} of ${numeral(all)}`;
}

function findingLines(finding: Finding, others = 0): readonly string[] {
  const { rule, resource } = finding;
  const more = others > 0 ? ` and ${counted(others, "other")} like it` : "";
  const at = resource ? ` at ${resourceText(resource)}${more}` : more;
  return [`    ${rule}${at}`, `    ${shortened(plainLine(findingText(finding)), 400)}`];
}

/** A report for people at a terminal: accounts first, then the gaps by cause. */
export function coverageTable(report: CoverageReport, { colors }: TerminalStyle): string {
  const paint = pc.createColors(colors);
  const totals = coverageTotals(report);
  const table = new Table({
    head: ["Account", "Name", "Regions", "Alerts", "Gaps in"],
    style: { head: [], border: [] },
  });
  for (const account of accountSummaries(report)) {
    const open = account.places.filter(({ gaps }) => gaps.length > 0);
    const { text, all } = regionsCovered(account);
    const painted = all === true ? paint.green(text) : paint.red(text);
    table.push([
      plainLine(account.id),
      shortened(plainLine(account.name ?? ""), 40),
      all === undefined ? text : painted,
      kindsOf(account),
      plainLine(
        firstOf(
          open.map(({ region }) => region),
          3,
        ),
      ) || "–",
    ]);
  }
  const gapText = ({ blocker, cells, otherResources, worst }: GapGroup): string => {
    const title = describeCells(report.accounts, cells, { kinds: 3, places: 3 });
    const lines = findingLines(blocker, otherResources);
    return [paint.red(`✗ ${worstText({ blocker, worst })}: ${plainLine(title)}`), ...lines].join(
      "\n",
    );
  };
  const groups = groupGaps(report.cells.filter(({ covered }) => !covered));
  const shown = groups.slice(0, shownGroups).map(gapText);
  const hidden = groups.length - shown.length;
  const findings = groupFindings(report.findings).map((group) =>
    [paint.yellow("! finding"), ...findingLines(summaryOf(group))].join("\n"),
  );
  const verdict = arrivals(totals);
  const lost = [
    ...(totals.gaps > 0 ? [counted(totals.gaps, "gap")] : []),
    ...(totals.findings > 0 ? [counted(totals.findings, "finding")] : []),
  ];
  return [
    table.toString(),
    ...shown,
    ...(hidden > 0 ? [`… and ${counted(hidden, "more cause")}: see --format json`] : []),
    ...findings,
    lost.length === 0
      ? paint.green(`✓ covered: ${verdict}`)
      : paint.red(`✗ ${lost.join(", ")}: ${verdict}`),
    `  An alert is one of ${counted(totals.kinds, "kind")} in a region of an account.`,
    ...noteSentences(report).map((sentence) => `  ${plainLine(sentence)}`),
    "",
  ].join("\n");
}
