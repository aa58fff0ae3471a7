import { findRegion, optInRegions, type Partition } from "../../aws";
import { partitionOfNewRegion } from "../../aws/regions";
import type { Draft } from "../../config/draft";
import { nearest, type Problem, type ProblemPath } from "../../config/problem";
import type { Account } from "../../config/props";
import type { Check } from "./checked";

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

function checkAccepted(
  path: ProblemPath,
  list: readonly (string | undefined)[] = [],
  recorded: readonly string[],
  partition: Partition,
): readonly Problem[] {
  const known = [...recorded, ...optInRegions(partition)];
  return list.flatMap((value, i) => {
    if (value === undefined || known.includes(value)) return [];
    if (partitionOfNewRegion(value) === partition) return [];
    // A region that is there is no misspelt one.
    const meant = findRegion(value) === undefined ? nearest(value, known) : undefined;
    return [
      {
        path: [...path, i],
        value,
        problem: "no acceptance is needed to leave this region out",
        allowed: known.join(", ") || "nothing outside the partition aws",
        fix: meant === undefined ? "remove the entry" : `did you mean ${meant}? Else remove it`,
        edits: [
          meant === undefined
            ? { path: [...path, i], remove: true }
            : { path: [...path, i], set: meant },
        ],
      },
    ];
  });
}

/** The gap of a list of regions, for accounts that accept some of it, each its own. */
function checkGap(
  path: ProblemPath,
  covered: readonly (string | undefined)[],
  accepted: readonly (readonly (string | undefined)[])[],
  whose: string,
): readonly Problem[] {
  // An entry that could not be read may be any region; an empty list has a problem of its own.
  if (covered.length === 0 || covered.includes(undefined)) return [];
  const names = Object.keys(signInRegions);
  const missing = names.filter(
    (name) => !covered.includes(name) && accepted.some((regions) => !regions.includes(name)),
  );
  if (missing.length === 0) return [];
  const missed = missing.map((region) => `${region}: ${signInRegions[region] ?? ""}`).join("; ");
  return [
    {
      path,
      value: covered,
      problem: `sign-ins to ${whose} would be missed in ${missed}`,
      allowed: `a list with all of ${names.join(", ")}`,
      fix: `add ${missing.join(", ")}, or accept the gap: acceptMissingRegions: [${missing.join(", ")}]`,
      edits: [{ path, set: [...covered, ...missing] }],
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
    ...checkAccepted(["acceptMissingRegions"], acceptMissingRegions, known, partition),
    ...accounts.flatMap((account, i) =>
      checkAccepted(
        ["accounts", i, "acceptMissingRegions"],
        account?.acceptMissingRegions,
        known,
        partition,
      ),
    ),
  ];
  if (known.length === 0) return unneeded;
  const acceptedBy = (account: Draft<Account>) => [
    ...acceptMissingRegions,
    ...(account.acceptMissingRegions ?? []),
  ];
  const readable = accounts.filter((account) => account !== undefined);
  const inheriting: readonly Draft<Account>[] =
    readable.length === 0 ? [{}] : readable.filter((account) => !account.regions);
  const accepted = inheriting.map(acceptedBy);
  const first = inheriting.find((_, i) =>
    known.some((name) => !regions.includes(name) && accepted[i]?.includes(name) !== true),
  );
  // Said once for all accounts that inherit the list.
  const shared = first
    ? checkGap(
        ["regions"],
        regions,
        accepted,
        `${titleOf(first)} and every account without regions of its own`,
      )
    : [];
  const own = accounts.flatMap((account, i) =>
    account?.regions
      ? checkGap(
          ["accounts", i, "regions"],
          account.regions,
          [acceptedBy(account)],
          titleOf(account),
        )
      : [],
  );
  return [...unneeded, ...shared, ...own];
};

/** Regions where AWS records sign-ins. */
export const signInRegionChecks: readonly Check[] = [checkSignInRegions];
