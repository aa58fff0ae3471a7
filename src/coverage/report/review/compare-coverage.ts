import type { CoverageCell, CoverageReport } from "../../coverage-report";
import { finding, type Finding } from "../../finding";

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
  readonly newFindings: readonly Finding[];
  /** Findings that were there before. */
  readonly oldFindings: readonly Finding[];
}

/** The name of a cell, the same before and after. */
export function cellKey({ account, region, kind }: CoverageCell): string {
  return JSON.stringify([account, region, kind]);
}

function absence(head: CoverageReport): (cell: CoverageCell) => Finding {
  const accounts = new Set(head.cells.map(({ account }) => account));
  const places = new Set(head.cells.map(({ account, region }) => `${account} ${region}`));
  return ({ account, region }) => {
    const why = !accounts.has(account)
      ? "the account is no longer in any stack"
      : places.has(`${account} ${region}`)
        ? "the kind is no longer enabled"
        : "the region is no longer in the stack of the account";
    return finding("no-longer-notified", undefined, why);
  };
}

/** Compares what two versions of the generated Terraform would notify of. */
export function compareCoverage(base: CoverageReport, head: CoverageReport): CoverageChange {
  const before = new Map(base.cells.map((cell) => [cellKey(cell), cell]));
  const after = new Map(head.cells.map((cell) => [cellKey(cell), cell]));
  const absent = absence(head);
  const lost = base.cells.flatMap((cell) => {
    const now = after.get(cellKey(cell));
    if (!cell.covered || now?.covered) return [];
    return [now ?? { ...cell, covered: false, blocker: absent(cell) }];
  });
  const wasCovered = (cell: CoverageCell) => before.get(cellKey(cell))?.covered === true;
  const known = new Set(base.findings.map((finding) => JSON.stringify(finding)));
  const isKnown = (finding: Finding) => known.has(JSON.stringify(finding));
  return {
    lost,
    won: head.cells.filter((cell) => cell.covered && !wasCovered(cell)),
    stillOpen: head.cells.filter((cell) => !cell.covered && !wasCovered(cell)),
    unchanged: head.cells.filter((cell) => cell.covered && wasCovered(cell)).length,
    newFindings: head.findings.filter((finding) => !isKnown(finding)),
    oldFindings: head.findings.filter(isKnown),
  };
}
