import type { CoverageCell } from "../coverage-report";
import type { Finding } from "../finding";
import { severityRank, worstSeverity } from "./kind-severity";
import { placeFree } from "./place-free-text";

/** Gaps that have one cause, or the same cause in each of several places. */
export interface GapGroup {
  /** What stops the first of them. */
  readonly blocker: Finding;
  readonly cells: readonly CoverageCell[];
  /** The same wherever they are: neither account nor region is in it. */
  readonly cause: string;
  /** Resources of the same sort that block the others. */
  readonly otherResources: number;
}

/** Stands in where a gap says nothing of its cause. */
const unexplained: Finding = { rule: "not-delivered", detail: "" };

// Terraform names of cdktf end in eight digits that differ from place to place.
const uniqueSuffix = /_[0-9A-F]{8}\b/g;

function causeOf(cell: CoverageCell): string {
  const { rule, resource, detail } = cell.blocker ?? unexplained;
  return JSON.stringify([
    rule,
    placeFree(resource?.stack ?? "", cell),
    placeFree(resource?.address ?? "", cell).replace(uniqueSuffix, ""),
    placeFree(detail, cell).replace(uniqueSuffix, ""),
  ]);
}

function grouped(cause: string, cells: readonly CoverageCell[]): GapGroup {
  const resources = new Set(
    cells.map(({ blocker }) =>
      JSON.stringify([blocker?.resource?.stack, blocker?.resource?.address]),
    ),
  );
  return {
    blocker: cells[0]?.blocker ?? unexplained,
    cause,
    cells,
    otherResources: resources.size - 1,
  };
}

function badness({ cells }: GapGroup): number {
  const worst = worstSeverity(cells.map(({ kind }) => kind));
  return worst === undefined ? -1 : severityRank(worst);
}

/** Gaps by cause: the worst severity first, then the cause of most gaps. */
export function groupGaps(cells: readonly CoverageCell[]): readonly GapGroup[] {
  const causes = new Map<string, CoverageCell[]>();
  for (const cell of cells) {
    const cause = causeOf(cell);
    const alike = causes.get(cause);
    if (alike) alike.push(cell);
    else causes.set(cause, [cell]);
  }
  return [...causes]
    .map(([cause, alike]) => grouped(cause, alike))
    .sort((a, b) => badness(b) - badness(a) || b.cells.length - a.cells.length);
}
