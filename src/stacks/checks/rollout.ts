import type { Problem } from "../../config/problem";
import type { ConfigurationDraft } from "../../config/draft";
import { partitionOf } from "./partition";

/** Accounts that a stack set is to cover. */
function checkAccounts(props: ConfigurationDraft): readonly Problem[] {
  const { accounts = [], organization, rollout } = props;
  const units = rollout?.type === "stack-set" ? rollout.organizationalUnits : undefined;
  return accounts.flatMap((account, i) => {
    const value = account?.organizationalUnit;
    if (value === undefined) return [];
    const common = { path: ["accounts", i, "organizationalUnit"], value };
    if (rollout?.type !== "stack-set") {
      return [
        {
          ...common,
          problem: "no stack set covers organizational units, so this account would be uncovered",
          allowed: "nothing, or rollout: { type: stack-set, organizationalUnits: [...] }",
          fix: "remove the key, or say rollout",
        },
      ];
    }
    if (account?.id === organization?.managementAccount) {
      return [
        {
          ...common,
          problem: "stack sets never reach the management account, so it would be uncovered",
          allowed: "nothing: the management account has a stack of its own",
          fix: "remove the key",
        },
      ];
    }
    if (units && !units.includes(value)) {
      return [
        {
          ...common,
          problem: "the rollout does not name this unit",
          allowed: units.join(", "),
          fix: "name the unit of the rollout that holds the account, or add this one to it",
        },
      ];
    }
    const own = (["regions", "optInRegions", "roleName", "retiredRegions"] as const).filter(
      (key) => account?.[key] !== undefined,
    );
    return own.map((key) => ({
      path: ["accounts", i, key],
      value: account?.[key],
      problem: "a stack set covers all its accounts alike, so this would have no effect",
      allowed: "an account with a stack of its own",
      fix: `remove ${key}, or organizationalUnit`,
    }));
  });
}

function checkCount(value: number | undefined, listed: number): readonly Problem[] {
  if (value === undefined || value >= listed) return [];
  return [
    {
      path: ["rollout", "accounts"],
      value,
      problem: "the units hold more accounts than this: those listed with a unit alone are more",
      allowed: `a whole number of accounts, at least ${listed}`,
      fix: "count the accounts of the units, those listed here included",
    },
  ];
}

/** How accounts get their forwarders. */
export function checkRollout(props: ConfigurationDraft): readonly Problem[] {
  const { rollout, accounts = [] } = props;
  const listed = accounts.filter((account) => account?.organizationalUnit !== undefined).length;
  const offered =
    rollout?.type === "stack-set" && partitionOf(props) === "aws-cn"
      ? [
          {
            path: ["rollout", "type"],
            value: rollout.type,
            problem: "AWS runs no stack sets of an organization in the partition aws-cn",
            allowed: "terraform",
            fix: "remove rollout: each account that is listed then has a stack of its own",
          },
        ]
      : [];
  return [
    ...offered,
    ...checkAccounts(props),
    ...(rollout?.type === "stack-set" ? checkCount(rollout.accounts, listed) : []),
  ];
}
