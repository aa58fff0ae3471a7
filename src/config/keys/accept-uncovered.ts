import { accountId, organizationalUnitId } from "../forms/accounts";
import { reason } from "../forms/kinds";
import { group, text, texts } from "./key";

const someToAccept = (unit: string) =>
  ({
    least: 1,
    unit,
    fault: {
      problem: "an empty list accepts nothing",
      fix: "remove the key, or name some",
      remove: true,
    },
  }) as const;

/** What is not covered, on purpose. */
export const acceptUncovered = group(
  "Accounts that are left out on purpose: `signin-alerts discover` does not ask for them.",
  {
    accounts: texts("Ids of accounts that are not in `accounts`.", accountId, {
      otherwise: "none",
      size: someToAccept("accounts"),
      once: { noun: "account" },
    }),
    organizationalUnits: texts(
      "Ids of units; the accounts of units below them are left out, too.",
      organizationalUnitId,
      { otherwise: "none", size: someToAccept("units"), once: { noun: "unit" } },
    ),
    reason: text("Why.", { required: true, form: reason }),
  },
  { as: "AcceptUncovered" },
);
