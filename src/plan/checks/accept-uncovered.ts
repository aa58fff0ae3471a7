import { removal, type Edit } from "../../config/edit";
import type { Problem } from "../../config/problem";
import type { Check } from "./checked";

/** What is left out on purpose is not covered as well: an entry that is over hides what comes later. */
const checkAcceptUncovered: Check = ({ draft }) => {
  const { acceptUncovered = [], accounts = [], rollout } = draft;
  const covered = {
    accounts: accounts.flatMap((account) => account?.id ?? []),
    organizationalUnits: rollout?.type === "stack-set" ? (rollout.organizationalUnits ?? []) : [],
  };
  return acceptUncovered.flatMap((entry, i): readonly Problem[] => {
    const path = ["acceptUncovered", i];
    if (entry && entry.accounts === undefined && entry.organizationalUnits === undefined) {
      return [
        {
          path,
          value: entry.reason,
          problem: "this names no account and no unit, so it has no effect",
          allowed: "an entry with accounts, or organizationalUnits",
          fix: "remove the entry, or name accounts or organizationalUnits",
          edits: [removal(draft, path)],
        },
      ];
    }
    const left = (key: "accounts" | "organizationalUnits") => entry?.[key]?.length ?? 0;
    return (["accounts", "organizationalUnits"] as const).flatMap((key) =>
      (entry?.[key] ?? []).flatMap((value, at): readonly Problem[] => {
        if (value === undefined || !covered[key].includes(value)) return [];
        const isLast = left("accounts") + left("organizationalUnits") === 1;
        const edit: Edit = removal(draft, isLast ? path : [...path, key, at]);
        return [
          {
            path: [...path, key, at],
            value,
            problem:
              key === "accounts"
                ? "this account is in the list of accounts, so it is covered"
                : "the rollout names this unit, so its accounts are covered",
            allowed:
              key === "accounts" ? "accounts that are not listed" : "units without a rollout",
            fix: `remove it here, or from ${key === "accounts" ? "accounts" : "the rollout"}`,
            edits: [edit],
          },
        ];
      }),
    );
  });
};

/** What is not covered, on purpose. */
export const acceptUncoveredChecks: readonly Check[] = [checkAcceptUncovered];
