import { removal } from "../../config/edit";
import { listed } from "../../config/lists";
import { isNotifiable } from "../accounts";
import { selectedAccounts } from "../selectors";
import type { Check } from "./checked";

/** Each entry must choose an account whose own stack the notifications are part of. */
const checkChosen: Check = ({ draft: { userNotifications }, plan: { accounts }, knows }) => {
  if (!knows("accounts")) return [];
  const own = accounts.filter(({ coveredBy }) => coveredBy.type === "stack");
  return (userNotifications?.accounts ?? []).flatMap((value, i) => {
    if (value === undefined || selectedAccounts([value], own).length > 0) return [];
    const isCovered = selectedAccounts([value], accounts).length > 0;
    return [
      {
        path: ["userNotifications", "accounts", i],
        value,
        problem: isCovered
          ? "a stack set covers this account, and brings no notifications: nothing would be created"
          : "this matches no account of the list",
        allowed: `an account with a stack of its own, by id, name, name with * or tag: ${listed(own.map(({ name }) => name))}`,
        ...(isCovered
          ? {
              fix: "remove this entry, or organizationalUnit of the account",
              edits: [removal({ userNotifications }, ["userNotifications", "accounts", i])],
            }
          : { fix: "correct it, or add the account under accounts" }),
      },
    ];
  });
};

/** The rules of AWS User Notifications see not every kind, and it needs something to notify of. */
const checkKinds: Check = ({ draft: { userNotifications }, plan: { kinds }, knows }) => {
  if (!userNotifications || !knows("routes", "kinds")) return [];
  if (kinds.some(isNotifiable) || kinds.length === 0) return [];
  return [
    {
      path: ["userNotifications"],
      value: kinds.map(({ name }) => name),
      problem:
        "it would notify of nothing: its rules match neither read-only events nor kinds of any service",
      allowed: "at least one kind that is routed, of a named service and not read-only",
      fix: "remove userNotifications, or switch on and route such a kind, such as root-sign-in",
      edits: [{ path: ["userNotifications"], remove: true }],
    },
  ];
};

/** AWS User Notifications: which accounts have them, and of what they notify. */
export const notificationChecks: readonly Check[] = [checkChosen, checkKinds];
