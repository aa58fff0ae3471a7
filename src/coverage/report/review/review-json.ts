import type { CoverageCell } from "../../coverage-report";
import { findingJson, type FindingJson } from "../coverage-json";
import type { RecipientChange } from "./compare-recipients";
import type { PlannedLoss } from "./planned-losses";
import { isHarmless, type Review } from "./review";

/** One alert, and where it stops; `null` where it arrives. */
export interface CellJson {
  readonly account: string;
  readonly region: string;
  readonly kind: string;
  readonly blocker: FindingJson | null;
}

/** A review as JSON; the same promise as for coverage. */
export interface ReviewJson {
  readonly version: 2;
  /**
   * True where nothing is lost or open, there is no finding, and nothing on the way of alerts, or
   * that watches it, is destroyed or replaced: exit code 0. A recipient who is notified of less does not
   * count.
   */
  readonly harmless: boolean;
  readonly lost: readonly CellJson[];
  readonly stillOpen: readonly CellJson[];
  readonly won: readonly Omit<CellJson, "blocker">[];
  /** Alerts covered before and now. */
  readonly unchanged: number;
  readonly newFindings: readonly FindingJson[];
  readonly oldFindings: readonly FindingJson[];
  readonly recipientsRemoved: readonly RecipientChange[];
  readonly recipientsAdded: readonly RecipientChange[];
  /** Whether plans were given; else `resources` are what the generated Terraform alone shows. */
  readonly planned: boolean;
  readonly resources: readonly PlannedLoss[];
}

function gapJson({ account, region, kind, blocker }: CoverageCell): CellJson {
  return { account, region, kind, blocker: blocker ? findingJson(blocker) : null };
}

/** The review as JSON. */
export function reviewJson(review: Review): ReviewJson {
  const { coverage, audience, planned, losses } = review;
  return {
    version: 2,
    harmless: isHarmless(review),
    lost: coverage.lost.map(gapJson),
    stillOpen: coverage.stillOpen.map(gapJson),
    won: coverage.won.map(({ account, region, kind }) => ({ account, region, kind })),
    unchanged: coverage.unchanged,
    newFindings: coverage.newFindings.map(findingJson),
    oldFindings: coverage.oldFindings.map(findingJson),
    recipientsRemoved: audience.removed,
    recipientsAdded: audience.added,
    planned,
    resources: losses,
  };
}
