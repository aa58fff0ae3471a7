import { printedJson } from "../../json/printed";
import type { BacktestResult } from "../backtest-result";
import { hasGap } from "./sections";

/** A result as JSON: keys are added, and none changes its meaning, while the version is the same. */
export interface BacktestJson extends BacktestResult {
  readonly version: 1;
  /** Whether the command ends with 1. */
  readonly gap: boolean;
}

/** The result as JSON. */
export function backtestJson(result: BacktestResult): string {
  const json: BacktestJson = { version: 1, gap: hasGap(result), ...result };
  return printedJson(json);
}
