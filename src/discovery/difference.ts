import type { Edit } from "../config/edit";
import type { SignInAlertsProps } from "../config/props";

/** What may differ between a configuration and its organization. Ids do not change between versions. */
export type DifferenceKind =
  | "management-account"
  | "account-new"
  | "account-closed"
  | "account-gone"
  | "account-moved"
  | "tag-changed"
  | "region-enabled"
  | "region-disabled"
  | "unit-missing"
  | "unit-count"
  | "administrator-missing";

/** Something that the configuration says, and AWS says otherwise. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly account?: string;
  readonly region?: string;
  readonly organizationalUnit?: string;
  /** What differs, in a sentence. */
  readonly problem: string;
  /** What to do about it. */
  readonly fix: string;
  /**
   * Changes that make a configuration say the same as AWS, as it is when they are made: other changes may
   * have moved its entries. Absent: it takes a decision or a step that only a person can make.
   */
  readonly edits?: (configuration: SignInAlertsProps) => readonly Edit[];
}

/** The same difference, whatever its words. */
export function keyOf({ kind, account, region, organizationalUnit, problem }: Difference): string {
  const isOfPlace = account ?? region ?? organizationalUnit;
  return JSON.stringify([kind, account, region, organizationalUnit, isOfPlace ? "" : problem]);
}
