import type { Draft } from "../../config/draft";
import { nearest, type Problem, type ProblemPath } from "../../config/problem";
import type { Account } from "../../config/props";
import type { Check } from "./checked";

/**
 * Where AWS records sign-ins whatever region people work in, and whose would be missed.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html
 */
const signInRegions: Readonly<Record<string, string>> = {
  "us-east-1": "root users, and IAM users whose browser has no account-alias cookie",
  "us-east-2": "root users, and IAM users whose browser has an account-alias cookie",
  "us-west-2": "root users",
  "eu-north-1": "IAM users whose browser has an account-alias cookie",
  "ap-southeast-2": "IAM users whose browser has an account-alias cookie",
};

function checkAccepted(
  path: ProblemPath,
  list: readonly (string | undefined)[] = [],
  known: readonly string[],
): readonly Problem[] {
  return list.flatMap((value, i) => {
    if (value === undefined || known.includes(value)) return [];
    const meant = nearest(value, known);
    return [
      {
        path: [...path, i],
        value,
        problem: "leaving this region out needs no acceptance",
        allowed: known.join(", ") || "nothing outside the partition aws",
        fix: meant === undefined ? "remove the entry" : `did you mean ${meant}? Else remove it`,
      },
    ];
  });
}

function checkGap(
  path: ProblemPath,
  covered: readonly (string | undefined)[],
  accepted: readonly (string | undefined)[],
  whose: string,
): readonly Problem[] {
  // An entry that could not be read may be any region; an empty list has a problem of its own.
  if (covered.length === 0 || covered.includes(undefined)) return [];
  const names = Object.keys(signInRegions);
  const missing = names.filter((name) => !covered.includes(name) && !accepted.includes(name));
  if (missing.length === 0) return [];
  const missed = missing.map((region) => `${region}: ${signInRegions[region] ?? ""}`).join("; ");
  return [
    {
      path,
      value: covered,
      problem: `sign-ins to ${whose} would be missed in ${missed}`,
      allowed: `a list with all of ${names.join(", ")}`,
      fix: `add ${missing.join(", ")}, or accept the gap: acceptMissingRegions: [${missing.join(", ")}]`,
    },
  ];
}

function titleOf({ name, id }: Draft<Account>): string {
  return [name ?? "this account", ...(id === undefined ? [] : [`(${id})`])].join(" ");
}

/** Regions without which sign-ins go unnoticed. */
const checkSignInRegions: Check = ({ draft, plan: { partition } }) => {
  const { accounts = [], regions = [], acceptMissingRegions = [] } = draft;
  const known = partition === "aws" ? Object.keys(signInRegions) : [];
  const unneeded = [
    ...checkAccepted(["acceptMissingRegions"], acceptMissingRegions, known),
    ...accounts.flatMap((account, i) =>
      checkAccepted(["accounts", i, "acceptMissingRegions"], account?.acceptMissingRegions, known),
    ),
  ];
  if (known.length === 0) return unneeded;
  const acceptedBy = (account: Draft<Account>) => [
    ...acceptMissingRegions,
    ...(account.acceptMissingRegions ?? []),
  ];
  const readable = accounts.filter((account) => account !== undefined);
  const inheriting = readable.length === 0 ? [{}] : readable.filter((account) => !account.regions);
  const shared = inheriting.flatMap((account: Draft<Account>) => {
    const whose = `${titleOf(account)} and every account without regions of its own`;
    return checkGap(["regions"], regions, acceptedBy(account), whose);
  });
  // Said once for all accounts that inherit the list: the widest gap.
  const widest = shared.sort((a, b) => b.fix.length - a.fix.length).slice(0, 1);
  const own = accounts.flatMap((account, i) =>
    account?.regions
      ? checkGap(["accounts", i, "regions"], account.regions, acceptedBy(account), titleOf(account))
      : [],
  );
  return [...unneeded, ...widest, ...own];
};

/** Regions where AWS records sign-ins. */
export const signInRegionChecks: readonly Check[] = [checkSignInRegions];
