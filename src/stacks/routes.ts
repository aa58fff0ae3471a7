import { catalog, type AlertKind } from "../catalog";
import type { SignInAlertsProps } from "./props";

/** A route with its kinds looked up; the default route has no name. */
export interface ResolvedRoute {
  readonly name?: string;
  readonly kinds: readonly AlertKind[];
  readonly recipients: readonly string[];
}

const kindsOnByDefault = catalog.filter(({ onByDefault }) => onByDefault);

/** Who is told of what: the routes, or the one that `recipients` stands for. */
export function routesOf(props: Partial<SignInAlertsProps>): readonly ResolvedRoute[] {
  if (!props.routes) return [{ kinds: kindsOnByDefault, recipients: props.recipients ?? [] }];
  return props.routes.map(({ name, kinds, recipients }) => ({
    name,
    recipients,
    kinds: kinds ? catalog.filter((kind) => kinds.includes(kind.name)) : kindsOnByDefault,
  }));
}

/** Name of the topic of a route. */
export function topicName(namePrefix: string, route?: string): string {
  return [namePrefix, ...(route === undefined ? [] : [route])].join("-");
}
