import { defaultRegions, partitionOfRegion } from "../../aws/regions";
import type { IgnoredEvents } from "../../catalog";
import { acceptedText } from "../acceptance";
import type { CoverageCell, CoverageReport } from "../coverage-report";
import type { LeftOutPlaces } from "../expected-coverage";
import { findingRules } from "../finding-rules";
import { groupBy, isUndecided, severityOf } from "./groups";
import { counted, firstOf, numeral } from "./wording";

/** What one account would be notified of in one region. */
export interface PlaceSummary {
  readonly account: string;
  readonly region: string;
  /** Kinds that would arrive, in the order of the report. */
  readonly covered: readonly string[];
  /** Kinds that would not, with the reason. */
  readonly gaps: readonly CoverageCell[];
}

/** One account and its regions, sorted. */
export interface AccountSummary {
  readonly id: string;
  readonly name?: string;
  readonly places: readonly PlaceSummary[];
}

/** How much of a report is covered. An alert is one kind in one region of one account. */
export interface CoverageTotals {
  readonly alerts: number;
  readonly covered: number;
  readonly gaps: number;
  /** Gaps of which it cannot be decided whether the alert would arrive. */
  readonly undecided: number;
  readonly findings: number;
  readonly accounts: number;
  readonly regions: number;
  readonly kinds: number;
  /** Accounts and regions that send a heartbeat or should. */
  readonly heartbeats: number;
  /** Those whose heartbeat would be counted. */
  readonly heartbeatsArriving: number;
}

/** The report account by account, in the report's order. */
export function accountSummaries(report: CoverageReport): readonly AccountSummary[] {
  const cells = groupBy(report.cells, ({ account, region }) => `${account} ${region}`);
  return report.accounts.map(({ id, name }) => ({
    id,
    ...(name !== undefined && { name }),
    places: report.regions.flatMap((region) => {
      const here = cells.get(`${id} ${region}`);
      if (!here) return [];
      return [
        {
          account: id,
          region,
          covered: here.filter(({ covered }) => covered).map(({ kind }) => kind),
          gaps: here.filter(({ covered }) => !covered),
        },
      ];
    }),
  }));
}

/** The numbers of a report. */
export function coverageTotals(report: CoverageReport): CoverageTotals {
  const covered = report.cells.filter((cell) => cell.covered).length;
  return {
    alerts: report.cells.length,
    covered,
    gaps: report.cells.length - covered,
    undecided: report.cells.filter(({ blocker }) => isUndecided(blocker)).length,
    findings: report.findings.length,
    accounts: report.accounts.length,
    regions: report.regions.length,
    kinds: report.kinds.length,
    heartbeats: report.heartbeats.length,
    heartbeatsArriving: report.heartbeats.filter(({ arrives }) => arrives).length,
  };
}

/** How many alerts would arrive, and of how many that cannot be decided. */
export function arrivals({ covered, alerts, undecided }: CoverageTotals): string {
  const open = undecided === 0 ? "" : `, of ${numeral(undecided)} it cannot be decided`;
  return `${numeral(covered)} of ${counted(alerts, "alert")} would arrive${open}`;
}

/** One sentence on the heartbeats; none where no region sends one. */
export function heartbeatSentence(report: CoverageReport): string | undefined {
  const { heartbeats, heartbeatsArriving } = coverageTotals(report);
  if (heartbeats === 0) return undefined;
  return `${numeral(heartbeatsArriving)} of ${counted(heartbeats, "heartbeat")} would be counted.`;
}

/** Which sign-ins an entry ignores, and why, in words. */
export function ignoredText(entry: IgnoredEvents): string {
  const { kinds, principalArns, accounts, sourceCidrs, note } = entry;
  const which = [
    ...(principalArns ? [`by ${firstOf(principalArns, 3)}`] : []),
    ...(accounts ? [`to ${firstOf(accounts, 3)}`] : []),
    ...(sourceCidrs ? [`from ${firstOf(sourceCidrs, 3)}`] : []),
  ];
  return `${firstOf(kinds, 3)} ${which.join(", ")} (${note ?? "no reason given"})`;
}

/** What is ignored on purpose, one sentence for each entry. */
function ignoredSentences({ ignored }: CoverageReport): readonly string[] {
  return ignored.map((entry) => `Ignored: ${ignoredText(entry)}.`);
}

/** What no route names, one sentence for each group of accounts. */
function notRoutedSentences({ notRouted }: CoverageReport): readonly string[] {
  return notRouted.map(({ kinds, accounts, reason }) => {
    const why = reason === undefined ? "" : `, accepted (${reason})`;
    return `No recipient is notified of ${counted(kinds.length, "kind")} (${firstOf(kinds, 3)}) in ${firstOf(accounts, 5)}: no route names them${why}.`;
  });
}

/** Which regions or accounts an entry leaves out, and why, in words. */
export function leftOutText({ accounts, regions, reason }: LeftOutPlaces): string {
  const why = reason === undefined ? "" : ` (${reason})`;
  return regions === undefined
    ? `${firstOf(accounts, 5)}${why}`
    : `${firstOf(regions, 5)} in ${counted(accounts.length, "account")}: ${firstOf(accounts, 5)}${why}`;
}

/** What is not covered on purpose, one sentence for each group of accounts. */
function leftOutSentences({ leftOut }: CoverageReport): readonly string[] {
  return leftOut.map((each) => `Not covered, on purpose: ${leftOutText(each)}.`);
}

/** Regions that every account has without opting in, and that are covered in none; nothing where no region is. */
export function uncoveredRegions(covered: readonly string[]): readonly string[] {
  const [first] = covered;
  if (first === undefined) return [];
  return defaultRegions(partitionOfRegion(first)).filter((name) => !covered.includes(name));
}

/** The same in words, without those that are left out on purpose; none where there is no such region. */
export function uncoveredTexts({ regions, leftOut }: CoverageReport): readonly string[] {
  const named = new Set(leftOut.flatMap((entry) => entry.regions ?? []));
  const missing = uncoveredRegions(regions).filter((name) => !named.has(name));
  if (missing.length === 0) return [];
  const number = counted(missing.length, "region");
  return [`${number} open to every account, covered in none: ${missing.join(", ")}`];
}

/** What is taken for granted, one sentence each. */
function assumedSentences({ assumptions }: CoverageReport): readonly string[] {
  return assumptions.map((text) => `Assumed, not checked: ${text}.`);
}

/** Kinds that are on by default and off here, each with its severity. */
function switchedOffSentence({ switchedOff }: CoverageReport): readonly string[] {
  if (switchedOff.length === 0) return [];
  const kinds = switchedOff.map((kind) => `${kind} (${severityOf(kind)})`);
  return [
    `No recipient is notified of kinds that are on by default and off here: ${kinds.join(", ")}.`,
  ];
}

/** What was changed outside of Terraform, one sentence for each resource. */
function driftSentences({ drift }: CoverageReport): readonly string[] {
  return drift.map(({ stack, address, attributes, isGone, isRepaired }) => {
    const what = isGone ? "is gone" : `has another ${firstOf(attributes, 3)}`;
    const then = isRepaired ? "the plan makes it good" : "no change of the plan makes it good";
    return `Changed outside of Terraform: ${stack} ${address} ${what}; ${then}.`;
  });
}

/** What is accepted, one sentence for each rule, resource and reason; and entries that fit nothing. */
function acceptedSentences({ accepted, unusedAcceptances }: CoverageReport): readonly string[] {
  const alike = groupBy(accepted, ({ finding: { rule }, reason, until }) =>
    JSON.stringify([rule, reason, until]),
  );
  const unused = unusedAcceptances.map(acceptedText);
  return [
    ...[...alike.values()].map((group) => {
      const [{ finding, reason, until }] = group;
      const { title } = findingRules[finding.rule];
      const resources = group.flatMap(({ finding: { resource } }) =>
        resource ? [`${resource.stack} ${resource.address}`] : [],
      );
      const at = resources.length > 0 ? ` at ${firstOf(resources, 3)}` : "";
      return `Accepted until ${until} (${reason}): ${finding.rule}${at}: ${title}.`;
    }),
    ...(unused.length > 0 ? [`Accepted, but not found: ${firstOf(unused, 5)}.`] : []),
  ];
}

/** What is to be known beside gaps and findings: heartbeats, what is ignored, not routed, assumed, off, changed by hand. */
export function noteSentences(report: CoverageReport): readonly string[] {
  const heartbeats = heartbeatSentence(report);
  return [
    ...(heartbeats === undefined ? [] : [heartbeats]),
    ...ignoredSentences(report),
    ...notRoutedSentences(report),
    ...leftOutSentences(report),
    ...uncoveredTexts(report).map((text) => `${text}.`),
    ...assumedSentences(report),
    ...switchedOffSentence(report),
    ...driftSentences(report),
    ...acceptedSentences(report),
  ];
}

/** How many regions of an account are covered, and whether that is all; nothing is never all. */
export function regionsCovered({ places }: AccountSummary): {
  readonly text: string;
  /** Absent where no alert is expected of the account. */
  readonly all?: boolean;
} {
  if (places.length === 0) return { text: "· none expected" };
  const open = places.filter(({ gaps }) => gaps.length > 0).length;
  const all = open === 0;
  return { text: `${all ? "✓" : "✗"} ${places.length - open} of ${places.length}`, all };
}

/** The verdict: what is wrong, and how many alerts would arrive all the same. */
export function verdictText(report: CoverageReport): string {
  const totals = coverageTotals(report);
  const wrong = [
    ...(totals.gaps > 0 ? [counted(totals.gaps, "gap")] : []),
    ...(totals.findings > 0 ? [counted(totals.findings, "finding")] : []),
  ].join(", ");
  if (isCovered(report)) return `covered: ${arrivals(totals)}`;
  if (wrong === "") return "not covered: no alert is expected";
  return totals.gaps > 0 ? `${wrong}: ${arrivals(totals)}` : `${wrong}, though ${arrivals(totals)}`;
}

/** True where every alert arrives and nothing else is wrong. */
export function isCovered(report: CoverageReport): boolean {
  return (
    report.cells.length > 0 &&
    report.findings.length === 0 &&
    report.cells.every(({ covered }) => covered)
  );
}
