import {
  alertPattern,
  severities,
  type AlertKind,
  type IgnoredEvents,
  type Severity,
} from "../catalog";
import type { SlackChannel, TeamsChannel } from "../../modules";
import type { EventPattern } from "../aws/eventbridge";
import { enabledKinds } from "./kinds";
import type { SignInAlertsProps } from "../config/props";
import { selectedAccounts } from "./route-accounts";

/** A route with its kinds and accounts looked up; the default route has no name. */
export interface ResolvedRoute {
  readonly name?: string;
  readonly kinds: readonly AlertKind[];
  /** Ids, sorted; all where there are none. */
  readonly accounts?: readonly string[];
  readonly recipients: readonly string[];
  /** ARN of a topic that is there already. */
  readonly topicArn?: string;
  readonly slack?: SlackChannel;
  readonly teams?: TeamsChannel;
}

function matters({ severity }: AlertKind, least: Severity | undefined): boolean {
  return least === undefined || severities.indexOf(severity) >= severities.indexOf(least);
}

/** Who is told of what: the routes, or the one that `recipients` stands for. */
export function routesOf(props: Partial<SignInAlertsProps>): readonly ResolvedRoute[] {
  const enabled = enabledKinds(props);
  if (!props.routes) return [{ kinds: enabled, recipients: props.recipients ?? [] }];
  return props.routes.map(({ name, kinds, minSeverity, accounts, recipients = [], ...to }) => ({
    name,
    recipients,
    kinds: enabled.filter(
      (kind) => (kinds?.includes(kind.name) ?? true) && matters(kind, minSeverity),
    ),
    ...(accounts && { accounts: selectedAccounts(accounts, props.accounts ?? []) }),
    ...(to.topicArn !== undefined && { topicArn: to.topicArn }),
    ...(to.slack && { slack: to.slack }),
    ...(to.teams && { teams: to.teams }),
  }));
}

/** Whether a function writes the messages of a route: mails of a topic that is made here. */
export function isFormatted(
  { formatter }: Partial<SignInAlertsProps>,
  route: ResolvedRoute,
): boolean {
  return formatter === true && route.topicArn === undefined && !route.slack && !route.teams;
}

/** The pattern of the rule of a route and kind. */
export function routePattern(
  { accounts }: ResolvedRoute,
  kind: AlertKind,
  ignored: readonly IgnoredEvents[],
): EventPattern {
  return alertPattern(kind, { ...(accounts && { accounts }), ignored });
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
