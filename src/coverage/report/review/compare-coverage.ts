import type { CoverageCell, CoverageReport } from "../../coverage-report";
import type { Stop } from "../../trace-result";

/** What a change does to coverage. */
export interface CoverageChange {
  /** Covered before, not any more; each with the reason. */
  readonly lost: readonly CoverageCell[];
  /** Not covered before, covered now. */
  readonly won: readonly CoverageCell[];
  /** Not covered, and not lost by this change. */
  readonly stillOpen: readonly CoverageCell[];
  /** Alerts covered before and now. */
  readonly unchanged: number;
  /** Findings that the change brings. */
  readonly newFindings: readonly Stop[];
  /** Findings that were there before. */
  readonly oldFindings: readonly Stop[];
}

/** The name of a cell, the same before and after. */
export function cellKey({ account, region, kind }: CoverageCell): string {
  return JSON.stringify([account, region, kind]);
}

function absence(head: CoverageReport): (cell: CoverageCell) => Stop {
  const accounts = new Set(head.cells.map(({ account }) => account));
  const places = new Set(head.cells.map(({ account, region }) => `${account} ${region}`));
  return ({ account, region }) => {
    if (!accounts.has(account)) {
      return { name: "account", reason: "the account is no longer in any stack" };
    }
    return places.has(`${account} ${region}`)
      ? { name: "alert kind", reason: "the kind is no longer told of" }
      : { name: "region", reason: "the region is no longer in the stack of the account" };
  };
}

/** Compares what two versions of the generated Terraform would tell. */
export function compareCoverage(base: CoverageReport, head: CoverageReport): CoverageChange {
  const before = new Map(base.cells.map((cell) => [cellKey(cell), cell]));
  const after = new Map(head.cells.map((cell) => [cellKey(cell), cell]));
  const absent = absence(head);
  const lost = base.cells.flatMap((cell) => {
    const now = after.get(cellKey(cell));
    if (!cell.covered || now?.covered) return [];
    return [now ?? { ...cell, covered: false, stop: absent(cell) }];
  });
  const wasCovered = (cell: CoverageCell) => before.get(cellKey(cell))?.covered === true;
  const known = new Set(base.findings.map((finding) => JSON.stringify(finding)));
  const isKnown = (finding: Stop) => known.has(JSON.stringify(finding));
  return {
    lost,
    won: head.cells.filter((cell) => cell.covered && !wasCovered(cell)),
    stillOpen: head.cells.filter((cell) => !cell.covered && !wasCovered(cell)),
    unchanged: head.cells.filter((cell) => cell.covered && wasCovered(cell)).length,
    newFindings: head.findings.filter((finding) => !isKnown(finding)),
    oldFindings: head.findings.filter(isKnown),
  };
}
