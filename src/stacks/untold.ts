import type { SignInAlertsProps } from "../config/props";
import { routedKinds, routesOf } from "./routes";
import { stackSetOf } from "./rollout";

/** Kinds that are told of, but of these accounts to nobody: no route names them. */
export interface UntoldEvents {
  /** Names of kinds. */
  readonly kinds: readonly string[];
  /** Names of accounts, and of the units whose unlisted accounts are meant. */
  readonly accounts: readonly string[];
}

/** What routes that are limited to accounts leave to nobody; kinds of the same accounts together. */
export function untoldEvents(props: SignInAlertsProps): readonly UntoldEvents[] {
  const routes = routesOf(props);
  const units = stackSetOf(props)?.organizationalUnits ?? [];
  // An account that is not listed is named by no route.
  const places = [
    ...props.accounts.map(({ id, name }) => ({ id, name })),
    ...units.map((id) => ({ id, name: `unlisted accounts of ${id}` })),
  ];
  const groups = new Map<string, { kinds: string[]; accounts: readonly string[] }>();
  for (const { name: kind } of routedKinds(props)) {
    const ofKind = routes.filter(({ kinds }) => kinds.some(({ name }) => name === kind));
    const untold = places.filter(
      ({ id }) => !ofKind.some(({ accounts }) => accounts?.includes(id) ?? true),
    );
    if (untold.length === 0) continue;
    const key = untold.map(({ id }) => id).join();
    const group = groups.get(key) ?? { kinds: [], accounts: untold.map(({ name }) => name) };
    group.kinds.push(kind);
    groups.set(key, group);
  }
  return [...groups.values()];
}
