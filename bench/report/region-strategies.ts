import type { ContenderName } from "../contenders/contender";
import type { SizeResult } from "../measurements/sizes";
import { figure, perAccount } from "../measurements/statistics";
import type { Synthesis } from "../processes/synthesis";
import { baseline, challenger } from "../strategies";
import { table, times, whole } from "./table";

interface Pair {
  readonly ours: SizeResult;
  readonly theirs: SizeResult;
  /** The smallest sizes of both, unless these are. */
  readonly smallest?: { readonly ours: SizeResult; readonly theirs: SizeResult };
}

function pairs(results: readonly SizeResult[]): readonly Pair[] {
  const all = results.flatMap((ours) => {
    const { strategy, accounts, regions } = ours.size;
    const theirs = results.find(
      ({ size }) =>
        size.strategy === baseline && size.accounts === accounts && size.regions === regions,
    );
    return strategy === challenger && theirs ? [{ ours, theirs }] : [];
  });
  return all.map((pair) => {
    const smallest = all.find(({ ours }) => ours.size.regions === pair.ours.size.regions);
    return { ...pair, ...(smallest && smallest.ours !== pair.ours && { smallest }) };
  });
}

function inAll({ ours, theirs }: Pair, contender: ContenderName, key: keyof Synthesis): string {
  return times(figure(ours.rounds, contender, key) / figure(theirs.rounds, contender, key));
}

function ofOneMore({ ours, theirs, smallest }: Pair, contender: ContenderName): string {
  if (!smallest) return "–";
  const cpuMs = ({ rounds }: SizeResult): number => figure(rounds, contender, "cpuMs");
  return times(perAccount(cpuMs, smallest.ours, ours) / perAccount(cpuMs, smallest.theirs, theirs));
}

/** What one provider for all regions takes, for one of what a provider for each takes. */
export function regionStrategyTable(results: readonly SizeResult[]): string {
  return table(pairs(results), [
    ["accounts", ({ ours }) => whole(ours.size.accounts)],
    ["regions", ({ ours }) => whole(ours.size.regions)],
    ["library: CPU time", (pair) => inAll(pair, "library", "cpuMs")],
    ["of one account more", (pair) => ofOneMore(pair, "library")],
    ["memory", (pair) => inAll(pair, "library", "peakBytes")],
    ["app: CPU time", (pair) => inAll(pair, "app", "cpuMs")],
    ["of one account more", (pair) => ofOneMore(pair, "app")],
    ["bytes", ({ ours, theirs }) => times(ours.output.bytes / theirs.output.bytes)],
  ]);
}
