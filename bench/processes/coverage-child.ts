import { coverageOf, readInventory } from "../../src/coverage";

/** What one process measured of the check of a folder. */
export interface CoverageFigures {
  /** Milliseconds to read and resolve the stacks. */
  readonly inventoryMs: number;
  /** Milliseconds to trace every alert. */
  readonly traceMs: number;
  readonly peakBytes: number;
  /** Alerts that were traced, and how many of them would not arrive. */
  readonly alerts: number;
  readonly lost: number;
}

// Edge: the parent wrote this JSON.
const { outdir } = JSON.parse(process.argv[2] ?? "") as { readonly outdir: string };
const begin = performance.now();
const inventory = readInventory(outdir);
const read = performance.now();
const { cells } = coverageOf(inventory);
const figures: CoverageFigures = {
  inventoryMs: read - begin,
  traceMs: performance.now() - read,
  peakBytes: process.resourceUsage().maxRSS * 1024,
  alerts: cells.length,
  lost: cells.filter(({ covered }) => !covered).length,
};
process.stdout.write(JSON.stringify(figures));
