import type { Problem } from "../problem";
import { checkAddresses } from "./addresses";
import type { ConfigurationDraft } from "./draft";

/** Who AWS User Notifications tell. */
export function checkUserNotifications({
  userNotifications,
}: ConfigurationDraft): readonly Problem[] {
  if (!userNotifications) return [];
  const { emails = [], hubRegions } = userNotifications;
  const path = ["userNotifications", "emails"];
  const wrongNames = emails.flatMap((contact, i) =>
    contact?.name === undefined || /^[\w.~-]{1,64}$/.test(contact.name)
      ? []
      : [
          {
            path: [...path, i, "name"],
            value: contact.name,
            problem: "AWS takes no such name of a contact",
            allowed: "1 to 64 letters, digits and the characters - _ . ~",
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
  const wrong = checkAddresses(path, addresses).map((problem) => ({
    ...problem,
    path: [...problem.path, "address"],
  }));
  return [...count, ...wrongNames, ...wrong, ...hubs];
}
