import { isAccountId } from "../../aws/organizations";
import { nearest, type Problem, type ProblemPath } from "../../config/problem";
import type { ConfigurationDraft } from "../../config/checks/draft";
import { firstIndexes, listed } from "../../config/checks/lists";

/** An id without the hyphens, spaces and underscores that people put into it. */
function plain(id: string): string {
  return id.replace(/[\s_-]/g, "");
}

function fixOf(value: string): string {
  if (isAccountId(plain(value))) return `write "${plain(value)}"`;
  if (/^\d{8,11}$/.test(value)) {
    return `zeros at the beginning may be lost: write "${value.padStart(12, "0")}" if that is the account`;
  }
  return "copy the id from the AWS Organizations console and keep it in quotes";
}

function checkAccountId(path: ProblemPath, value: string | undefined): readonly Problem[] {
  if (value === undefined || isAccountId(value)) return [];
  return [
    {
      path,
      value,
      problem: /^\d*$/.test(value)
        ? `an account id has 12 digits, this has ${value.length}`
        : "an account id has 12 digits and nothing else",
      allowed: '12 digits in quotes, such as "111111111111"',
      fix: fixOf(value),
    },
  ];
}

function checkListed(
  accounts: ConfigurationDraft["accounts"],
  path: ProblemPath,
  value: string | undefined,
  whose: string,
): readonly Problem[] {
  const ids = (accounts ?? []).flatMap((account) => (account?.id === undefined ? [] : account.id));
  // An account that could not be read may be the one that is looked for.
  if (!accounts || ids.length < accounts.length || value === undefined) return [];
  const wanted = plain(value);
  if (!isAccountId(wanted) || ids.some((id) => plain(id) === wanted)) return [];
  const meant = nearest(value, ids);
  return [
    {
      path,
      value,
      problem: `${whose} is not in the list of accounts, so its own sign-ins would go unnoticed`,
      allowed: ids.length === 0 ? "the id of an account in the list" : `one of ${listed(ids)}`,
      fix: `${meant === undefined ? "" : `did you mean "${meant}"? Else `}add it under accounts: { id: "${wanted}", name: … }`,
    },
  ];
}

function checkDuplicates(accounts: ConfigurationDraft["accounts"] = []): readonly Problem[] {
  const ids = accounts.map((account) => account?.id);
  return firstIndexes(ids).flatMap((first, i) =>
    first === i
      ? []
      : [
          {
            path: ["accounts", i, "id"],
            value: ids[i],
            problem: `two stacks would have one name: accounts[${first}] has the same id`,
            allowed: "every account once",
            fix: "remove one of the two entries, or correct its id",
          },
        ],
  );
}

/** Form of account ids, and whether those that are named are in the list. */
export function checkAccountIds(props: ConfigurationDraft): readonly Problem[] {
  const { organization, hub, accounts } = props;
  const trailAccount = props.trail?.account;
  const rolloutAccount = props.rollout?.type === "stack-set" ? props.rollout.account : undefined;
  const named = [
    [
      ["organization", "managementAccount"],
      organization?.managementAccount,
      "the management account",
    ],
    [["hub", "account"], hub?.account, "the hub account"],
    [["trail", "account"], trailAccount, "the account of the trail"],
    [["rollout", "account"], rolloutAccount, "the account that administers the stack set"],
  ] as const;
  return [
    ...named.flatMap(([path, value]) => checkAccountId(path, value)),
    ...(accounts ?? []).flatMap((account, i) => checkAccountId(["accounts", i, "id"], account?.id)),
    ...named.flatMap(([path, value, whose]) => checkListed(accounts, path, value, whose)),
    ...checkDuplicates(accounts),
  ];
}
