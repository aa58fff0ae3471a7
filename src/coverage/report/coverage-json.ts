import { kindTitle, type IgnoredEvents, type Severity } from "../../catalog";
import type { Acceptance } from "../acceptance";
import type { CoverageReport } from "../coverage-report";
import type { LeftOutPlaces, NotRoutedAlerts } from "../expected-coverage";
import { findingText, type Finding, type ResourceAddress } from "../finding";
import type { Drift } from "../inventory";
import {
  findingRules,
  type FindingRule,
  type FindingSeverity,
  type RuleId,
} from "../finding-rules";
import {
  accountSummaries,
  coverageTotals,
  isCovered,
  uncoveredRegions,
  type CoverageTotals,
} from "./coverage-summary";
import { groupFindings, resourcesOf, severityOf } from "./groups";

/** A finding, with what its rule says of it. */
export interface FindingJson {
  /** Id of the rule, such as `bus-policy-denies`: the same in every version. */
  readonly rule: RuleId;
  readonly severity: FindingSeverity;
  readonly resource: ResourceAddress | null;
  /** Names and values, such as the ARN that is missing. */
  readonly detail: string;
  /** All of it in one line. Its words may change. */
  readonly text: string;
}

/**
 * A coverage report as JSON. Keys are only ever added within a version; a change of meaning is a new
 * version.
 */
export interface CoverageJson {
  readonly version: 2;
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
      readonly gaps: readonly { readonly kind: string; readonly blocker: FindingJson | null }[];
    }[];
  }[];
  /** Accounts and regions whose heartbeat would not be counted. */
  readonly silent: readonly {
    readonly account: string;
    readonly region: string;
    readonly blocker: FindingJson | null;
  }[];
  /** What no recipient is notified of, on purpose. */
  readonly ignored: readonly IgnoredEvents[];
  /** What is not routed: no route names it. With a reason it is accepted. */
  readonly notRouted: readonly NotRoutedAlerts[];
  /** Regions and accounts that are not covered, on purpose. */
  readonly leftOut: readonly LeftOutPlaces[];
  /** Regions that every account has without opting in, and that no account is covered in. */
  readonly uncoveredRegions: readonly string[];
  /** What is assumed and not checked, since it is not in what was read. Its words may change. */
  readonly assumptions: readonly string[];
  /** Kinds that are on by default, and off here. */
  readonly switchedOff: readonly string[];
  /** What was changed outside of Terraform, where a plan says so. */
  readonly drift: readonly Drift[];
  /** Findings that do not count, since somebody accepted them. */
  readonly accepted: readonly (FindingJson & { readonly reason: string; readonly until: string })[];
  /** Entries of accepted findings that fit none. */
  readonly unusedAcceptances: readonly Acceptance[];
  /** What is wrong beside the gaps. */
  readonly findings: readonly FindingJson[];
  /** The same by rule and resource, with what each rule means and what to do. */
  readonly findingGroups: readonly (FindingRule & {
    readonly rule: RuleId;
    readonly resources: readonly ResourceAddress[];
    readonly details: readonly string[];
  })[];
}

/** A finding with every key, so that readers need not ask which there are. */
export function findingJson(finding: Finding): FindingJson {
  const { rule, resource, detail } = finding;
  const { severity } = findingRules[rule];
  return { rule, severity, resource: resource ?? null, detail, text: findingText(finding) };
}

/** Accepted findings, each with why and how long. */
export function acceptedJson({ accepted }: CoverageReport): CoverageJson["accepted"] {
  return accepted.map(({ finding, reason, until }) => ({ ...findingJson(finding), reason, until }));
}

/** The report as JSON. */
export function coverageJson(report: CoverageReport): CoverageJson {
  return {
    version: 2,
    covered: isCovered(report),
    totals: coverageTotals(report),
    kinds: report.kinds.map((name) => ({
      name,
      severity: severityOf(name),
      title: kindTitle(name) ?? "",
    })),
    accounts: accountSummaries(report).map(({ id, name, places }) => ({
      id,
      name: name ?? null,
      regions: places.map(({ region, covered, gaps }) => ({
        name: region,
        covered,
        gaps: gaps.map(({ kind, blocker }) => ({
          kind,
          blocker: blocker ? findingJson(blocker) : null,
        })),
      })),
    })),
    silent: report.heartbeats
      .filter(({ arrives }) => !arrives)
      .map(({ account, region, blocker }) => ({
        account,
        region,
        blocker: blocker ? findingJson(blocker) : null,
      })),
    ignored: report.ignored,
    notRouted: report.notRouted,
    leftOut: report.leftOut,
    uncoveredRegions: uncoveredRegions(report.regions),
    assumptions: report.assumptions,
    switchedOff: report.switchedOff,
    drift: report.drift,
    accepted: acceptedJson(report),
    unusedAcceptances: report.unusedAcceptances,
    findings: report.findings.map(findingJson),
    findingGroups: groupFindings(report.findings).map(({ findings }) => ({
      rule: findings[0].rule,
      ...findingRules[findings[0].rule],
      resources: resourcesOf(findings),
      details: [...new Set(findings.map(({ detail }) => detail))],
    })),
  };
}
