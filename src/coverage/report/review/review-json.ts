import type { CoverageCell } from "../../coverage-report";
import { acceptedJson, findingJson, type CoverageJson, type FindingJson } from "../coverage-json";
import type { RecipientChange } from "./compare-recipients";
import type { OtherChange } from "./side";
import type { PlannedLoss } from "./resource-loss";
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
   * True where nothing is lost or open, there is no finding, no recipient is notified of less, nothing on the
   * path of alerts, or that watches it, is taken away, and nothing else changes that ends alerts: exit code 0.
   */
  readonly harmless: boolean;
  readonly lost: readonly CellJson[];
  readonly stillOpen: readonly CellJson[];
  readonly won: readonly Omit<CellJson, "blocker">[];
  /** Alerts covered before and now. */
  readonly unchanged: number;
  readonly newFindings: readonly FindingJson[];
  readonly oldFindings: readonly FindingJson[];
  /** Findings of the head that do not count, since somebody accepted them. */
  readonly accepted: CoverageJson["accepted"];
  readonly recipientsRemoved: readonly RecipientChange[];
  readonly recipientsAdded: readonly RecipientChange[];
  /** Whether plans were given; else `resources` are what the generated Terraform alone shows. */
  readonly planned: boolean;
  /** Stacks that plans were given for. */
  readonly plannedStacks: readonly string[];
  /** Stacks that change without a plan: of these `resources` are what the generated Terraform shows. */
  readonly unplannedStacks: readonly string[];
  readonly resources: readonly PlannedLoss[];
  /** What else changes, in sentences. */
  readonly otherChanges: readonly OtherChange[];
  /** Names of the configurations that the versions were compared with; `null` where there was none. */
  readonly configurations: { readonly base: string | null; readonly head: string | null };
}

function gapJson({ account, region, kind, blocker }: CoverageCell): CellJson {
  return { account, region, kind, blocker: blocker ? findingJson(blocker) : null };
}

/** The review as JSON. */
export function reviewJson(review: Review): ReviewJson {
  const { coverage, audience, planned, unplanned, losses, others, configurations } = review;
  return {
    version: 2,
    harmless: isHarmless(review),
    lost: coverage.lost.map(gapJson),
    stillOpen: coverage.stillOpen.map(gapJson),
    won: coverage.won.map(({ account, region, kind }) => ({ account, region, kind })),
    unchanged: coverage.unchanged,
    newFindings: coverage.newFindings.map(findingJson),
    oldFindings: coverage.oldFindings.map(findingJson),
    accepted: acceptedJson(review.head),
    recipientsRemoved: audience.removed,
    recipientsAdded: audience.added,
    planned: planned.length > 0,
    plannedStacks: planned,
    unplannedStacks: unplanned,
    resources: losses,
    otherChanges: others,
    configurations: { base: configurations.base ?? null, head: configurations.head ?? null },
  };
}
