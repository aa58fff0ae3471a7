import type { Problem } from "../../config/problem";
import type { ConfigurationDraft } from "../../config/draft";

/** Units that are named though others hold them, and accounts that would be covered twice. */
export function checkRolloutRoot(props: ConfigurationDraft): readonly Problem[] {
  const { accounts = [], organization, rollout } = props;
  const units = rollout?.type === "stack-set" ? (rollout.organizationalUnits ?? []) : [];
  const root = units.find((unit) => unit !== undefined && /^r-[0-9a-z]{4,32}$/.test(unit));
  const held = units.flatMap((value, i): readonly Problem[] =>
    root === undefined || value === undefined || value === root
      ? []
      : [
          {
            path: ["rollout", "organizationalUnits", i],
            value,
            problem: `${root} is the root of the organization and holds this unit`,
            allowed: "the root alone, or units without it",
            fix: "remove it",
          },
        ],
  );
  const manager = organization?.managementAccount;
  if (root === undefined || manager === undefined) return held;
  const twice = accounts.flatMap((account, i) =>
    account?.id === undefined || account.id === manager || account.organizationalUnit !== undefined
      ? []
      : [
          {
            path: ["accounts", i, "organizationalUnit"],
            value: account.organizationalUnit,
            problem: `the stack set covers every member account, for ${root} is the root of the organization: a stack of this account's own would make the same names again`,
            allowed: `${root}; only the management account has a stack of its own`,
            fix: `say organizationalUnit: ${root} here, or let the rollout name units without this account`,
          },
        ],
  );
  return [...held, ...twice];
}
