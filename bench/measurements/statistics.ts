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

/**
 * Time of one account more in a large organization, for one in a small one. The smallest size stands
 * for what does not depend on the number of accounts.
 */
export function growth(
  contender: ContenderName,
  smallest: SizeResult,
  small: SizeResult,
  large: SizeResult,
): number {
  const perAccount = ({ rounds, size }: SizeResult): number =>
    (figure(rounds, contender, "cpuMs") - figure(smallest.rounds, contender, "cpuMs")) /
    (size.accounts - smallest.size.accounts);
  return perAccount(large) / perAccount(small);
}
