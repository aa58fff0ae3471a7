import { findKind, type IgnoredEvents, type Severity } from "../../catalog";
import type { CoverageReport } from "../coverage-report";
import type { UntoldAlerts } from "../expected-coverage";
import type { ResourceAddress, Stop } from "../trace-result";
import {
  accountSummaries,
  coverageTotals,
  isCovered,
  type CoverageTotals,
} from "./coverage-summary";
import { severityOf } from "./kind-severity";

/** What is in the way, and at which resource. */
export interface StopJson {
  /** Station of the way, such as `event bus policy`. */
  readonly name: string;
  readonly resource: ResourceAddress | null;
  readonly reason: string;
}

/**
 * A coverage report as JSON. Keys are only ever added within a version; a change of meaning is a new
 * version.
 */
export interface CoverageJson {
  readonly version: 1;
  /** True where there is neither gap nor finding: exit code 0. */
  readonly covered: boolean;
  readonly totals: CoverageTotals;
  readonly kinds: readonly {
    readonly name: string;
    readonly severity: Severity;
    readonly title: string;
  }[];
  readonly accounts: readonly {
    readonly id: string;
    readonly name: string | null;
    readonly regions: readonly {
      readonly name: string;
      /** Kinds that would arrive. */
      readonly covered: readonly string[];
      readonly gaps: readonly { readonly kind: string; readonly stop: StopJson | null }[];
    }[];
  }[];
  /** Accounts and regions whose heartbeat would not be counted. */
  readonly silent: readonly {
    readonly account: string;
    readonly region: string;
    readonly stop: StopJson | null;
  }[];
  /** What nobody is told of, on purpose. */
  readonly ignored: readonly IgnoredEvents[];
  /** What nobody is told of because no route names it. */
  readonly untold: readonly UntoldAlerts[];
  /** What is wrong beside the gaps. */
  readonly findings: readonly StopJson[];
}

/** A stop with every key, so that readers need not ask which there are. */
export function stopJson({ name, resource, reason }: Stop): StopJson {
  return { name, resource: resource ?? null, reason };
}

/** The report as JSON. */
export function coverageJson(report: CoverageReport): CoverageJson {
  return {
    version: 1,
    covered: isCovered(report),
    totals: coverageTotals(report),
    kinds: report.kinds.map((name) => ({
      name,
      severity: severityOf(name),
      title: findKind(name)?.title ?? "",
    })),
    accounts: accountSummaries(report).map(({ id, name, places }) => ({
      id,
      name: name ?? null,
      regions: places.map(({ region, covered, gaps }) => ({
        name: region,
        covered,
        gaps: gaps.map(({ kind, stop }) => ({ kind, stop: stop ? stopJson(stop) : null })),
      })),
    })),
    silent: report.heartbeats
      .filter(({ arrives }) => !arrives)
      .map(({ account, region, stop }) => ({
        account,
        region,
        stop: stop ? stopJson(stop) : null,
      })),
    ignored: report.ignored,
    untold: report.untold,
    findings: report.findings.map(stopJson),
  };
}
