import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listIn, objectIn } from "../src/json/value";
import { assertSameTerraform, generatedStacks } from "./generated-stacks";
import type { Size } from "./organization";
import { synthesis, type ContenderName, type Synthesis } from "./synthesis";

/** One run of each contender, one after the other. */
export type Round = Readonly<Record<ContenderName, Synthesis>>;

/** What was measured of one size. */
export interface SizeResult {
  readonly size: Size;
  readonly rounds: readonly Round[];
  /** Bytes of Terraform of all stacks. */
  readonly bytes: number;
  /** Configurations of the AWS provider in the stack of one account. */
  readonly providersPerAccountStack: number;
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
    const measured = synthesis({ ...size, contender, outdir, reference });
    if (isFirst) assertSameTerraform(reference, outdir);
    return measured;
  };
  const round = (isFirst: boolean): Round => ({
    library: run("library", isFirst),
    bare: run("bare", isFirst),
    app: run("app", isFirst),
  });
  try {
    const first = round(true);
    const more = roundsOf(first.library.synthMs, repetitions) - 1;
    const stacks = generatedStacks(reference);
    const { provider } = stacks.at(-1)?.document ?? {};
    return {
      size,
      rounds: [first, ...Array.from({ length: more }, () => round(false))],
      bytes: stacks.reduce((sum, { bytes }) => sum + bytes, 0),
      providersPerAccountStack: listIn(objectIn(provider)["aws"]).length,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The middle one; of an even number the higher of two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** A figure of a contender: the median of the rounds. */
export function figure(
  { rounds }: SizeResult,
  contender: ContenderName,
  key: keyof Synthesis,
): number {
  return median(rounds.map((round) => round[contender][key]));
}

/** How many times as much a contender needs as bare cdktf: the median over pairs of neighbours. */
export function againstBare(
  { rounds }: SizeResult,
  contender: ContenderName,
  key: keyof Synthesis,
): number {
  return median(rounds.map((round) => round[contender][key] / round.bare[key]));
}

/** CPU time of one account more: the smaller size stands for what does not depend on their number. */
export function cpuPerAccount(
  contender: ContenderName,
  small: SizeResult,
  large: SizeResult,
): number {
  const more = figure(large, contender, "cpuMs") - figure(small, contender, "cpuMs");
  return more / (large.size.accounts - small.size.accounts);
}
