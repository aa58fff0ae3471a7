/** How much a finding matters: an error may lose an alert, a warning loses none. */
export type FindingSeverity = "error" | "warning";

/** What every finding of one sort has in common. Its id never changes, its texts may. */
export interface FindingRule {
  readonly severity: FindingSeverity;
  /** What is wrong, in one line without a full stop. */
  readonly title: string;
  /** What it means for alerts. */
  readonly text: string;
  /** What to do about it. */
  readonly fix: string;
  /** Page to read on. */
  readonly page: string;
}

/** Rules of one subject, by id. */
export type FindingRules = Readonly<Record<string, FindingRule>>;

type Texts = Omit<FindingRule, "severity">;

/** A rule whose findings may lose alerts. */
export function error(texts: Texts): FindingRule {
  return { severity: "error", ...texts };
}

/** A rule whose findings lose none. */
export function warning(texts: Texts): FindingRule {
  return { severity: "warning", ...texts };
}

/** A page of AWS's documentation. */
export function awsPage(path: string): string {
  return `https://docs.aws.amazon.com/${path}`;
}

/** A page of Terraform's documentation. */
export function terraformPage(path: string): string {
  return `https://developer.hashicorp.com/terraform/language/${path}`;
}
