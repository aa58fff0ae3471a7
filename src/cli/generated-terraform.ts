import type { EventEnvelope } from "../catalog";
import type { CoverageReport } from "../coverage/coverage-report";
import type { PlannedCoverage } from "../coverage/expected-coverage";
import type { Inventory } from "../coverage/inventory";
import type { TraceResult } from "../coverage/trace-result";

/** What a configuration promises, to be compared with what was generated. */
export type Expectations = PlannedCoverage;

/** Called for every account or stack that is done, of so many. */
export type OnProgress = (done: number, total: number) => void;

/** An account and region where something is created. */
export interface InventoryPlace {
  readonly account: string;
  readonly region: string;
}

/** Generated Terraform, as the commands ask it. */
export interface GeneratedTerraform {
  /** Sorted by account, then region. */
  readonly places: readonly InventoryPlace[];
  /** What it creates, each stack set as one resource. */
  readonly inventory: Inventory;
  /** What it was generated from, where that is another configuration. */
  readonly otherConfiguration: (
    expected: Expectations,
  ) => { readonly found: string; readonly promised: string } | undefined;
  readonly coverage: (expected?: Expectations, onProgress?: OnProgress) => CoverageReport;
  readonly trace: (event: EventEnvelope, expected?: Expectations) => TraceResult;
}

/**
 * Opens a folder of generated Terraform, or the JSON of a plan or state.
 * @param onRead - called for stacks that are read one by one
 * @throws UnusableInputError
 */
export type OpenTerraform = (path: string, onRead?: OnProgress) => GeneratedTerraform;
