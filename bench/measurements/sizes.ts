import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accountIds } from "../account-ids";
import type { ContenderName, Job } from "../contenders/contender";
import type { Size } from "../organization";
import type { CoverageFigures } from "../processes/coverage-child";
import { runChild } from "../processes/run-child";
import type { Synthesis } from "../processes/synthesis";
import { assertSameTerraform, outputFacts, type OutputFacts } from "./output";

/** One run of each contender, one after the other. */
export type Round = Readonly<Record<ContenderName, Synthesis>>;

/** What was measured of one size. */
export interface SizeResult {
  readonly size: Size;
  readonly rounds: readonly Round[];
  readonly output: OutputFacts;
  readonly coverage: CoverageFigures;
}

/** Other processes disturb a short run most: those up to 4 s are repeated, those up to 20 s thrice. */
function roundsOf(synthMs: number, repetitions: number): number {
  if (synthMs < 4_000) return repetitions;
  return synthMs < 20_000 ? Math.min(3, repetitions) : 1;
}

/** Measures a size: contenders take turns, so that a slow minute of the machine hits all of them. */
export function measureSize(size: Size, repetitions: number): SizeResult {
  const folder = mkdtempSync(join(tmpdir(), "signin-alerts-bench-"));
  const reference = join(folder, "library");
  const run = (contender: ContenderName, isFirst: boolean): Synthesis => {
    const outdir = join(folder, contender);
    rmSync(outdir, { recursive: true, force: true });
    const job: Job = { ...size, contender, outdir, reference };
    // Edge: our own process wrote this JSON.
    const synthesis = runChild("synthesis-child", job) as Synthesis;
    if (contender !== "library") {
      if (isFirst) assertSameTerraform(reference, outdir);
      rmSync(outdir, { recursive: true });
    }
    return synthesis;
  };
  const round = (isFirst: boolean): Round => ({
    library: run("library", isFirst),
    bare: run("bare", isFirst),
    app: run("app", isFirst),
    "plain-json": run("plain-json", isFirst),
  });
  try {
    const first = round(true);
    const more = roundsOf(first.library.synthMs, repetitions) - 1;
    const rounds = [first, ...Array.from({ length: more }, () => round(false))];
    return {
      size,
      rounds,
      output: outputFacts(reference, accountIds(size.accounts)),
      // Edge: our own process wrote this JSON.
      coverage: runChild("coverage-child", { outdir: reference }) as CoverageFigures,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
