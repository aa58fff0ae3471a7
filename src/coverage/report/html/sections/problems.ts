import type { CoverageReport } from "../../../coverage-report";
import { findingText, type Finding, type ResourceAddress } from "../../../finding";
import { findingRules } from "../../../finding-rules";
import {
  groupFindings,
  groupGaps,
  resourcesOf,
  summaryOf,
  worstText,
  type FindingGroup,
  type GapGroup,
} from "../../groups";
import { resourceText } from "../../plain-text";
import { describeCells } from "../../described-cells";
import { counted, numeral } from "../../wording";
import { escaped, list, section, withCode } from "../markup";
import { addressOf } from "../page/address";
import { signs } from "../page/data";

/** A severity, or where a finding may cost an alert, the colour of one. */
interface Mark {
  readonly className: string;
  readonly sign: string;
}

const marks = {
  error: { className: "high", sign: "!" },
  warning: { className: "low", sign: "i" },
} as const;

function atResource(resource: ResourceAddress | undefined): string {
  return resource ? ` at <code>${escaped(resourceText(resource))}</code>` : "";
}

/** What is wrong, where, and what to do. */
function problem(mark: Mark, what: string, cause: string, { rule }: Finding, more = ""): string {
  const { text, fix, page } = findingRules[rule];
  return `<b class="${mark.className}" aria-hidden="true">${mark.sign}</b>
<div>
<h3>${what}</h3>
<p>${cause}</p>
<p class="soft">${withCode(text)}</p>
<p><strong>What to do:</strong> ${withCode(fix)} <a href="${escaped(page)}" rel="noreferrer">Read more</a></p>
${more}</div>`;
}

/** Problems that are shown at once; the others open. */
const shownAtOnce = 5;

function problems(items: readonly string[], word: string): string {
  const others = items.slice(shownAtOnce);
  const first = list(items.slice(0, shownAtOnce), "problems");
  if (others.length === 0) return first;
  return `${first}
<details class="more"><summary>${counted(others.length, `more ${word}`)}</summary>${list(others, "problems")}</details>`;
}

function gapItem(report: CoverageReport, group: GapGroup): string {
  const { blocker, cells, otherResources, worst } = group;
  const [first] = cells;
  const where = describeCells(report.accounts, cells, { kinds: 4, places: 4 });
  const others = otherResources > 0 ? ` and ${counted(otherResources, "other")} like it` : "";
  const address = first ? addressOf(first.account, first.region, first.kind) : "#coverage";
  return problem(
    { className: worst, sign: signs[worst] },
    `${escaped(worstText(group))}: ${counted(cells.length, "gap")}, ${escaped(where)}`,
    `<code class="rule">${blocker.rule}</code>${atResource(blocker.resource)}${others}: ${escaped(findingText(blocker))}`,
    blocker,
    `<p class="screen"><a href="${escaped(address)}">Open in the map</a></p>\n`,
  );
}

/** Why alerts would not arrive, the worst cause first. */
export function gapsSection(report: CoverageReport): string {
  const groups = groupGaps(report.cells.filter(({ covered }) => !covered));
  const items = groups.map((group) => gapItem(report, group));
  const none = `<p>None: every alert that is expected would arrive.</p>`;
  return section("gaps", "Gaps by cause", problems(items, "cause") || none);
}

function findingItem(group: FindingGroup): string {
  const summed = summaryOf(group);
  const { rule, resource } = summed;
  const { severity, title } = findingRules[rule];
  const resources = resourcesOf(group.findings);
  const all = resources.map((each) => `<code>${escaped(resourceText(each))}</code>`);
  const more =
    all.length < 2
      ? ""
      : `<details><summary>${numeral(all.length)} resources</summary>${list(all, "resources")}</details>\n`;
  return problem(
    marks[severity],
    `${severity}: ${withCode(title)}`,
    `<code class="rule">${rule}</code>${atResource(resource)}: ${escaped(findingText(summed))}`,
    summed,
    more,
  );
}

/** What is wrong beside the gaps: what may lose an alert first. */
export function findingsSection({ findings }: CoverageReport): string {
  const isError = ({ findings: [{ rule }] }: FindingGroup) =>
    Number(findingRules[rule].severity === "error");
  const groups = [...groupFindings(findings)].sort((a, b) => isError(b) - isError(a));
  const none = `<p>None.</p>`;
  return section("findings", "Findings", problems(groups.map(findingItem), "finding") || none);
}
