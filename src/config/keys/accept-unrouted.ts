import { reason, routedKind } from "../forms/kinds";
import { group, text, texts } from "./key";

const someToAccept = (unit: string) =>
  ({
    least: 1,
    unit,
    fault: {
      problem: "an empty list means none, so the entry would accept nothing",
      fix: "remove the key for all, or name some",
      remove: true,
    },
  }) as const;

/** What no route takes, on purpose. */
export const acceptUnrouted = group(
  "Sign-ins that no route takes, on purpose: of these kinds, in these accounts.",
  {
    kinds: texts("Alert kinds.", routedKind, {
      otherwise: "all that are on",
      size: someToAccept("alert kinds"),
      once: { noun: "kind" },
    }),
    accounts: texts(
      "Accounts that sign-ins are to: ids, names with `*`, or tags; ids of the units of a stack set for accounts that are not listed.",
      undefined,
      { otherwise: "all", size: someToAccept("accounts"), once: { noun: "account" } },
    ),
    reason: text("Why. Every report repeats it.", { required: true, form: reason }),
  },
  { as: "AcceptUnrouted" },
);
