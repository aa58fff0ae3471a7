import type { CoverageReport } from "./coverage-report";
import type { Inventory } from "./inventory";
import { judgedCoverage, type CoverageOptions } from "./judged-coverage";

export type { CoverageOptions } from "./judged-coverage";

/** Who would be notified of what: each kind's sample, traced from every account and region. */
export function coverageOf(inventory: Inventory, options: CoverageOptions = {}): CoverageReport {
  return judgedCoverage(inventory, options, { models: new Map(), inventoryWith: () => inventory });
}
