import { nearest, type Problem, type ProblemPath } from "../../config/problem";
import type { ConfigurationDraft } from "../../config/draft";
import { listed } from "../../config/lists";

function checkListed(
  accounts: ConfigurationDraft["accounts"],
  path: ProblemPath,
  value: string | undefined,
  whose: string,
): readonly Problem[] {
  const ids = (accounts ?? []).flatMap((account) => (account?.id === undefined ? [] : account.id));
  // An account that could not be read may be the one that is looked for.
  if (!accounts || ids.length < accounts.length || value === undefined) return [];
  if (ids.includes(value)) return [];
  const meant = nearest(value, ids);
  return [
    {
      path,
      value,
      problem: `${whose} is not in the list of accounts, so its own sign-ins would go unnoticed`,
      allowed: ids.length === 0 ? "the id of an account in the list" : `one of ${listed(ids)}`,
      fix: `${meant === undefined ? "" : `did you mean "${meant}"? Else `}add it under accounts: { id: "${value}", name: … }`,
    },
  ];
}

/** Whether the accounts that are named are in the list. */
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
  return named.flatMap(([path, value, whose]) => checkListed(accounts, path, value, whose));
}
