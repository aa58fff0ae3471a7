import type { AppCommandFigures, Skipped } from "./app-command";
import { baseline, challenger, regionCounts, type Size } from "./organization";
import { againstBare, cpuPerAccount, figure, type SizeResult } from "./sizes";
import type { ContenderName } from "./synthesis";

/** Everything that a run measured. */
export interface Results {
  readonly sizes: readonly SizeResult[];
  readonly appCommand: AppCommandFigures | Skipped;
}

/** What was measured of a target; undefined where this run did not measure it. */
type Measured = (results: Results) => number | undefined;

/** What this project promises of its speed. */
export interface Target {
  readonly what: string;
  /** The most, or the least where `atLeast` says so, that is accepted. */
  readonly limit: number;
  readonly atLeast?: boolean;
  readonly unit: "×" | "GB" | "";
  readonly measured: Measured;
}

const allRegions = Math.max(...regionCounts);

function find(
  { sizes }: Results,
  accounts: number,
  strategy: Size["strategy"] = baseline,
  regions = allRegions,
): SizeResult | undefined {
  return sizes.find(
    ({ size }) =>
      size.strategy === strategy && size.accounts === accounts && size.regions === regions,
  );
}

function comparison(key: "cpuMs" | "peakBytes"): Measured {
  return (results) => {
    const result = find(results, 100);
    return result && againstBare(result, "library", key);
  };
}

function growthOf(contender: ContenderName): Measured {
  return (results) => {
    const factors = regionCounts.flatMap((regions) => {
      const [one, ten, thousand] = [1, 10, 1000].map((accounts) =>
        find(results, accounts, baseline, regions),
      );
      if (!one || !ten || !thousand) return [];
      return [cpuPerAccount(contender, one, thousand) / cpuPerAccount(contender, one, ten)];
    });
    return factors.length === 0 ? undefined : Math.max(...factors);
  };
}

function peakMemory(strategy: Size["strategy"]): Target {
  return {
    what: `peak memory of 1,000 accounts, ${allRegions} regions, ${strategy}`,
    limit: 4,
    unit: "GB",
    measured: (results) => {
      const result = find(results, 1000, strategy);
      return result && figure(result, "library", "peakBytes") / 2 ** 30;
    },
  };
}

function againstBaseline(value: (small: SizeResult, large: SizeResult) => number): Measured {
  return (results) => {
    const [ours, theirs] = [challenger, baseline].map((strategy) => {
      const [small, large] = [find(results, 1, strategy), find(results, 100, strategy)];
      return small && large && value(small, large);
    });
    return ours === undefined || theirs === undefined ? undefined : ours / theirs;
  };
}

export const targets: readonly Target[] = [
  {
    what: `CPU time against bare cdktf, 100 accounts, ${allRegions} regions`,
    limit: 1.15,
    unit: "×",
    measured: comparison("cpuMs"),
  },
  {
    what: `CPU time of one account more against bare cdktf, 100 accounts, ${allRegions} regions, app`,
    limit: 0.18,
    unit: "×",
    measured: (results) => {
      const [small, large] = [find(results, 1), find(results, 100)];
      if (!small || !large) return undefined;
      return cpuPerAccount("app", small, large) / cpuPerAccount("bare", small, large);
    },
  },
  {
    what: `peak memory against bare cdktf, 100 accounts, ${allRegions} regions`,
    limit: 1.15,
    unit: "×",
    measured: comparison("peakBytes"),
  },
  ...(["library", "app"] as const).map((contender) => ({
    what: `CPU time per account at 1,000 accounts against 10, ${contender}`,
    limit: 1.1,
    unit: "×" as const,
    measured: growthOf(contender),
  })),
  peakMemory(baseline),
  peakMemory(challenger),
  {
    what: "speed of the app command against ts-node, the example",
    limit: 2,
    atLeast: true,
    unit: "×",
    measured: ({ appCommand }) =>
      "skipped" in appCommand ? undefined : appCommand.tsNodeMs / appCommand.ownMs,
  },
  {
    what: `CPU time of one account more, ${challenger} against ${baseline}, 100 accounts, ${allRegions} regions`,
    limit: 0.1,
    unit: "×",
    measured: againstBaseline((small, large) => cpuPerAccount("library", small, large)),
  },
  {
    what: `bytes of ${challenger} against ${baseline}, 100 accounts, ${allRegions} regions`,
    limit: 0.1,
    unit: "×",
    measured: againstBaseline((_, { bytes }) => bytes),
  },
  {
    what: `provider configurations of an account stack, ${challenger}`,
    limit: 1,
    unit: "",
    measured: (results) => find(results, 100, challenger)?.providersPerAccountStack,
  },
];

/** How a target turned out. */
export type Verdict = "pass" | "FAIL" | "not measured";

/** Judges a target. */
export function verdictOn({ limit, atLeast, measured }: Target, results: Results): Verdict {
  const value = measured(results);
  if (value === undefined || Number.isNaN(value)) return "not measured";
  return (atLeast ? value >= limit : value <= limit) ? "pass" : "FAIL";
}
