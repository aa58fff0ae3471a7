import type { ConfigurationDraft } from "../../config/draft";
import { removal } from "../../config/edit";
import { listed } from "../../config/lists";
import type { Problem } from "../../config/problem";
import { enabledKinds } from "../kinds";
import { acceptedPlaces, unroutedAlerts, type UnroutedAlert } from "../not-routed";
import type { Plan } from "../resolve";
import type { Check } from "./checked";

type Entry = NonNullable<ConfigurationDraft["acceptUnrouted"]>[number];

/** The kinds and accounts of an entry that could be read. */
function readable(entry: Entry) {
  return {
    kinds: entry?.kinds?.filter((kind) => kind !== undefined),
    accounts: entry?.accounts?.filter((account) => account !== undefined),
  };
}

/** Whether an entry of these kinds and accounts accepts an alert. */
function acceptor({ kinds, accounts }: ReturnType<typeof readable>, plan: Plan) {
  const places = acceptedPlaces({ ...(accounts && { accounts }) }, plan);
  return ({ kind, place }: UnroutedAlert) =>
    (kinds?.includes(kind) ?? true) && (places?.has(place.id) ?? true);
}

/** What is accepted without a route must be without one: an entry that is over hides what comes later. */
const checkAcceptUnrouted: Check = ({ draft, plan, knows }) => {
  const { acceptUnrouted = [] } = draft;
  if (!knows("accounts", "rollout", "routes", "kinds", "watch", "acceptUnrouted")) return [];
  const on = enabledKinds(draft);
  const unrouted = unroutedAlerts(on, plan.hub.routes, plan);
  const acceptors = acceptUnrouted.map((entry) => acceptor(readable(entry), plan));
  return acceptUnrouted.flatMap((entry, i): readonly Problem[] => {
    const path = ["acceptUnrouted", i];
    const { kinds, accounts } = readable(entry);
    const left = (selectors: typeof accounts, names: typeof kinds) =>
      unrouted.filter(acceptor({ accounts: selectors, kinds: names }, plan));
    // Selectors that mean no account and kinds that do not exist are reported one by one.
    if (accounts && acceptedPlaces({ accounts }, plan)?.size === 0) return [];
    if (kinds?.length === 0) return [];
    const accepted = left(accounts, kinds);
    const earlier = acceptors.slice(0, i);
    const isNothingNew = accepted.every((alert) => earlier.some((accepts) => accepts(alert)));
    if (isNothingNew) {
      const isAccepted = accepted.length > 0;
      return [
        {
          path,
          value: entry?.reason,
          problem: isAccepted
            ? "this has no effect: entries above it accept all of it"
            : "this has no effect: routes notify of all of it, or the kinds are off",
          allowed: isAccepted
            ? "entries that each accept something of their own"
            : "kinds that are on, in accounts where no route notifies of them",
          fix: "remove the entry",
          edits: [removal(draft, path)],
        },
      ];
    }
    if (kinds === undefined && accounts === undefined) {
      const names = [...new Set(accepted.map(({ kind }) => kind))];
      return [
        {
          path,
          value: entry?.reason,
          problem: "this would accept everything that no route notifies of, now and later",
          allowed: "an entry with kinds or accounts",
          fix: `name the kinds, which are ${listed(names)}, or accounts`,
          edits: [{ path: [...path, "kinds"], set: names }],
        },
      ];
    }
    const over = (key: "kinds" | "accounts", at: number, value: string): Problem => ({
      path: [...path, key, at],
      value,
      problem: "nothing here is left to accept: a route notifies of it, or it is off",
      allowed: "kinds that are on, in accounts where no route notifies of them",
      fix: "remove it from the list",
      edits: [{ path: [...path, key, at], remove: true }],
    });
    const isKnown = (selector: string) =>
      acceptedPlaces({ accounts: [selector] }, plan)?.size !== 0;
    return [
      ...(kinds ?? []).flatMap((kind, at) =>
        left(accounts, [kind]).length > 0 ? [] : [over("kinds", at, kind)],
      ),
      ...(accounts ?? []).flatMap((account, at) =>
        !isKnown(account) || left([account], kinds).length > 0
          ? []
          : [over("accounts", at, account)],
      ),
    ];
  });
};

/** What no route takes, on purpose. */
export const acceptUnroutedChecks: readonly Check[] = [checkAcceptUnrouted];
