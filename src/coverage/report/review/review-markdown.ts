import type { CoverageCell } from "../../coverage-report";
import type { Finding } from "../../finding";
import { coverageTotals } from "../coverage-summary";
import { markdownFinding } from "../coverage-markdown";
import { groupBy, groupFindings, groupGaps, summaryOf, worstText } from "../groups";
import { markdownCode, markdownText } from "../markdown-text";
import { describeCells } from "../described-cells";
import { counted, countedAccounts, firstOf, numeral, shortened } from "../wording";
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
    const how = worstText({ blocker, worst });
    const what = describeCells(accounts, alike, { kinds: 4, places: 3 });
    return `- **${how}**: ${markdownText(what)} — blocked by ${markdownFinding(blocker, otherResources)}`;
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
  { recipient, kinds, topics, entirely }: RecipientChange,
  removed: boolean,
  all: number,
): string {
  const who = markdownCode(shortened(recipient, 120));
  const alerts =
    kinds.length === all && all > 1 ? `all ${numeral(all)} kinds` : markdownText(firstOf(kinds, 4));
  const watching = topics.map((topic) => markdownCode(shortened(topic, 120)));
  const what = [
    ...(kinds.length > 0 ? [alerts] : []),
    ...(topics.length > 0 ? [`what ${firstOf(watching, 3)} brings`] : []),
  ].join("; ");
  if (removed)
    return `- ➖ ${who} ${entirely ? "is notified of nothing any more" : "is no longer notified of"}: ${what}`;
  const confirm = /^email/.test(recipient) ? ", once the address is confirmed" : "";
  return `- ➕ ${who} ${entirely ? "is new, notified of" : "is now also notified of"}: ${what}${confirm}`;
}

function findingRows(findings: readonly Finding[], prefix: string): readonly string[] {
  return groupFindings(findings).map((group) => `- ${prefix}${markdownFinding(summaryOf(group))}`);
}

function acceptedRows({ head: { accepted } }: Review): readonly string[] {
  const alike = groupBy(accepted, ({ reason, until }) => JSON.stringify([reason, until]));
  return [...alike.values()].flatMap((entries) => {
    const [{ reason, until }] = entries;
    const why = markdownText(`until ${until} (${shortened(reason, 200)}): `);
    return findingRows(
      entries.map(({ finding }) => finding),
      why,
    );
  });
}

function verdict(review: Review): string {
  const { coverage, audience, losses, others } = review;
  const onTheWay = lossesOf(review, "path").length;
  const watching = lossesOf(review, "watch").length;
  const ending = others.filter(({ isLoss }) => isLoss).length;
  const besides = losses.length - onTheWay - watching;
  const isLeft = losses.some(({ action }) => action === "strand" || action === "move");
  const how = isLeft ? "destroyed, replaced or left behind" : "destroyed or replaced";
  const safe =
    onTheWay + watching + ending > 0
      ? "No coverage lost once all is applied"
      : `${audience.removed.length === 0 ? "✅ " : ""}No coverage lost`;
  const parts = [
    ...(coverage.lost.length > 0
      ? [`**❌ ${counted(coverage.lost.length, "alert")} lost**`]
      : [safe]),
    ...(onTheWay > 0
      ? [`**❌ ${counted(onTheWay, "resource")} on the way of alerts ${how}**`]
      : []),
    ...(watching > 0
      ? [`**❌ ${counted(watching, "resource")} watching or protecting it ${how}**`]
      : []),
    ...(ending > 0 ? [`**❌ ${counted(ending, "other change")} that may end alerts**`] : []),
    ...(audience.removed.length > 0
      ? [`**❌ ${counted(audience.removed.length, "recipient")} notified of less**`]
      : []),
    ...(coverage.stillOpen.length > 0
      ? [`${counted(coverage.stillOpen.length, "alert")} still open`]
      : []),
    ...(coverage.newFindings.length > 0
      ? [counted(coverage.newFindings.length, "new finding")]
      : []),
    ...(coverage.won.length > 0 ? [`${counted(coverage.won.length, "alert")} won`] : []),
    ...(besides > 0 ? [`${counted(besides, "other resource")} ${how} or renamed`] : []),
  ];
  return `${parts.join(" · ")}. An alert is one kind in a region of an account.`;
}

function sourceOf({ planned, unplanned }: Review): string {
  const names = (stacks: readonly string[]) =>
    markdownText(
      firstOf(
        stacks.map((stack) => shortened(stack, 80)),
        6,
      ),
    );
  if (planned.length === 0) return "By the generated Terraform alone (no plan was given)";
  const plans = `By the ${planned.length === 1 ? "plan" : "plans"} of ${names(planned)}`;
  return unplanned.length === 0
    ? plans
    : `${plans}, and by the generated Terraform alone of ${names(unplanned)}, which ${unplanned.length === 1 ? "changes" : "change"} without a plan`;
}

function resourceLine(review: Review): string {
  const { losses } = review;
  const broken = losses.filter(breaksName).length;
  const names =
    broken === 0
      ? "names of the contract stay"
      : `**${counted(broken, "name")} of the contract would change or go**`;
  const nothing = losses.length === 0 ? "no resource is destroyed or replaced, and " : "";
  return `${sourceOf(review)}, ${nothing}${names}.`;
}

function configurationLine({ configurations: { base, head } }: Review): string {
  if (head === undefined) {
    return "No configuration was given: that accounts, recipients, alarms and heartbeats are those wanted is not checked.";
  }
  const before = base === undefined ? "" : `; the base with ${markdownCode(shortened(base, 160))}`;
  return `Compared with the configuration ${markdownCode(shortened(head, 160))}${before}.`;
}

function otherRows({ others }: Review): readonly string[] {
  return [...others]
    .sort((a, b) => Number(b.isLoss) - Number(a.isLoss))
    .map(({ text, isLoss }) => `- ${isLoss ? "❌ " : ""}${markdownText(text)}`);
}

/** The review for a pull request: what is lost first; never more than {@link reviewLines} lines. */
export function reviewMarkdown(review: Review): string {
  const { coverage, audience, losses, head } = review;
  const totals = coverageTotals(head);
  const opening = [reviewMarker, "## Who would be notified of sign-ins", "", verdict(review)];
  const closing = [
    "",
    resourceLine(review),
    configurationLine(review),
    "",
    `Unchanged: ${counted(coverage.unchanged, "alert")} in ${countedAccounts(head.accounts)} and ${counted(totals.regions, "region")}; now ${numeral(totals.covered)} of ${numeral(totals.alerts)} would arrive.`,
  ];
  const people = [
    ...audience.removed.map((change) => recipientRow(change, true, review.base.kinds.length)),
    ...audience.added.map((change) => recipientRow(change, false, head.kinds.length)),
  ];
  const sections = [
    ...section("❌ Coverage lost", gapRows(review, coverage.lost), "more cause"),
    ...section("What else changes", otherRows(review), "more change"),
    ...section(
      "Findings",
      [
        ...findingRows(coverage.newFindings, "**new**: "),
        ...findingRows(coverage.oldFindings, "as before: "),
      ],
      "more finding",
    ),
    ...section("Accepted findings", acceptedRows(review), "more accepted finding"),
    ...section("Still not covered", gapRows(review, coverage.stillOpen), "more cause"),
    ...section("Recipients", people, "more change"),
    ...section(
      "Resources destroyed, replaced or renamed",
      resourceRows(review.isUnwatched ? losses.filter(({ part }) => part !== "watch") : losses),
      "more line",
    ),
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
