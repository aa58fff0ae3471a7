import type { AlertKind } from "../catalog";
import type { Coverage } from "./accounts";
import type { RoutePlan } from "./routes";

/** Kinds that are routed, but not for these accounts: no route names them. */
export interface NotRouted {
  /** Names of kinds. */
  readonly kinds: readonly string[];
  /** Names of accounts, and of the units whose unlisted accounts are meant. */
  readonly accounts: readonly string[];
}

/** What routes that are limited to accounts leave out; kinds of the same accounts together. */
export function resolveNotRouted(
  routed: readonly AlertKind[],
  routes: readonly RoutePlan[],
  { accounts, stackSet }: Coverage,
): readonly NotRouted[] {
  // An account that is not listed is named by no route.
  const places = [
    ...accounts.map(({ id, name }) => ({ id, name })),
    ...(stackSet?.organizationalUnits ?? []).map((id) => ({
      id,
      name: `unlisted accounts of ${id}`,
    })),
  ];
  const groups = new Map<string, { kinds: string[]; accounts: readonly string[] }>();
  for (const { name: kind } of routed) {
    const ofKind = routes.filter(({ kinds }) => kinds.some(({ name }) => name === kind));
    const left = places.filter(
      ({ id }) => !ofKind.some((route) => route.accounts?.includes(id) ?? true),
    );
    if (left.length === 0) continue;
    const key = left.map(({ id }) => id).join();
    const group = groups.get(key) ?? { kinds: [], accounts: left.map(({ name }) => name) };
    group.kinds.push(kind);
    groups.set(key, group);
  }
  return [...groups.values()];
}
