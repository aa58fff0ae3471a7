import type { ContenderName } from "../contenders/contender";
import type { Synthesis } from "../processes/synthesis";
import type { Round, SizeResult } from "./sizes";

/** The middle one; of an even number the higher of two. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** A figure of a contender: the median of the rounds. */
export function figure(
  rounds: readonly Round[],
  contender: ContenderName,
  key: keyof Synthesis,
): number {
  return median(rounds.map((round) => round[contender][key]));
}

/** How many times as much one contender needs as another: the median over pairs of neighbours. */
export function ratio(
  rounds: readonly Round[],
  contender: ContenderName,
  other: ContenderName,
  key: keyof Synthesis,
): number {
  return median(rounds.map((round) => round[contender][key] / round[other][key]));
}

/** What one account more takes: the smaller size stands for what does not depend on their number. */
export function perAccount(
  value: (result: SizeResult) => number,
  small: SizeResult,
  large: SizeResult,
): number {
  return (value(large) - value(small)) / (large.size.accounts - small.size.accounts);
}

/** Time of one account more in a large organization, for one in a small one. */
export function growth(
  contender: ContenderName,
  smallest: SizeResult,
  small: SizeResult,
  large: SizeResult,
): number {
  const cpuMs = ({ rounds }: SizeResult): number => figure(rounds, contender, "cpuMs");
  return perAccount(cpuMs, smallest, large) / perAccount(cpuMs, smallest, small);
}
