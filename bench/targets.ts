import type { ContenderName } from "./contenders/contender";
import { figure, growth, perAccount, ratio } from "./measurements/statistics";
import { isSkipped } from "./measurements/skipped";
import { regionCounts } from "./organization";
import { resultOf, type Results } from "./results";
import { baseline, challenger } from "./strategies";

const allRegions = Math.max(...regionCounts);

/** What a target was measured to be. */
export interface Target {
  readonly what: string;
  /** The most, or the least where `atLeast` says so, that is accepted. */
  readonly limit: number;
  readonly atLeast?: boolean;
  readonly unit: "×" | "GB" | "";
  /** Undefined where this run did not measure it. */
  readonly measured: (results: Results) => number | undefined;
}

function againstBare(key: "cpuMs" | "peakBytes") {
  return (results: Results): number | undefined => {
    const result = resultOf(results, baseline, 100, allRegions);
    return result && ratio(result.rounds, "library", "bare", key);
  };
}

function growthOf(contender: ContenderName) {
  return (results: Results): number | undefined => {
    const factors = regionCounts.flatMap((regions) => {
      const [one, ten, thousand] = [1, 10, 1000].map((accounts) =>
        resultOf(results, baseline, accounts, regions),
      );
      return one && ten && thousand ? [growth(contender, one, ten, thousand)] : [];
    });
    return factors.length === 0 ? undefined : Math.max(...factors);
  };
}

function peakMemory(strategy: string): Target {
  return {
    what: `peak memory of 1,000 accounts, ${allRegions} regions, ${strategy}`,
    limit: 4,
    unit: "GB",
    measured: (results) => {
      const result = resultOf(results, strategy, 1000, allRegions);
      return result && figure(result.rounds, "library", "peakBytes") / 2 ** 30;
    },
  };
}

function againstBaseline(value: (results: Results, strategy: string) => number | undefined) {
  return (results: Results): number | undefined => {
    const [ours, theirs] = [value(results, challenger), value(results, baseline)];
    return ours === undefined || theirs === undefined ? undefined : ours / theirs;
  };
}

/** What this project promises of its speed. */
export const targets: readonly Target[] = [
  {
    what: `CPU time against bare cdktf, 100 accounts, ${allRegions} regions`,
    limit: 1.15,
    unit: "×",
    measured: againstBare("cpuMs"),
  },
  {
    what: `peak memory against bare cdktf, 100 accounts, ${allRegions} regions`,
    limit: 1.15,
    unit: "×",
    measured: againstBare("peakBytes"),
  },
  {
    what: "CPU time per account at 1,000 accounts against 10, library",
    limit: 1.1,
    unit: "×",
    measured: growthOf("library"),
  },
  {
    what: "CPU time per account at 1,000 accounts against 10, app",
    limit: 1.1,
    unit: "×",
    measured: growthOf("app"),
  },
  peakMemory(baseline),
  peakMemory(challenger),
  {
    what: "speed of the app command against ts-node, the example",
    limit: 2,
    atLeast: true,
    unit: "×",
    measured: ({ appCommand }) =>
      isSkipped(appCommand) ? undefined : appCommand.tsNodeMs / appCommand.ownMs,
  },
  {
    what: `CPU time of one account more, ${challenger} against ${baseline}, 100 accounts, ${allRegions} regions`,
    limit: 0.1,
    unit: "×",
    measured: againstBaseline((results, strategy) => {
      const [one, hundred] = [1, 100].map((accounts) =>
        resultOf(results, strategy, accounts, allRegions),
      );
      return one && hundred
        ? perAccount(({ rounds }) => figure(rounds, "library", "cpuMs"), one, hundred)
        : undefined;
    }),
  },
  {
    what: `bytes of ${challenger} against ${baseline}, 100 accounts, ${allRegions} regions`,
    limit: 0.1,
    unit: "×",
    measured: againstBaseline(
      (results, strategy) => resultOf(results, strategy, 100, allRegions)?.output.bytes,
    ),
  },
  {
    what: `provider configurations of an account stack, ${challenger}`,
    limit: 1,
    unit: "",
    measured: (results) =>
      resultOf(results, challenger, 100, allRegions)?.output.providersPerAccountStack,
  },
];

/** How a target turned out. */
export type Verdict = "pass" | "FAIL" | "not measured";

/** Judges a target. */
export function verdictOn({ limit, atLeast, measured }: Target, results: Results): Verdict {
  const value = measured(results);
  if (value !== undefined && !Number.isNaN(value))
    return (atLeast ? value >= limit : value <= limit) ? "pass" : "FAIL";
  return "not measured";
}
