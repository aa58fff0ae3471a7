import { findRegion } from "../../aws";
import type { Problem, ProblemPath } from "../../config/problem";
import type { Account } from "../../config/props";
import type { ConfigurationDraft } from "../../config/draft";
import { listed } from "../../config/lists";
import { resolve } from "../../plan";
import { selectedAccounts } from "../../plan/selectors";
import { partitionOf } from "./partition";
import { whole } from "./whole";
import { withoutHoles } from "../../plan/checks/without-holes";

/** Each entry must choose an account whose own stack the notifications are part of. */
function checkChosen({ userNotifications, accounts = [] }: ConfigurationDraft): readonly Problem[] {
  const selectors = userNotifications?.accounts;
  if (selectors === undefined) return [];
  const path: ProblemPath = ["userNotifications", "accounts"];
  const own = accounts.filter((account) => account?.organizationalUnit === undefined);
  const allowed = `an account with a stack of its own, by id, name, name with * or tag: ${listed(own.map((account) => account?.name))}`;
  if (accounts.some((account) => account?.id === undefined || account.name === undefined)) {
    return [];
  }
  const isChosen = (selector: string, among: ConfigurationDraft["accounts"] = []): boolean =>
    selectedAccounts([selector], among as readonly Account[]).length > 0;
  return selectors.flatMap((value, i) => {
    if (value === undefined || isChosen(value, own)) return [];
    const isCovered = isChosen(value, accounts);
    return [
      {
        path: [...path, i],
        value,
        problem: isCovered
          ? "a stack set covers this account, and brings no notifications: nothing would be made"
          : "no account of the list is meant by this",
        allowed,
        fix: isCovered
          ? "remove organizationalUnit of the account, or this entry"
          : "correct it, or add the account under accounts",
      },
    ];
  });
}

function checkHubRegions(props: ConfigurationDraft): readonly Problem[] {
  const hubRegions = props.userNotifications?.hubRegions ?? [];
  const partition = partitionOf(props);
  return hubRegions.flatMap((value, i) => {
    const region = value === undefined ? undefined : findRegion(value);
    if (!region || region.partition === partition) return [];
    return [
      {
        path: ["userNotifications", "hubRegions", i],
        value,
        problem: `this region is in the partition ${region.partition}, the hub is in ${partition}`,
        allowed: "regions of the hub's partition, such as us-east-1",
        fix: "correct it, or remove the entry",
      },
    ];
  });
}

/** Services that AWS runs in the partition aws alone. */
function checkOffered(props: ConfigurationDraft): readonly Problem[] {
  const partition = partitionOf(props);
  if (partition === "aws") return [];
  const chat = (props.routes ?? []).flatMap((route, i) =>
    (["slack", "teams"] as const)
      .filter((key) => route?.[key] !== undefined)
      .map((key): ProblemPath => ["routes", i, key]),
  );
  const used = [...chat, ...(props.userNotifications ? [["userNotifications"]] : [])];
  return used.map((path) => ({
    path,
    value: undefined,
    problem: `AWS does not offer this service in the partition ${partition}`,
    allowed: "recipients or topicArn of a route",
    fix: "remove the key, and tell somebody by recipients",
  }));
}

/** The rules of AWS User Notifications see no read-only events, and it needs something to tell. */
function checkTold(draft: ConfigurationDraft): readonly Problem[] {
  const props = draft.userNotifications && whole(draft);
  const kinds = props ? resolve(withoutHoles(draft)).kinds : [];
  if (kinds.some(({ readOnly }) => readOnly !== true) || kinds.length === 0) return [];
  return [
    {
      path: ["userNotifications"],
      value: kinds.map(({ name }) => name),
      problem: "it would tell of nothing: its rules see no read-only events, and all of these are",
      allowed: "at least one kind that somebody is told of and that is not read-only",
      fix: "switch such a kind on, such as root-sign-in, or remove userNotifications",
    },
  ];
}

/** Where AWS User Notifications and chat can be, and whether they have something to tell. */
export function checkNotificationPlaces(props: ConfigurationDraft): readonly Problem[] {
  return [
    ...checkOffered(props),
    ...checkChosen(props),
    ...checkHubRegions(props),
    ...checkTold(props),
  ];
}
