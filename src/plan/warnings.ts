import { channelText, isSubscribed } from "./channels";
import type { NotRouted } from "./not-routed";
import type { RoutePlan } from "./routes";

function overlap(one: RoutePlan, other: RoutePlan): readonly string[] {
  const { accounts, kinds } = other;
  const isElsewhere =
    one.accounts && accounts && !one.accounts.some((account) => accounts.includes(account));
  if (isElsewhere) return [];
  return one.kinds
    .filter(({ name }) => kinds.some((kind) => kind.name === name))
    .map(({ name }) => name);
}

function firstOf(names: readonly string[], most: number): string {
  const more = names.length - most;
  return more <= 1 ? names.join(", ") : `${names.slice(0, most).join(", ")} and ${more} more`;
}

function subscribersOf({ channels }: RoutePlan): readonly string[] {
  return channels.filter(isSubscribed).map(channelText);
}

/** Recipients whom two routes notify of the same event. */
function notifiedTwice(routes: readonly RoutePlan[]): readonly string[] {
  return routes.flatMap((route, i) =>
    routes.slice(i + 1).flatMap((other) => {
      const kinds = overlap(route, other);
      if (kinds.length === 0) return [];
      const others = subscribersOf(other);
      return subscribersOf(route)
        .filter((recipient) => others.includes(recipient))
        .map(
          (recipient) =>
            `${recipient} is notified twice of ${kinds.join(", ")}: by the routes ${route.title} and ${other.title}`,
        );
    }),
  );
}

/** What is allowed and perhaps not meant: events of which no recipient is notified, or one is twice. */
export function resolveWarnings(
  routes: readonly RoutePlan[],
  notRouted: readonly NotRouted[],
): readonly string[] {
  return [
    ...notRouted.map(
      ({ kinds, accounts }) =>
        `no recipient is notified of ${firstOf(kinds, 3)} in ${firstOf(accounts, 5)}: no route names them`,
    ),
    ...notifiedTwice(routes),
  ];
}
