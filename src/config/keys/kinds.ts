import { severities } from "../../catalog";
import { kindName, note, watchedPrincipals, watchNames } from "../forms/kinds";
import { choice, flag, group, list, map, text, texts, wordOrGroup } from "./key";

export const severity = choice("Severity of an alert kind.", severities, { as: "Severity" });

const watched = group(
  "Principals whose sign-ins are a kind of their own, `watch-NAME`, such as those of a break-glass user. Attempts as a user that failed are `watch-NAME-failed`. No other kind has them, and they are never ignored.",
  {
    name: text("Part of the names of the kinds.", { required: true, form: watchNames }),
    principals: texts(
      "Who is watched: users, roles and their sessions, federated users. `*` stands for any account, and for the end of a name. A path is not looked at.",
      watchedPrincipals,
      {
        required: true,
        size: {
          least: 1,
          most: 50,
          unit: "principals",
          fault: {
            problem: "a watch is of 1 to 50 principals",
            fix: "name at least one, such as user/break-glass, or divide the watch",
          },
        },
        once: { noun: "principal" },
      },
    ),
    severity: { ...severity, default: "critical" },
    note: text("A line in every alert, such as `Runbook: https://…`.", {
      form: note,
      otherwise: "none",
    }),
    programs: flag(
      "Whether sign-ins by programs (`aws login`, agents) are watched as well. They are read-only events, which the trail then logs, of all principals.",
      { default: true },
    ),
  },
  { as: "WatchEntry" },
);

/** Whose sign-ins are kinds of their own. */
export const watch = list(
  "Principals whose sign-ins are kinds of their own, and never ignored.",
  watched,
  {
    otherwise: "none",
    once: { by: "name", noun: "name", fix: "rename one of the two, or join them", isRenamed: true },
  },
);

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
