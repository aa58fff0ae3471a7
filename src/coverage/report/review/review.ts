import type { CoverageReport } from "../../coverage-report";
import { partOf } from "../../resource-types";
import { compareCoverage, type CoverageChange } from "./compare-coverage";
import { compareRecipients, type AudienceChange } from "./compare-recipients";
import { plannedLosses, type PlannedLoss } from "./planned-losses";
import { resourceLosses, type NamedResource } from "./resource-losses";

/** A plan as `terraform show -json` writes it. */
export interface PlanFile {
  readonly name: string;
  readonly json: unknown;
}

/** One version of the generated Terraform. */
export interface Version {
  readonly coverage: CoverageReport;
  readonly resources: readonly NamedResource[];
}

/** What a pull request changes in who would be notified of which sign-in. */
export interface Review {
  readonly base: CoverageReport;
  readonly head: CoverageReport;
  readonly coverage: CoverageChange;
  readonly audience: AudienceChange;
  /** Whether plans say what is taken away, or only the difference of the generated Terraform. */
  readonly planned: boolean;
  readonly losses: readonly PlannedLoss[];
}

/**
 * Compares two versions of the generated Terraform.
 * @throws UnreadablePlanError
 */
export function reviewOf(base: Version, head: Version, plans: readonly PlanFile[]): Review {
  const planned = plans.length > 0;
  return {
    base: base.coverage,
    head: head.coverage,
    coverage: compareCoverage(base.coverage, head.coverage),
    audience: compareRecipients(base.coverage, head.coverage),
    planned,
    losses: planned
      ? plans.flatMap(({ name, json }) => plannedLosses(name, json))
      : resourceLosses(base.resources, head.resources),
  };
}

/**
 * Resources of a part that Terraform destroys, creates anew or lets go of: who takes one away
 * takes alerts away, if only until the next.
 */
export function lossesOf(
  { losses }: Pick<Review, "losses">,
  part: ReturnType<typeof partOf>,
): readonly PlannedLoss[] {
  return losses.filter(
    ({ type, action, nameAfter }) =>
      partOf(type) === part && action !== "rename" && nameAfter.fate !== "moved",
  );
}

/**
 * True where nothing is lost, nothing is open, there is no finding, and nothing on the way of alerts,
 * or that watches it, is destroyed or replaced. A recipient who is notified of less does not count.
 */
export function isHarmless(review: Review): boolean {
  const { lost, stillOpen, newFindings, oldFindings } = review.coverage;
  return [
    lost,
    stillOpen,
    newFindings,
    oldFindings,
    lossesOf(review, "path"),
    lossesOf(review, "watch"),
  ].every(({ length }) => length === 0);
}
