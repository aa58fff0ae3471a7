import { severities } from "../../catalog";
import { kindName, note } from "../forms/kinds";
import { choice, group, map, text, wordOrGroup } from "./key";

export const severity = choice("Severity of an alert kind.", severities, { as: "Severity" });

/** Which kinds are on, and what each says. */
export const kinds = map(
  "Alert kinds by name: `on`, `off`, on with another severity, or on with the keys of a group.",
  {
    name: kindName,
    value: wordOrGroup(
      "Whether the kind is on.",
      choice("Whether the kind is on.", ["on", "off", ...severities], {}),
      group(
        "A kind that is on, and what its alerts say.",
        {
          severity: { ...severity, otherwise: "that of the catalog" },
          note: text(
            "A line in every alert of the kind, such as `Runbook: https://…`: in mails and in chat, not in AWS User Notifications, which accepts no text.",
            { form: note, otherwise: "none" },
          ),
        },
        { as: "KindSettings" },
      ),
    ),
    otherwise: "each as in the catalog",
  },
);
