import type { SignInAlertsProps } from "../config/props";
import { routesOf, type ResolvedRoute } from "./routes";
import { untoldEvents } from "./untold";

function overlap(one: ResolvedRoute, other: ResolvedRoute): readonly string[] {
  const { accounts, kinds } = other;
  const isElsewhere =
    one.accounts && accounts && !one.accounts.some((account) => accounts.includes(account));
  if (isElsewhere) return [];
  return one.kinds
    .filter(({ name }) => kinds.some((kind) => kind.name === name))
    .map(({ name }) => name);
}

function shown({ name = "default" }: ResolvedRoute): string {
  return name;
}

function firstOf(names: readonly string[], most: number): string {
  const more = names.length - most;
  return more <= 1 ? names.join(", ") : `${names.slice(0, most).join(", ")} and ${more} more`;
}

function untold(props: SignInAlertsProps): readonly string[] {
  return untoldEvents(props).map(
    ({ kinds, accounts }) =>
      `nobody is told of ${firstOf(kinds, 3)} in ${firstOf(accounts, 5)}: no route names them`,
  );
}

/** What is allowed and perhaps not meant: events of which nobody is told, or somebody is twice. */
export function configurationWarnings(props: SignInAlertsProps): readonly string[] {
  return [...untold(props), ...toldTwice(props)];
}

/** Somebody whom two routes tell of the same event. */
function toldTwice(props: SignInAlertsProps): readonly string[] {
  const routes = routesOf(props);
  return routes.flatMap((route, i) =>
    routes.slice(i + 1).flatMap((other) => {
      const twice = route.recipients.filter((recipient) => other.recipients.includes(recipient));
      const kinds = overlap(route, other);
      if (kinds.length === 0) return [];
      return twice.map(
        (recipient) =>
          `${recipient} is told twice of ${kinds.join(", ")}: by the routes ${shown(route)} and ${shown(other)}`,
      );
    }),
  );
}
