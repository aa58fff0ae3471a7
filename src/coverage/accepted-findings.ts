import { fitsWildcard } from "../aws/eventbridge/wildcard";
import { acceptedText, type Acceptance, type AcceptedFinding } from "./acceptance";
import type { CoverageReport } from "./coverage-report";
import { finding, type Finding, type ResourceAddress } from "./finding";
import { findingRules, type RuleId } from "./finding-rules";

/** Rules of errors whose findings, beside the alerts that are traced, leave a choice to people. */
const acceptableErrors: ReadonlySet<RuleId> = new Set<RuleId>([
  "not-analyzed-resource",
  "not-analyzed-setting",
  "not-analyzed-block",
  "orphaned-resource",
  "open-to-strangers",
  "bus-rules-changeable",
  "bus-accepts-any-source",
  "organization-differs",
  "message-differs",
  "retry-differs",
  "dead-letter-queue-settings",
  "dead-letter-messages-unrecorded",
  "guard-differs",
  "archive-missing",
  "archive-of-other-bus",
  "archive-incomplete",
  "archive-too-short",
  "alarm-without-action",
  "drill-role-open",
  "drill-role-permissions",
]);

/** Rules of which only the detail says what is not known, which may be another thing at the same resource. */
const toldApartByDetail: ReadonlySet<RuleId> = new Set<RuleId>([
  "not-analyzed-setting",
  "not-analyzed-block",
]);

/** Whether an entry has to say which finding of a rule it is about, beside where. */
export function needsDetail({ rule, resource }: Pick<Acceptance, "rule" | "resource">): boolean {
  return resource === undefined || toldApartByDetail.has(rule);
}

/** Rules whose findings may be accepted, sorted: not those that say that an alert would not arrive. */
export const acceptableRules: readonly RuleId[] = (Object.keys(findingRules) as RuleId[])
  .filter((rule) => findingRules[rule].severity === "warning" || acceptableErrors.has(rule))
  .sort();

function isMeant({ rule, resource, detail }: Acceptance, found: Finding): boolean {
  if (rule !== found.rule) return false;
  if (detail !== undefined && !fitsWildcard(found.detail, detail.split("*"))) return false;
  if (resource === undefined || found.resource === undefined) return resource === found.resource;
  return fitsWildcard(nameOf(found.resource), resource.split("*"));
}

function nameOf({ stack, address }: ResourceAddress): string {
  return `${stack} ${address}`;
}

/**
 * A report whose findings are accepted as far as entries say it. Gaps stay gaps: an alert that would not
 * arrive is nothing that one can accept. What is accepted too long is a finding again, and one more.
 * @param today - as `YYYY-MM-DD`
 */
export function withAccepted(
  report: CoverageReport,
  acceptances: readonly Acceptance[],
  today: string,
): CoverageReport {
  const valid = acceptances.filter(({ until }) => until >= today);
  const expired = acceptances.filter(({ until }) => until < today);
  const accepted: AcceptedFinding[] = [];
  const left: Finding[] = [];
  for (const found of report.findings) {
    const entry = valid.find((each) => isMeant(each, found));
    if (entry === undefined) left.push(found);
    else accepted.push({ finding: found, reason: entry.reason, until: entry.until });
  }
  const isUnused = (entry: Acceptance): boolean =>
    !report.findings.some((found) => isMeant(entry, found));
  return {
    ...report,
    accepted: [...report.accepted, ...accepted],
    unusedAcceptances: acceptances.filter(isUnused),
    findings: [
      ...left,
      ...expired
        .filter((entry) => !isUnused(entry))
        .map((entry) =>
          finding(
            "acceptance-expired",
            undefined,
            `${acceptedText(entry)}, ${entry.until} (${entry.reason})`,
          ),
        ),
    ],
  };
}
