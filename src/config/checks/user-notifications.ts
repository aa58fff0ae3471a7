import { contactForms } from "../../aws/notification-contacts";
import type { Problem } from "../problem";
import { recipientOf } from "../../aws/recipient";
import { checkAddresses } from "./addresses";
import type { ConfigurationDraft } from "./draft";

/** Somebody whom a topic could tell, but AWS User Notifications cannot. */
function checkContact(value: string | undefined, i: number): readonly Problem[] {
  const recipient = recipientOf(value ?? "");
  if (value === undefined || recipient === undefined) return [];
  const { form, allowed } = contactForms.address;
  if (recipient.protocol === "email" && form.test(value)) return [];
  return [
    {
      path: ["userNotifications", "emails", i, "address"],
      value,
      problem: "AWS User Notifications take no such address",
      allowed,
      fix: "give the address of a mailbox, and tell others by recipients or a route",
    },
  ];
}

/** Who AWS User Notifications tell. */
export function checkUserNotifications({
  userNotifications,
}: ConfigurationDraft): readonly Problem[] {
  if (!userNotifications) return [];
  const { emails = [], hubRegions } = userNotifications;
  const path = ["userNotifications", "emails"];
  const wrongNames = emails.flatMap((contact, i) =>
    contact?.name === undefined || contactForms.name.form.test(contact.name)
      ? []
      : [
          {
            path: [...path, i, "name"],
            value: contact.name,
            problem: "AWS takes no such name of a contact",
            allowed: contactForms.name.allowed,
            fix: "choose a short name",
          },
        ],
  );
  const addresses = emails.map((contact) => contact?.address);
  const count =
    emails.length >= 1 && emails.length <= 50
      ? []
      : [
          {
            path,
            value: `${emails.length} contacts`,
            problem: "AWS User Notifications tell 1 to 50 contacts",
            allowed: "1 to 50",
            fix: "name at least one, or take a mailing list",
          },
        ];
  const hubs =
    (hubRegions?.length ?? 0) <= 3
      ? []
      : [
          {
            path: ["userNotifications", "hubRegions"],
            value: hubRegions,
            problem: "AWS keeps notifications in at most 3 regions",
            allowed: "at most 3 regions",
            fix: "remove some",
          },
        ];
  const { allowed } = contactForms.address;
  const wrong = checkAddresses(path, addresses, allowed).map((problem) => ({
    ...problem,
    path: [...problem.path, "address"],
  }));
  return [...count, ...wrongNames, ...wrong, ...addresses.flatMap(checkContact), ...hubs];
}
