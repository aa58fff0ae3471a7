import type { Problem, ProblemPath } from "../problem";
import type { Route } from "../props";
import type { ConfigurationDraft, Draft } from "./draft";
import { checkAddresses } from "./addresses";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Form {
  readonly form: RegExp;
  readonly allowed: string;
}

const slackForms: Readonly<Record<string, Form>> = {
  workspaceId: { form: /^T[0-9A-Z]{7,}$/, allowed: "such as T07EA123LEP" },
  channelId: { form: /^[CG][0-9A-Z]{7,}$/, allowed: "such as C07EZ1ABC23" },
};

const teamsForms: Readonly<Record<string, Form>> = {
  tenantId: { form: uuid, allowed: "a uuid" },
  teamId: { form: uuid, allowed: "a uuid" },
  channelId: { form: /^[\w%.@:-]{10,256}$/, allowed: "such as 19%3aabc%40thread.tacv2" },
};

function checkIds(
  path: ProblemPath,
  ids: Readonly<Record<string, string | undefined>>,
  forms: Readonly<Record<string, Form>>,
): readonly Problem[] {
  return Object.entries(forms).flatMap(([key, { form, allowed }]) => {
    const value = ids[key];
    if (value === undefined || form.test(value)) return [];
    return [
      {
        path: [...path, key],
        value,
        problem: "this is no such id of the channel",
        allowed,
        fix: "copy it from the link of the channel",
      },
    ];
  });
}

/** Ids of a chat channel. */
export function checkChannel(
  path: ProblemPath,
  { slack, teams }: Draft<Route>,
): readonly Problem[] {
  return [
    ...(slack ? checkIds([...path, "slack"], { ...slack }, slackForms) : []),
    ...(teams ? checkIds([...path, "teams"], { ...teams }, teamsForms) : []),
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
