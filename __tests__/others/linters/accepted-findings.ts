import type { JudgeName } from "../../../steps/judges/judges";

/** What a linter found in what is generated. */
export interface LinterFinding {
  readonly judge: JudgeName;
  /** Id of the linter's rule. */
  readonly rule: string;
  /** The file, and the resource where the linter says it. */
  readonly place: string;
}

/** A rule whose findings stay, at these places. */
export interface AcceptedFinding {
  readonly judge: JudgeName;
  readonly rule: string;
  readonly places: RegExp;
  readonly reason: string;
}

/** The findings that are not accepted. */
export function openFindings(findings: readonly LinterFinding[]): readonly string[] {
  const open = findings.filter((found) => !acceptedFindings.some((each) => covers(each, found)));
  return [...new Set(open.map(({ rule, place }) => `${rule} ${place}`))].sort();
}

/** The findings that are not accepted, and what is accepted though nothing of it is found. */
export function notAccepted(
  judge: JudgeName,
  findings: readonly LinterFinding[],
): readonly string[] {
  const stale = acceptedFindings
    .filter((accepted) => accepted.judge === judge)
    .filter((accepted) => !findings.some((finding) => covers(accepted, finding)))
    .map(({ rule, places }) => `nothing left of ${rule} at ${places.source}`);
  return [...openFindings(findings), ...stale].sort();
}

function covers(accepted: AcceptedFinding, { judge, rule, place }: LinterFinding): boolean {
  return accepted.judge === judge && accepted.rule === rule && accepted.places.test(place);
}

/** One rule at a time, with why it stays. What is found elsewhere is a failing test, and so is an entry that nothing needs. */
const acceptedFindings: readonly AcceptedFinding[] = [
  {
    judge: "checkov",
    rule: "CKV_AWS_158",
    places: /LogGroup/,
    reason:
      "AWS encrypts every log group at rest; a customer-managed key is one more thing that can stop the log path",
  },
  {
    judge: "checkov",
    rule: "CKV_AWS_338",
    places: /LogGroup/,
    reason:
      "the trail's bucket keeps the records as long as trail.retentionDays says; alarms read log groups within minutes",
  },
  {
    judge: "checkov",
    rule: "CKV_AWS_116",
    places: /signin-hub .*formatter[-_]/,
    reason: "what it could not publish goes to the topic, as the destination of failed invocations",
  },
  {
    judge: "checkov",
    rule: "CKV_AWS_117",
    places: /signin-hub .*formatter[-_]/,
    reason: "it calls SNS alone; in a network of its own a missing endpoint would lose alerts",
  },
  {
    judge: "checkov",
    rule: "CKV_AWS_115",
    places: /signin-hub .*formatter[-_]/,
    reason: "a limit of its own could hold back alerts",
  },
  {
    judge: "checkov",
    rule: "CKV_AWS_272",
    places: /signin-hub .*formatter[-_]/,
    reason: "the code comes with the package, and its hash is in the plan",
  },
  {
    judge: "checkov",
    rule: "CKV_AWS_173",
    places: /signin-hub .*formatter[-_]/,
    reason: "its variable is the ARN of a topic, which is no secret",
  },
  {
    judge: "checkov",
    rule: "CKV_AWS_50",
    places: /signin-hub .*formatter[-_]/,
    reason: "it is one step, and alarms watch it",
  },
  {
    judge: "checkov",
    rule: "CKV2_AWS_10",
    places: /^trail-no-log-signin-trail organization-trail_/,
    reason: "its configuration wants no log group: trail.logRetentionDays is 0",
  },
  {
    judge: "checkov",
    rule: "CKV_AWS_252",
    places: /organization-trail_/,
    reason:
      "alerts come from rules and the log group; a message for each log file notifies nobody of a sign-in",
  },
  {
    judge: "checkov",
    rule: "CKV_AWS_18",
    places: /organization-trail_Bucket_/,
    reason: "the bucket of the access logs is the user's: trail.accessLogBucketName names it",
  },
  {
    judge: "checkov",
    rule: "CKV2_AWS_62",
    places: /organization-trail_Bucket_/,
    reason: "nothing is to be done when a log file is written",
  },
  {
    judge: "checkov",
    rule: "CKV_AWS_144",
    places: /organization-trail_Bucket_/,
    reason: "a copy in another region is the user's to decide; the alerts do not need it",
  },
];
