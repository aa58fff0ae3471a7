import { contactAddress, contactName } from "../forms/recipients";
import { anyRegion } from "../forms/regions";
import { choice, group, list, text, texts } from "./key";

const required = { required: true } as const;

/** AWS User Notifications, which share nothing with the hub. */
export const userNotifications = group(
  "AWS User Notifications beside the hub, a channel that shares nothing with it.",
  {
    emails: list(
      "Who is notified, each once the address is confirmed.",
      group(
        "A mailbox.",
        {
          name: text("Name of the contact.", { ...required, form: contactName }),
          address: text("E-mail address, confirmed by hand.", {
            ...required,
            form: contactAddress,
          }),
        },
        { as: "EmailContact" },
      ),
      {
        ...required,
        size: {
          least: 1,
          most: 50,
          unit: "contacts",
          fault: {
            problem: "AWS User Notifications notify 1 to 50 contacts",
            fix: "name at least one, or use a mailing list",
          },
        },
        once: { noun: "address", anyCase: true, by: "address" },
      },
    ),
    accounts: texts("Accounts with a stack of their own, by id, name with `*` or tag.", undefined, {
      otherwise: "all of them",
      size: {
        least: 1,
        unit: "accounts with a stack of their own",
        fault: {
          problem: "these notifications would have no effect: no account has them",
          fix: "leave the key out for every account with a stack of its own, or name accounts",
          remove: true,
        },
      },
    }),
    hubRegions: texts(
      "Regions where AWS keeps notifications. Empty where the account has notification hubs.",
      anyRegion,
      {
        otherwise: "the hub region",
        size: {
          most: 3,
          unit: "regions",
          fault: { problem: "AWS keeps notifications in at most 3 regions", fix: "remove some" },
        },
        once: { noun: "region" },
      },
    ),
    aggregation: choice(
      "Gathered into one mail: not at all, for 5 minutes (SHORT) or for 12 hours (LONG).",
      ["NONE", "SHORT", "LONG"],
      { as: "NotificationAggregation", default: "NONE" },
    ),
  },
  { as: "NotificationSettings", otherwise: "none" },
);
