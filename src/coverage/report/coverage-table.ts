import Table from "cli-table3";
import pc from "picocolors";
import { severities } from "../../catalog";
import type { CoverageCell, CoverageReport } from "../coverage-report";
import { findingText, type Finding } from "../finding";
import { findingRules } from "../finding-rules";
import {
  accountSummaries,
  coverageTotals,
  isCovered,
  noteSentences,
  regionsCovered,
  verdictText,
  type AccountSummary,
} from "./coverage-summary";
import { groupFindings, groupGaps, summaryOf, worstOf, worstText, type GapGroup } from "./groups";
import { plainLine, resourceText } from "./plain-text";
import { describeCells } from "./described-cells";
import { counted, countedOf, firstOf, numeral, shortened } from "./wording";

/** How a report looks on a terminal. */
export interface TerminalStyle {
  readonly colors: boolean;
}

/** How coverage looks on a terminal. */
export interface CoverageTableStyle extends TerminalStyle {
  /** Whether accounts without a gap have a row, too. @default false */
  readonly all?: boolean;
}

type Paint = ReturnType<typeof pc.createColors>;

const shownGroups = 50;

function kindsOf({ places }: AccountSummary): string {
  const covered = places.reduce((sum, place) => sum + place.covered.length, 0);
  const all = places.reduce((sum, place) => sum + place.covered.length + place.gaps.length, 0);
  return `${numeral(covered)} of ${numeral(all)}`;
}

/** What to do about a finding. */
export function fixLine({ rule }: Finding): string {
  return `    fix: ${plainLine(findingRules[rule].fix)}`;
}

function findingLines(finding: Finding, others = 0): readonly string[] {
  const { rule, resource } = finding;
  const more = others > 0 ? ` and ${counted(others, "other")} like it` : "";
  const at = resource ? ` at ${resourceText(resource)}${more}` : more;
  return [
    `    ${rule}${at}`,
    `    ${shortened(plainLine(findingText(finding)), 400)}`,
    fixLine(finding),
  ];
}

/** The accounts that have a gap, or of which nothing is expected, the worst first; or all, in their order. */
function shownAccounts(report: CoverageReport, all: boolean): readonly AccountSummary[] {
  const accounts = accountSummaries(report);
  if (all) return accounts;
  const badness = (account: AccountSummary): number => {
    const gaps = gapsOf(account);
    return gaps.length === 0 ? -1 : severities.indexOf(worstOf(gaps));
  };
  return accounts
    .filter((account) => regionsCovered(account).all !== true)
    .map((account) => ({ account, rank: badness(account) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ account }) => account);
}

function gapsOf({ places }: AccountSummary): readonly CoverageCell[] {
  return places.flatMap(({ gaps }) => gaps);
}

function accountsTable(accounts: readonly AccountSummary[], paint: Paint): string {
  const table = new Table({
    head: ["Account", "Name", "Regions", "Alerts", "Worst", "Gaps in"],
    style: { head: [], border: [] },
  });
  for (const account of accounts) {
    const gaps = gapsOf(account);
    const { text, all } = regionsCovered(account);
    const painted = all === true ? paint.green(text) : paint.red(text);
    const open = [...new Set(gaps.map(({ region }) => region))];
    table.push([
      plainLine(account.id),
      shortened(plainLine(account.name ?? ""), 40),
      all === undefined ? text : painted,
      kindsOf(account),
      gaps.length === 0 ? "–" : worstOf(gaps),
      plainLine(firstOf(open, 3)) || "–",
    ]);
  }
  return table.toString();
}

/** A report for people at a terminal: accounts with gaps first, then the gaps by cause. */
export function coverageTable(
  report: CoverageReport,
  { colors, all = false }: CoverageTableStyle,
): string {
  const paint = pc.createColors(colors);
  const totals = coverageTotals(report);
  const accounts = shownAccounts(report, all);
  const listed = new Set(accounts.map(({ id }) => id));
  const left = report.accounts.filter(({ id }) => !listed.has(id));
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
  const findings = groupFindings(report.findings).map((group) => {
    const [{ rule }] = group.findings;
    const sign = paint.yellow(`! ${findingRules[rule].severity}`);
    return [sign, ...findingLines(summaryOf(group))].join("\n");
  });
  return [
    ...(accounts.length > 0 ? [accountsTable(accounts, paint)] : []),
    ...shown,
    ...(hidden > 0 ? [`… and ${counted(hidden, "more cause")}: see --format json`] : []),
    ...findings,
    isCovered(report)
      ? paint.green(`✓ ${verdictText(report)}`)
      : paint.red(`✗ ${verdictText(report)}`),
    ...(left.length > 0
      ? [`  ${countedOf(left, report.accounts)} have no gap: --all lists them.`]
      : []),
    `  An alert is one of ${counted(totals.kinds, "kind")} in a region of an account; some kinds occur in one region alone.`,
    ...noteSentences(report).map((sentence) => `  ${plainLine(sentence)}`),
    "",
  ].join("\n");
}
