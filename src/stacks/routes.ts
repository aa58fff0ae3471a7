import type { AlertKind } from "../catalog";
import { enabledKinds } from "./kinds";
import type { SignInAlertsProps } from "./props";

/** A route with its kinds looked up; the default route has no name. */
export interface ResolvedRoute {
  readonly name?: string;
  readonly kinds: readonly AlertKind[];
  readonly recipients: readonly string[];
}

/** Who is told of what: the routes, or the one that `recipients` stands for. */
export function routesOf(props: Partial<SignInAlertsProps>): readonly ResolvedRoute[] {
  const enabled = enabledKinds(props);
  if (!props.routes) return [{ kinds: enabled, recipients: props.recipients ?? [] }];
  return props.routes.map(({ name, kinds, recipients }) => ({
    name,
    recipients,
    kinds: kinds ? enabled.filter((kind) => kinds.includes(kind.name)) : enabled,
  }));
}

/** Every kind that some route tells of. */
export function routedKinds(props: Partial<SignInAlertsProps>): readonly AlertKind[] {
  const names = new Set(routesOf(props).flatMap(({ kinds }) => kinds.map(({ name }) => name)));
  return enabledKinds(props).filter(({ name }) => names.has(name));
}

/** True where an alert needs events that only read, which a trail must log. */
export function needsReadEvents(props: Partial<SignInAlertsProps>): boolean {
  return routedKinds(props).some(({ readOnly }) => readOnly === true);
}

/** Everybody who is told of some alert, in the order of the configuration. */
export function alertRecipients(props: Partial<SignInAlertsProps>): readonly string[] {
  return [...new Set(routesOf(props).flatMap(({ recipients }) => recipients))];
}

/** Name of the topic of a route. */
export function topicName(namePrefix: string, route?: string): string {
  return [namePrefix, ...(route === undefined ? [] : [route])].join("-");
}
