import { severities } from "../../../../catalog";
import type { CoverageReport } from "../../../coverage-report";
import { coverageTotals, heartbeatSentence, isCovered, verdictText } from "../../coverage-summary";
import { severityOf } from "../../groups";
import { counted, countedAccounts, numeral } from "../../wording";
import { escaped } from "../markup";
import { signs } from "../page/data";

/** How many alerts of each severity would not arrive, worst first. */
function severityTotals({ cells }: CoverageReport): string {
  const items = [...severities].reverse().flatMap((severity) => {
    const alike = cells.filter(({ kind }) => severityOf(kind) === severity);
    const gaps = alike.filter(({ covered }) => !covered).length;
    if (alike.length === 0) return [];
    const sign =
      gaps === 0 ? `<b class="covered">✓</b>` : `<b class="${severity}">${signs[severity]}</b>`;
    return [
      `<li>${sign}<span><strong>${numeral(gaps)}</strong> ${severity}</span><small>of ${counted(alike.length, "alert")}</small></li>`,
    ];
  });
  return `<ul class="totals" aria-label="Gaps by severity">\n${items.join("\n")}\n</ul>`;
}

/** Whose coverage it is and of which day, the verdict, and gaps by severity. */
export function summary(report: CoverageReport, date: string | undefined): string {
  const totals = coverageTotals(report);
  const facts = [
    report.organization === undefined
      ? "Organization not known"
      : `Organization <code>${escaped(report.organization)}</code>`,
    ...(date === undefined
      ? []
      : [`as of <time datetime="${escaped(date)}">${escaped(date)}</time>`]),
    countedAccounts(report.accounts),
    counted(totals.regions, "region"),
    counted(totals.kinds, "kind"),
  ];
  const covered = isCovered(report);
  const heartbeats = heartbeatSentence(report) ?? "No region sends a heartbeat.";
  return `<header>
<p class="facts">${facts.map((fact) => `<span>${fact}</span>`).join(" ")}</p>
<h1>Coverage of console sign-ins</h1>
<p class="verdict ${covered ? "is-covered" : "is-open"}">${covered ? "✓" : "✖"} ${verdictText(report)}.</p>
<p class="soft">An alert is one of ${counted(totals.kinds, "kind")} in a region of an account; some kinds occur in one region alone. ${escaped(heartbeats)}</p>
${severityTotals(report)}
</header>`;
}
