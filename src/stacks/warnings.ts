import type { SignInAlertsProps } from "./props";
import { routesOf, type ResolvedRoute } from "./routes";

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

/** What is allowed and perhaps not meant: somebody whom two routes tell of the same event. */
export function configurationWarnings(props: SignInAlertsProps): readonly string[] {
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
