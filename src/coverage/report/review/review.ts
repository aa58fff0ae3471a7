import type { CoverageReport } from "../../coverage-report";
import { compareCoverage, type CoverageChange } from "./compare-coverage";
import { compareRecipients, type AudienceChange } from "./compare-recipients";
import { withoutFormer } from "./formatter-losses";
import { ignoredChanges, isMoreIgnored } from "./ignored-changes";
import { nothingWatches, withParts } from "./guard-changes";
import { otherChanges } from "./other-changes";
import type { PlannedLoss } from "./resource-loss";
import { Side, type OtherChange, type Version } from "./side";
import { severityChanges } from "./severity-changes";
import { withoutParts } from "./split-losses";
import { stackLosses, type PlanFile } from "./stack-losses";
import { firstOf } from "../wording";
import { watchChanges } from "./watch-changes";
import { asApplied, type Withheld } from "./withheld-changes";

/** What a pull request changes in who would be notified of which sign-in. */
export interface Review {
  readonly base: CoverageReport;
  readonly head: CoverageReport;
  /** Names of the configurations that the versions were compared with. */
  readonly configurations: { readonly base?: string; readonly head?: string };
  readonly coverage: CoverageChange;
  readonly audience: AudienceChange;
  /** Stacks whose plans say what is taken away. */
  readonly planned: readonly string[];
  /** Stacks that change, of which only the generated Terraform says what is taken away. */
  readonly unplanned: readonly string[];
  readonly losses: readonly PlannedLoss[];
  readonly others: readonly OtherChange[];
  /** True where nothing that watches the path is left. */
  readonly isUnwatched: boolean;
}

/**
 * Compares two versions of the generated Terraform.
 * @throws UnreadablePlanError
 */
export function reviewOf(base: Version, written: Version, plans: readonly PlanFile[]): Review {
  const { inventory, withheld } = asApplied(base.inventory, written.inventory);
  const coverage = withheld.length === 0 ? undefined : written.judge?.(inventory);
  const review = comparedVersions(
    base,
    { ...written, inventory, ...(coverage && { coverage }) },
    plans,
  );
  return { ...review, others: [...withheldChanges(withheld), ...review.others] };
}

/** The sentence of what a reader of the change would take for made. */
function withheldChanges(withheld: readonly Withheld[]): readonly OtherChange[] {
  if (withheld.length === 0) return [];
  const names = withheld.map(
    ({ stack, address, paths }) => `${stack} ${address}: ${paths.join(", ")}`,
  );
  return [
    {
      text: `Terraform will not change ${firstOf(names, 3)}: lifecycle.ignore_changes withholds it, so AWS keeps what the base has there, and the review counts that.`,
      isLoss: false,
    },
  ];
}

function comparedVersions(base: Version, head: Version, plans: readonly PlanFile[]): Review {
  const [before, after] = [new Side(base, head.inventory), new Side(head, base.inventory)];
  const coverage = compareCoverage(base.coverage, head.coverage);
  const audience = compareRecipients(before, after);
  const found = stackLosses(before, after, plans);
  // What only forms messages may go where each alert still arrives.
  const arrives = coverage.lost.length + coverage.stillOpen.length === 0;
  const formed = arrives
    ? withoutFormer(found.losses, base.inventory, head.inventory)
    : found.losses;
  // Compared with a configuration, rules without a finding take what it asks for.
  const isWhole = arrives && after.isConfigured && head.coverage.findings.length === 0;
  const losses =
    isWhole && audience.removed.length === 0 && !isMoreIgnored(before, after)
      ? withoutParts(formed, before, after)
      : formed;
  return {
    base: base.coverage,
    head: head.coverage,
    configurations: {
      ...(base.configuration !== undefined && { base: base.configuration }),
      ...(head.configuration !== undefined && { head: head.configuration }),
    },
    coverage,
    audience,
    planned: found.planned,
    unplanned: found.unplanned,
    losses: withParts(losses, before),
    others: [
      ...ignoredChanges(before, after),
      ...watchChanges(before, after),
      ...severityChanges(before, after),
      ...otherChanges(before, after, found),
    ],
    isUnwatched: nothingWatches(before, after),
  };
}

/**
 * Resources of a part that Terraform destroys, creates anew, lets go of or leaves behind: who takes one
 * away takes alerts away, if only until the next.
 */
export function lossesOf(
  { losses }: Pick<Review, "losses">,
  part: PlannedLoss["part"],
): readonly PlannedLoss[] {
  return losses.filter((loss) => loss.part === part && loss.action !== "rename");
}

/**
 * True where nothing is lost, nothing is open, there is no finding, no recipient is notified of less, nothing
 * on the path of alerts or that watches it is taken away, and nothing else changes that ends alerts.
 */
export function isHarmless(review: Review): boolean {
  const { lost, stillOpen, newFindings, oldFindings } = review.coverage;
  return [
    lost,
    stillOpen,
    newFindings,
    oldFindings,
    review.audience.removed,
    lossesOf(review, "path"),
    lossesOf(review, "watch"),
    review.others.filter(({ isLoss }) => isLoss),
  ].every(({ length }) => length === 0);
}
