import type { CoverageCell } from "../../coverage-report";
import type { Finding } from "../../finding";
import { coverageTotals } from "../coverage-summary";
import { markdownFinding } from "../coverage-markdown";
import { groupBy, groupFindings, groupGaps, summaryOf } from "../groups";
import { markdownCode, markdownText } from "../markdown-text";
import { counted, describeCells, firstOf, numeral, shortened } from "../wording";
import type { RecipientChange } from "./compare-recipients";
import { foldSections, type FoldingSection } from "./fold-sections";
import { breaksName, resourceRows } from "./resource-rows";
import { lossesOf, type Review } from "./review";

/** First line of every review, by which a comment is found again to be updated. */
export const reviewMarker = "<!-- signin-alerts review -->";

/** Most lines a review ever has. */
export const reviewLines = 60;

/** Most characters of a line: GitHub takes comments of 65,536 characters. */
const reviewLineLength = 1000;

const andMore = (what: string) => (rows: number) => `- … and ${counted(rows, what)}`;

function section(title: string, rows: readonly string[], more: string): FoldingSection[] {
  if (rows.length === 0) return [];
  return [{ heading: ["", `### ${title}`, ""], rows, folded: andMore(more) }];
}

function gapRows(review: Review, cells: readonly CoverageCell[]): readonly string[] {
  const accounts = [...review.head.accounts, ...review.base.accounts];
  return groupGaps(cells).map(({ blocker, cells: alike, otherResources, worst }) => {
    const what = describeCells(accounts, alike, { kinds: 4, places: 3 });
    return `- **${worst}**: ${markdownText(what)} — blocked by ${markdownFinding(blocker, otherResources)}`;
  });
}

function wonRows(review: Review): readonly string[] {
  const byAccount = groupBy(review.coverage.won, ({ account }) => account);
  return [...byAccount.values()].map(
    (cells) =>
      `- ${markdownText(describeCells(review.head.accounts, cells, { kinds: 4, places: 3 }))}`,
  );
}

function recipientRow(
  { recipient, kinds, entirely }: RecipientChange,
  removed: boolean,
  all: number,
): string {
  const who = markdownCode(shortened(recipient, 120));
  const what =
    kinds.length === all && all > 1 ? `all ${numeral(all)} kinds` : markdownText(firstOf(kinds, 4));
  if (removed)
    return `- ➖ ${who} ${entirely ? "is notified of nothing any more" : "is no longer notified of"}: ${what}`;
  return `- ➕ ${who} ${entirely ? "is new, notified of" : "is now also notified of"}: ${what}`;
}

function findingRows(findings: readonly Finding[], prefix: string): readonly string[] {
  return groupFindings(findings).map((group) => `- ${prefix}${markdownFinding(summaryOf(group))}`);
}

function verdict(review: Review): string {
  const { coverage, audience, losses } = review;
  const onTheWay = lossesOf(review, "path").length;
  const watching = lossesOf(review, "watch").length;
  const safe =
    onTheWay + watching > 0 ? "No coverage lost once all is applied" : "✅ No coverage lost";
  const parts = [
    ...(coverage.lost.length > 0
      ? [`**❌ ${counted(coverage.lost.length, "alert")} lost**`]
      : [safe]),
    ...(onTheWay > 0
      ? [`**❌ ${counted(onTheWay, "resource")} on the way of alerts destroyed or replaced**`]
      : []),
    ...(watching > 0
      ? [`**❌ ${counted(watching, "resource")} watching or protecting it destroyed or replaced**`]
      : []),
    ...(coverage.stillOpen.length > 0
      ? [`${counted(coverage.stillOpen.length, "alert")} still open`]
      : []),
    ...(coverage.newFindings.length > 0
      ? [counted(coverage.newFindings.length, "new finding")]
      : []),
    ...(coverage.won.length > 0 ? [`${counted(coverage.won.length, "alert")} won`] : []),
    ...(audience.removed.length > 0
      ? [`${counted(audience.removed.length, "recipient")} notified of less`]
      : []),
    ...(losses.length > 0
      ? [`${counted(losses.length, "resource")} destroyed, replaced or renamed`]
      : []),
  ];
  return `${parts.join(" · ")}. An alert is one kind in a region of an account.`;
}

function resourceLine({ losses, planned }: Review): string {
  const source = planned ? "By the plans" : "By the generated Terraform alone (no plan was given)";
  const broken = losses.filter(breaksName).length;
  const names =
    broken === 0
      ? "names of the contract stay"
      : `**${counted(broken, "name")} of the contract would change or go**`;
  return losses.length === 0
    ? `${source}, no resource is destroyed or replaced, and ${names}.`
    : `${source}, ${names}.`;
}

/** The review for a pull request: what is lost first; never more than {@link reviewLines} lines. */
export function reviewMarkdown(review: Review): string {
  const { coverage, audience, losses, head } = review;
  const totals = coverageTotals(head);
  const opening = [reviewMarker, "## Who would be notified of sign-ins", "", verdict(review)];
  const closing = [
    "",
    resourceLine(review),
    "",
    `Unchanged: ${counted(coverage.unchanged, "alert")} in ${counted(totals.accounts, "account")} and ${counted(totals.regions, "region")}; now ${numeral(totals.covered)} of ${numeral(totals.alerts)} would arrive.`,
  ];
  const people = [
    ...audience.removed.map((change) => recipientRow(change, true, review.base.kinds.length)),
    ...audience.added.map((change) => recipientRow(change, false, head.kinds.length)),
  ];
  const sections = [
    ...section("❌ Coverage lost", gapRows(review, coverage.lost), "more cause"),
    ...section(
      "Findings",
      [
        ...findingRows(coverage.newFindings, "**new**: "),
        ...findingRows(coverage.oldFindings, "as before: "),
      ],
      "more finding",
    ),
    ...section("Still not covered", gapRows(review, coverage.stillOpen), "more cause"),
    ...section("Recipients", people, "more change"),
    ...section("Resources destroyed, replaced or renamed", resourceRows(losses), "more line"),
    ...section("✅ Coverage won", wonRows(review), "more account"),
  ];
  return [
    ...opening,
    ...foldSections(sections, reviewLines - opening.length - closing.length),
    ...closing,
    "",
  ]
    .map((line) => shortened(line, reviewLineLength))
    .join("\n");
}
