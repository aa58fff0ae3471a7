import { drillTrust } from "../../../modules/drill-role/drill-trust";
import { parseArn, policyDocument } from "../../aws";
import type { Check } from "./checked";

const path = ["drill", "trustedPrincipals"];

/** A role trusts nobody of another partition. */
const checkPartitions: Check = ({ draft, plan: { partition }, knows }) =>
  !knows("hub")
    ? []
    : (draft.drill?.trustedPrincipals ?? []).flatMap((value, i) => {
        const own = value === undefined ? undefined : parseArn(value)?.partition;
        if (value === undefined || own === undefined || own === partition) return [];
        const meant = value.replace(`arn:${own}:`, `arn:${partition}:`);
        return [
          {
            path: [...path, i],
            value,
            problem: `this principal is in the partition ${own}, the role in ${partition}`,
            allowed: `a principal in ${partition}`,
            fix: `write ${meant}, if it exists there`,
            edits: [{ path: [...path, i], set: meant }],
          },
        ];
      });

/**
 * Longest trust policy of a role where its quota was not raised, without blanks.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const longestTrust = 2_048;

const checkTrustLength: Check = ({ plan: { drill }, knows }) => {
  if (!drill || !knows("drill", "organization")) return [];
  const { length } = policyDocument(drillTrust(drill));
  if (length <= longestTrust) return [];
  return [
    {
      path,
      value: `${drill.trustedPrincipals.length} principals`,
      problem: `the trust policy of the role would have ${length} characters`,
      allowed: `a trust policy of ${longestTrust} characters`,
      fix: "name fewer principals: one role that all who start drills assume, or a shorter external id",
    },
  ];
};

/** The role of drills. */
export const drillChecks: readonly Check[] = [checkPartitions, checkTrustLength];
