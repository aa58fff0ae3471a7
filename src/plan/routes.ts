import { alertRuleName, formatterName } from "../../modules/names";
import type { Place } from "../aws";
import type { EventPattern } from "../aws/eventbridge";
import {
  alertRulesOf,
  byCause,
  jsonProtocols,
  severities,
  type AlertKind,
  type IgnoredEvents,
  type JsonProtocol,
} from "../catalog";
import type { Route, SignInAlertsProps } from "../config/props";
import { channelsOfRoute, isSubscribed, traitsOf, type Channel } from "./channels";
import { accountScope, mayShareAccounts, type AccountScope } from "./selectors";
import { openPart, resolveTopic, topicName, type TopicPlan } from "./topics";

/**
 * Some kinds of alert, and who is notified of them by one topic. A route that notifies mailboxes is two:
 * what anybody can cause has a topic of its own, so that no flood of it silences the mail about the rest.
 */
export interface RoutePlan extends AccountScope {
  /** Which of the routes of the configuration it is, or is part of: from 0. */
  readonly at: number;
  /** Part of the names of rules; absent in the only route that `recipients` stands for. */
  readonly name?: string;
  /** Part of the names of all else that is created for it: the name, with `open` for what anybody can cause. */
  readonly part?: string;
  /** The part, or `default`. */
  readonly title: string;
  readonly kinds: readonly AlertKind[];
  readonly channels: readonly Channel[];
  readonly topic: TopicPlan;
  /** What the channels can show. */
  readonly messages: "mail" | "chat";
  /** Name of the function that writes its messages; absent: EventBridge writes them. */
  readonly formatter?: string;
  /** Protocols whose subscribers get JSON from that function, sorted; absent: none. */
  readonly json?: readonly JsonProtocol[];
}

/** A rule on the hub's event bus, of one route and one kind; several share what one cannot express. */
export interface RulePlan {
  /** At most 64 characters. */
  readonly name: string;
  readonly kind: AlertKind;
  readonly route: RoutePlan;
  /** Absent where none can be written; such a configuration is refused. */
  readonly pattern?: EventPattern;
  /** Why none can be written, in a few words. */
  readonly fault?: string;
}

/** What routes are resolved with. */
export interface RouteContext {
  /** Account and region of the hub. */
  readonly place: Place;
  readonly namePrefix: string;
  /** Kinds that are on. */
  readonly on: readonly AlertKind[];
}

function isChosen(kind: AlertKind, { kinds, minSeverity: least }: Partial<Route>): boolean {
  return (
    (kinds?.includes(kind.name) ?? true) &&
    (least === undefined || severities.indexOf(kind.severity) >= severities.indexOf(least))
  );
}

/** The routes, or the one that `recipients` stands for. */
export function resolveRoutes(
  { routes, recipients = [], formatter, accounts: all }: SignInAlertsProps,
  { place, namePrefix, on }: RouteContext,
): readonly RoutePlan[] {
  const written: readonly Partial<Route>[] = routes ?? [{ recipients }];
  return written.flatMap((route, at) => {
    const { name, topicArn, openTopicArn } = route;
    const channels = channelsOfRoute(route);
    const subscribed = channels.filter(isSubscribed);
    const json = jsonProtocols.filter((protocol) => route.formats?.[protocol] === "json");
    const half = (part: string | undefined, kinds: RoutePlan["kinds"], existing?: string) => {
      const topic = resolveTopic(place, topicName(namePrefix, part), existing, subscribed);
      const isFormatted =
        formatter === true && topic.type === "created" && channels.every(isSubscribed);
      return {
        at,
        ...(name !== undefined && { name }),
        ...(part !== undefined && { part }),
        title: part ?? "default",
        kinds,
        ...accountScope(route, all),
        channels,
        topic,
        messages: channels.some((channel) => traitsOf(channel).messages === "chat")
          ? "chat"
          : "mail",
        ...(isFormatted && { formatter: formatterName(namePrefix, part) }),
        ...(isFormatted && json.length > 0 && { json }),
      } as const;
    };
    const kinds = on.filter((kind) => isChosen(kind, route));
    const [open, rest] = byCause(kinds);
    const isDivided =
      open.length > 0 &&
      rest.length > 0 &&
      (topicArn === undefined
        ? channels.some((channel) => traitsOf(channel).isFloodable)
        : openTopicArn !== undefined && openTopicArn !== topicArn);
    return isDivided
      ? [half(name, rest, topicArn), half(openPart(name), open, openTopicArn)]
      : [half(name, kinds, topicArn)];
  });
}

/** The routes as they are written: what is divided is whole again, with the names of its first part. */
export function writtenRoutes(routes: readonly RoutePlan[]): readonly RoutePlan[] {
  const firsts = routes.filter(({ at }, i) => routes[i - 1]?.at !== at);
  return firsts.map((route) => ({
    ...route,
    kinds: routes.filter(({ at }) => at === route.at).flatMap(({ kinds }) => kinds),
  }));
}

/** Each rule, or why there is none. */
function rulesOf(
  kind: AlertKind,
  { accounts, exceptAccounts }: RoutePlan,
  ignored: readonly IgnoredEvents[],
): readonly Pick<RulePlan, "kind" | "pattern" | "fault">[] {
  try {
    const rules = alertRulesOf(kind, {
      ...(accounts && { accounts }),
      ...(exceptAccounts && { exceptAccounts }),
      ignored,
    });
    return rules.length === 0 ? [{ kind, fault: "nothing is left of it" }] : rules;
  } catch (error) {
    if (error instanceof RangeError) return [{ kind, fault: error.message }];
    throw error;
  }
}

/** The rules of routes. */
export function resolveRules(
  routes: readonly RoutePlan[],
  namePrefix: string,
  ignored: readonly IgnoredEvents[],
): readonly RulePlan[] {
  return routes.flatMap((route) =>
    route.kinds.flatMap((kind) =>
      rulesOf(kind, route, ignored).map((found, part) => ({
        name: alertRuleName(namePrefix, kind.name, route.name, part),
        route,
        ...found,
      })),
    ),
  );
}

/** Those of the kinds that some route notifies of. */
export function routedKinds(
  on: readonly AlertKind[],
  routes: readonly RoutePlan[],
): readonly AlertKind[] {
  const names = new Set(routes.flatMap(({ kinds }) => kinds.map(({ name }) => name)));
  return on.filter(({ name }) => names.has(name));
}

/** Names of the kinds of which two routes notify of the same event. */
export function alertsInCommon(one: RoutePlan, other: RoutePlan): readonly string[] {
  if (!mayShareAccounts(one, other)) return [];
  return one.kinds
    .filter(({ name }) => other.kinds.some((kind) => kind.name === name))
    .map(({ name }) => name);
}
