import type { AlertKind } from "../catalog";
import type { SignInAlertsProps } from "../config/props";
import type { Coverage } from "./accounts";
import type { RoutePlan } from "./routes";
import { selectedAccounts, type Selectable } from "./selectors";

/** Kinds that are on, in accounts where no route takes them. */
export interface NotRouted {
  /** Names of kinds. */
  readonly kinds: readonly string[];
  /** Names of accounts, and of the units whose unlisted accounts are meant. */
  readonly accounts: readonly string[];
  /**
   * `kind`: no route takes the kinds in any account. `account`: no route takes anything of the
   * accounts. `part`: other accounts of these kinds, and other kinds of these accounts, are routed.
   */
  readonly extent: "kind" | "account" | "part";
  /** Why that is accepted; absent: it is not. */
  readonly reason?: string;
}

/** An account, or a unit for its accounts that are not listed. */
interface RoutedPlace {
  readonly id: string;
  readonly name: string;
}

/** One kind in one account that no route takes. */
export interface UnroutedAlert {
  readonly kind: string;
  readonly place: RoutedPlace;
  readonly extent: NotRouted["extent"];
}

/** What routes can be limited to, in the order of the configuration. */
type Places = Pick<Coverage, "accounts" | "stackSet">;

function placesOf({ accounts, stackSet }: Places): readonly RoutedPlace[] {
  return [
    ...accounts.map(({ id, name }) => ({ id, name })),
    // An account that is not listed is named by no route.
    ...(stackSet?.organizationalUnits ?? []).map((id) => ({
      id,
      name: `unlisted accounts of ${id}`,
    })),
  ];
}

/** Whether an account can have events of a kind: a watch may be of principals of some accounts. */
function mayBeOf({ accounts }: AlertKind, id: string): boolean {
  return accounts?.includes(id) ?? true;
}

/** Every kind and account that no route takes. @param on kinds that are on */
export function unroutedAlerts(
  on: readonly AlertKind[],
  routes: readonly RoutePlan[],
  coverage: Places,
): readonly UnroutedAlert[] {
  const places = placesOf(coverage);
  const selected = new Map(routes.map((route) => [route, new Set(route.accounts)]));
  const excepted = new Map(routes.map((route) => [route, new Set(route.exceptAccounts)]));
  const takes = (route: RoutePlan, id: string) =>
    (route.accounts === undefined || selected.get(route)?.has(id) === true) &&
    excepted.get(route)?.has(id) !== true;
  const heardOf = new Set(
    places.flatMap(({ id }) =>
      routes.some((route) => takes(route, id) && route.kinds.some((kind) => mayBeOf(kind, id)))
        ? [id]
        : [],
    ),
  );
  return on.flatMap((alert) => {
    const kind = alert.name;
    const ofKind = routes.filter(({ kinds }) => kinds.some(({ name }) => name === kind));
    const own = places.filter(({ id }) => mayBeOf(alert, id));
    const left = own.filter(({ id }) => !ofKind.some((route) => takes(route, id)));
    const isNowhere = left.length === own.length;
    return left.map((place): UnroutedAlert => {
      const extent = heardOf.has(place.id) ? "part" : "account";
      return { kind, place, extent: isNowhere ? "kind" : extent };
    });
  });
}

type Entry = NonNullable<SignInAlertsProps["acceptUnrouted"]>[number];

/** What an entry can select: accounts, and units by their ids. */
export function acceptablePlaces({ accounts, stackSet }: Places): readonly Selectable[] {
  const units = stackSet?.organizationalUnits ?? [];
  return [...accounts, ...units.map((id) => ({ id, name: id }))];
}

/** Ids of the accounts and units that an entry selects; undefined: all. */
export function acceptedPlaces(
  { accounts: selectors }: Pick<Entry, "accounts">,
  coverage: Places,
): ReadonlySet<string> | undefined {
  return selectors && new Set(selectedAccounts(selectors, acceptablePlaces(coverage)));
}

/** What no route takes: kinds of the same accounts and the same reason together. */
export function resolveNotRouted(
  { acceptUnrouted = [] }: Pick<SignInAlertsProps, "acceptUnrouted">,
  on: readonly AlertKind[],
  routes: readonly RoutePlan[],
  coverage: Places,
): readonly NotRouted[] {
  const accepted = acceptUnrouted.map(({ kinds, accounts, reason }) => ({
    kinds: kinds && new Set(kinds),
    places: acceptedPlaces({ ...(accounts && { accounts }) }, coverage),
    reason,
  }));
  const ofKind = new Map<string, Map<string, Omit<NotRouted, "kinds"> & { accounts: string[] }>>();
  for (const { kind, place, extent } of unroutedAlerts(on, routes, coverage)) {
    const reason = accepted.find(
      ({ kinds, places }) => (kinds?.has(kind) ?? true) && (places?.has(place.id) ?? true),
    )?.reason;
    const parts = ofKind.get(kind) ?? new Map<string, never>();
    const key = JSON.stringify([extent, reason]);
    const part = parts.get(key) ?? {
      accounts: [],
      extent,
      ...(reason !== undefined && { reason }),
    };
    part.accounts.push(place.name);
    ofKind.set(kind, parts.set(key, part));
  }
  const groups = new Map<string, NotRouted & { kinds: string[] }>();
  for (const [kind, parts] of ofKind) {
    for (const part of parts.values()) {
      const key = JSON.stringify(part);
      const group = groups.get(key) ?? { kinds: [], ...part };
      group.kinds.push(kind);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}
