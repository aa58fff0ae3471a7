import { isOrganizationalUnitId, mostOrganizationalUnits } from "../../aws/organizations";
import type { Problem, ProblemPath } from "../../config/problem";
import type { ConfigurationDraft } from "../../config/checks/draft";
import { checkWholeNumber } from "../../config/checks/whole-number";
import { partitionOf } from "./partition";

type Rollout = NonNullable<ConfigurationDraft["rollout"]>;

function checkUnits(rollout: Rollout): readonly Problem[] {
  if (rollout.type !== "stack-set") return [];
  const units = rollout.organizationalUnits;
  const path: ProblemPath = ["rollout", "organizationalUnits"];
  if (units === undefined) return [];
  const common = { allowed: "ids such as ou-ab12-c3d4e5f6, or r-ab12 for the root" };
  if (units.length === 0 || units.length > mostOrganizationalUnits) {
    return [
      {
        path,
        value: `${units.length} units`,
        problem:
          units.length === 0
            ? "a stack set without organizational units covers nobody"
            : `a stack set takes ${mostOrganizationalUnits} organizational units, these are ${units.length}`,
        allowed: `1 to ${mostOrganizationalUnits} ${common.allowed}`,
        fix: "name units that hold the others, or the root",
      },
    ];
  }
  return units.flatMap((value, i) =>
    value === undefined || isOrganizationalUnitId(value)
      ? []
      : [
          {
            ...common,
            path: [...path, i],
            value,
            problem: "this is no id of an organizational unit",
            fix: "copy it from the console of AWS Organizations",
          },
        ],
  );
}

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
    ...(rollout ? checkUnits(rollout) : []),
    ...checkAccounts(props),
    ...(rollout?.type === "stack-set"
      ? checkWholeNumber(["rollout", "accounts"], rollout.accounts, {
          least: Math.max(listed, 1),
          most: 1_000_000,
          unit: "accounts",
          problem: "the units cannot hold this number of accounts",
          fix: "count the accounts of the units, those listed here included",
        })
      : []),
  ];
}
