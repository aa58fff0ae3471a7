import { removal, type Edit } from "../../config/edit";
import { listed } from "../../config/lists";
import { nearest, type Problem } from "../../config/problem";
import type { Draft } from "../../config/draft";
import type { Account } from "../../config/props";
import type { Check } from "./checked";

/** Account stacks beyond which one app, and one pull request, is no longer practical. */
const mostAccountStacks = 1000;

/** Accounts that are named must be in the list, or their own sign-ins go unnoticed. */
const checkListed: Check = ({ draft, knows }) => {
  if (!knows("accounts")) return [];
  const { organization, hub, trail, rollout, accounts = [] } = draft;
  const ids = accounts.flatMap((account) => account?.id ?? []);
  const administrator = rollout?.type === "stack-set" ? rollout.account : undefined;
  const named = [
    ["organization.managementAccount", organization?.managementAccount, "the management account"],
    ["hub.account", hub?.account, "the hub account"],
    ["trail.account", trail?.account, "the account of the trail"],
    ["rollout.account", administrator, "the account that administers the stack set"],
  ] as const;
  return named.flatMap(([path, value, whose]) => {
    if (value === undefined || ids.includes(value)) return [];
    const meant = nearest(value, ids);
    return [
      {
        path: path.split("."),
        value,
        problem: `${whose} is not in the list of accounts, so its own sign-ins would go unnoticed`,
        allowed: ids.length === 0 ? "the id of an account in the list" : `one of ${listed(ids)}`,
        fix: `${meant === undefined ? "" : `did you mean "${meant}"? Else `}add it under accounts: { id: "${value}", name: … }`,
        ...(meant !== undefined && { edits: [{ path: path.split("."), set: meant }] }),
      },
    ];
  });
};

const checkStackCount: Check = ({ plan }) => {
  const stacks = plan.accounts.filter(({ coveredBy }) => coveredBy.type === "stack").length;
  if (stacks <= mostAccountStacks) return [];
  return [
    {
      path: ["accounts"],
      value: `${plan.accounts.length} accounts`,
      problem: `there would be ${stacks} account stacks, each with a plan and a state of its own`,
      allowed: `at most ${mostAccountStacks} account stacks`,
      fix: "let AWS roll out to organizational units: rollout: { type: stack-set, organizationalUnits: [...] }, and organizationalUnit of each account in one",
    },
  ];
};

/** What is wrong with the unit of an account, where it is one. */
function unitFault(
  unit: string,
  units: readonly (string | undefined)[] | undefined,
  isManagement: boolean,
): (Pick<Problem, "problem" | "allowed" | "fix"> & { readonly remove?: true }) | undefined {
  if (units === undefined) {
    return {
      problem: "no stack set covers organizational units, so this account would be uncovered",
      allowed: "nothing, or rollout: { type: stack-set, organizationalUnits: [...] }",
      fix: "remove the key, or set rollout",
      remove: true,
    };
  }
  if (isManagement) {
    return {
      problem: "stack sets never reach the management account, so it would be uncovered",
      allowed: "nothing: the management account has a stack of its own",
      fix: "remove the key",
      remove: true,
    };
  }
  if (units.length === 0 || units.includes(unit) || units.includes(undefined)) return undefined;
  return {
    problem: "the rollout does not name this unit",
    allowed: units.join(", "),
    fix: "name the unit of the rollout that holds the account, or add this one to it",
  };
}

/** Keys of an account that have no effect on one that a stack set covers. */
const keysOfOwnStack = [
  "regions",
  "optInRegions",
  "newRegions",
  "roleName",
  "externalId",
  "profile",
  "retiredRegions",
] as const;

function ownKeys(account: Draft<Account> | undefined) {
  return keysOfOwnStack.filter((key) => account?.[key] !== undefined);
}

/** Accounts that the stack set is to cover. */
const checkUnits: Check = ({ draft }) => {
  const { accounts = [], organization, rollout } = draft;
  const units = rollout?.type === "stack-set" ? (rollout.organizationalUnits ?? []) : undefined;
  return accounts.flatMap((account, i): readonly Problem[] => {
    const value = account?.organizationalUnit;
    if (value === undefined) return [];
    const fault = unitFault(value, units, account?.id === organization?.managementAccount);
    if (fault) {
      const { remove, ...words } = fault;
      const path = ["accounts", i, "organizationalUnit"];
      return [{ path, value, ...words, ...(remove && { edits: [{ path, remove }] }) }];
    }
    return ownKeys(account).map((key) => ({
      path: ["accounts", i, key],
      edits: [{ path: ["accounts", i, key], remove: true }],
      value: account?.[key],
      problem: "a stack set covers all its accounts alike, so this would have no effect",
      allowed: "an account with a stack of its own",
      fix: `remove ${key}, or organizationalUnit`,
    }));
  });
};

/** The stack set itself: where it is offered, and how many accounts it reaches. */
const checkStackSet: Check = ({ draft: { rollout, accounts = [] }, plan }) => {
  if (rollout?.type !== "stack-set") return [];
  const inUnits = plan.accounts.filter(({ coveredBy }) => coveredBy.type === "stack-set").length;
  const { accounts: value } = rollout;
  return [
    ...(plan.partition === "aws-cn"
      ? [
          {
            path: ["rollout", "type"],
            value: rollout.type,
            problem: "AWS offers no service-managed stack sets in the partition aws-cn",
            allowed: "terraform",
            fix: "remove rollout, and organizationalUnit of accounts: each that is listed then has a stack of its own",
            edits: [
              { path: ["rollout"], remove: true },
              ...accounts.flatMap((account, i): readonly Edit[] =>
                account?.organizationalUnit === undefined
                  ? []
                  : [{ path: ["accounts", i, "organizationalUnit"], remove: true }],
              ),
            ] as const,
          },
        ]
      : []),
    ...(value === undefined || value >= inUnits
      ? []
      : [
          {
            path: ["rollout", "accounts"],
            value,
            problem: "more accounts than this are listed with a unit",
            allowed: `a whole number of accounts, at least ${inUnits}`,
            fix: "count the accounts of the units, those listed here included",
          },
        ]),
  ];
};

/** Units that are named though the root holds them, and accounts that would be covered twice. */
const checkRoot: Check = ({ draft }) => {
  const { accounts = [], organization, rollout } = draft;
  const units = rollout?.type === "stack-set" ? (rollout.organizationalUnits ?? []) : [];
  const root = units.find((unit) => unit?.startsWith("r-"));
  if (root === undefined) return [];
  const held = units.flatMap((value, i) =>
    value === undefined || value === root
      ? []
      : [
          {
            path: ["rollout", "organizationalUnits", i],
            value,
            problem: `${root} is the root of the organization and holds this unit`,
            allowed: "the root alone, or units without it",
            fix: "remove it",
            edits: [removal(draft, ["rollout", "organizationalUnits", i])],
          },
        ],
  );
  const manager = organization?.managementAccount;
  const twice = accounts.flatMap((account, i) =>
    manager === undefined ||
    account?.id === undefined ||
    account.id === manager ||
    account.organizationalUnit !== undefined
      ? []
      : [
          {
            path: ["accounts", i, "organizationalUnit"],
            value: undefined,
            problem: `the stack set covers every member account, because ${root} is the root of the organization: a stack of this account's own would create the same names again`,
            allowed: `${root}; only the management account has a stack of its own`,
            fix: `set organizationalUnit: ${root} here${ownKeys(account)
              .map((key) => `, remove ${key}`)
              .join("")}, or let the rollout name units without this account`,
            edits: [
              { path: ["accounts", i, "organizationalUnit"], set: root },
              ...ownKeys(account).map((key) => ({
                path: ["accounts", i, key],
                remove: true as const,
              })),
            ],
          },
        ],
  );
  return [...held, ...twice];
};

/** Accounts, and how they get their forwarders. */
export const accountChecks: readonly Check[] = [
  checkListed,
  checkStackCount,
  checkUnits,
  checkStackSet,
  checkRoot,
];
