import type { Problem, ProblemPath } from "../problem";
import type { Account, SignInAlertsProps } from "../props";
import { regionsOf } from "../regions";
import { partitionOf } from "./regions";

/**
 * Where AWS records sign-ins whatever region people work in, and whose would be missed.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
 */
export const signInRegions: Readonly<Record<string, string>> = {
  "us-east-1": "root users, and IAM users whose browser has no account-alias cookie",
  "us-east-2": "root users, and IAM users whose browser has an account-alias cookie",
  "us-west-2": "root users",
  "eu-north-1": "IAM users whose browser has an account-alias cookie",
  "ap-southeast-2": "IAM users whose browser has an account-alias cookie",
};

const signInRegionNames = Object.keys(signInRegions);

function checkAccepted(path: ProblemPath, list: readonly string[] = []): readonly Problem[] {
  return list.flatMap((value, i) =>
    signInRegionNames.includes(value)
      ? []
      : [
          {
            path: [...path, i],
            value,
            problem: "leaving this region out needs no acceptance",
            allowed: signInRegionNames.join(", "),
            fix: "remove the entry",
          },
        ],
  );
}

function checkAccount(
  props: Partial<SignInAlertsProps>,
  account: Account,
  path: ProblemPath,
): readonly Problem[] {
  const covered = regionsOf(props, account);
  const accepted = [...(props.acceptMissingRegions ?? []), ...(account.acceptMissingRegions ?? [])];
  const missing = signInRegionNames.filter(
    (region) => !covered.includes(region) && !accepted.includes(region),
  );
  if (missing.length === 0) return [];
  const missed = missing.map((region) => `${region}: ${signInRegions[region] ?? ""}`).join("; ");
  return [
    {
      path,
      value: covered,
      problem: `sign-ins to ${account.name} (${account.id}) would be missed in ${missed}`,
      allowed: `a list with all of ${signInRegionNames.join(", ")}`,
      fix: `add ${missing.join(", ")}, or accept the gap: acceptMissingRegions: [${missing.join(", ")}]`,
    },
  ];
}

/** Regions without which sign-ins go unnoticed. */
export function checkSignInRegions(props: Partial<SignInAlertsProps>): readonly Problem[] {
  const accepted = [
    ...checkAccepted(["acceptMissingRegions"], props.acceptMissingRegions),
    ...(props.accounts ?? []).flatMap((account, i) =>
      checkAccepted(["accounts", i, "acceptMissingRegions"], account.acceptMissingRegions),
    ),
  ];
  if (partitionOf(props) !== "aws") return accepted;
  // A gap of the organization's own list is said once, not once per account that inherits it.
  const inheriting = (props.accounts ?? []).find(({ regions }) => !regions);
  const own = (props.accounts ?? []).flatMap((account, i) =>
    account.regions ? checkAccount(props, account, ["accounts", i, "regions"]) : [],
  );
  const shared = inheriting && props.regions ? checkAccount(props, inheriting, ["regions"]) : [];
  return [...accepted, ...shared, ...own];
}
