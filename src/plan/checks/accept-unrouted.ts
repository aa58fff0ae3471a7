import { removal } from "../../config/edit";
import { listed } from "../../config/lists";
import type { Problem } from "../../config/problem";
import { enabledKinds } from "../kinds";
import { acceptedPlaces, unroutedAlerts } from "../not-routed";
import type { Check } from "./checked";

/** What is accepted without a route must be without one: an entry that is over hides what comes later. */
const checkAcceptUnrouted: Check = ({ draft, plan, knows }) => {
  const { acceptUnrouted = [] } = draft;
  if (!knows("accounts", "rollout", "routes", "kinds", "watch", "acceptUnrouted")) return [];
  const on = enabledKinds(draft);
  const unrouted = unroutedAlerts(on, plan.hub.routes, plan);
  return acceptUnrouted.flatMap((entry, i): readonly Problem[] => {
    const path = ["acceptUnrouted", i];
    const kinds = entry?.kinds?.filter((kind) => kind !== undefined);
    const accounts = entry?.accounts?.filter((account) => account !== undefined);
    const left = (selectors: typeof accounts, names: typeof kinds) => {
      const places = acceptedPlaces({ ...(selectors && { accounts: selectors }) }, plan);
      return unrouted.filter(
        ({ kind, place }) => (names?.includes(kind) ?? true) && (places?.has(place.id) ?? true),
      );
    };
    // Selectors that mean no account are reported one by one.
    if (accounts && acceptedPlaces({ accounts }, plan)?.size === 0) return [];
    const accepted = left(accounts, kinds);
    if (accepted.length === 0) {
      return [
        {
          path,
          value: entry?.reason,
          problem: "this has no effect: routes notify of all of it, or the kinds are off",
          allowed: "kinds that are on, in accounts where no route notifies of them",
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
