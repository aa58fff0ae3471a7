import { alertRuleName } from "../../modules";
import { topicArn } from "../aws";
import { partitionOfRegion } from "../aws/regions";
import type { EventPattern } from "../aws/eventbridge";
import { defaultNamePrefix } from "../config/defaults";
import { ignoredOf } from "./ignored";
import type { SignInAlertsProps } from "../config/props";
import { routePattern, routesOf, topicName } from "./routes";

/** A route as it is to be found in what is generated. */
export interface GeneratedRoute {
  readonly name: string;
  readonly topicArn: string;
  readonly kinds: readonly string[];
  readonly accounts?: readonly string[];
  readonly recipients: readonly string[];
  /** Channel of chat, as the check writes it. */
  readonly channel?: string;
  readonly rules: readonly {
    readonly name: string;
    readonly kind: string;
    readonly pattern: EventPattern;
  }[];
}

/** The routes of a configuration, with the names and patterns of their rules. */
export function expectedRoutes(props: SignInAlertsProps): readonly GeneratedRoute[] {
  const { hub, namePrefix = defaultNamePrefix } = props;
  const place = { partition: partitionOfRegion(hub.region), ...hub };
  const ignored = ignoredOf(props);
  return routesOf(props).map((route) => ({
    name: route.name ?? "default",
    topicArn: route.topicArn ?? topicArn(place, topicName(namePrefix, route.name)),
    kinds: route.kinds.map(({ name }) => name),
    ...(route.accounts && { accounts: route.accounts }),
    recipients: route.recipients,
    ...(route.slack && { channel: `slack:${route.slack.workspaceId}/${route.slack.channelId}` }),
    ...(route.teams && { channel: `teams:${route.teams.teamId}/${route.teams.channelId}` }),
    rules: route.kinds.map((kind) => ({
      name: alertRuleName(namePrefix, kind.name, route.name),
      kind: kind.name,
      pattern: routePattern(route, kind, ignored),
    })),
  }));
}
