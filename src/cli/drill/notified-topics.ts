import { parseArn } from "../../aws";
import { matchesPattern } from "../../aws/eventbridge";
import { placeSample, type EventEnvelope } from "../../catalog";
import type { WatchedTopic } from "../../live";
import type { Plan, RoutePlan } from "../../plan";
import type { InventoryPlace } from "../generated-terraform";
import { kindNamed } from "../kind-input";

/** The session that signs in. */
export interface DrillSession {
  /** Name of the role, without its path. */
  readonly role: string;
  readonly session: string;
}

/** The event that the sign-in of a session is expected to make. */
export function drillEvent(
  plan: Plan,
  place: InventoryPlace,
  drillSession: DrillSession,
): EventEnvelope {
  const { partition } = plan;
  const { sample } = kindNamed("federated-sign-in");
  const event = placeSample(sample, { ...place, partition });
  const { role, session } = drillSession;
  return {
    ...event,
    detail: {
      ...event.detail,
      userIdentity: {
        type: "AssumedRole",
        principalId: `AROAEXAMPLEROLE000004:${session}`,
        arn: `arn:${partition}:sts::${place.account}:assumed-role/${role}/${session}`,
        accountId: place.account,
        sessionContext: {
          sessionIssuer: {
            type: "Role",
            arn: `arn:${partition}:iam::${place.account}:role/${role}`,
            accountId: place.account,
            userName: role,
          },
        },
      },
    },
  };
}

/** Topics of routes on which a queue of the hub can listen, each once, and the others. */
export interface RouteTopics {
  readonly heard: readonly WatchedTopic[];
  /** Titles of routes whose topic is of another account or region. */
  readonly unheard: readonly string[];
}

/** The topics of routes. */
export function topicsOf({ hub }: Plan, routes: readonly RoutePlan[]): RouteTopics {
  const titles = new Map<string, Set<string>>();
  const unheard = new Set<string>();
  for (const { topic, title } of routes) {
    const { account, region } = parseArn(topic.arn) ?? {};
    if (account === hub.place.account && region === hub.place.region) {
      titles.set(topic.arn, (titles.get(topic.arn) ?? new Set()).add(title));
    } else unheard.add(title);
  }
  return {
    heard: [...titles].map(([arn, names]) => ({ arn, routes: [...names] })),
    unheard: [...unheard],
  };
}

/** The topics that are notified of the drill at a place, by the patterns of the hub's rules. */
export function notifiedTopics(
  plan: Plan,
  place: InventoryPlace,
  session: DrillSession,
): RouteTopics {
  const event = drillEvent(plan, place, session);
  const routes = plan.hub.rules.flatMap(({ pattern, route }) =>
    pattern && matchesPattern(pattern, { ...event }) ? [route] : [],
  );
  return topicsOf(plan, routes);
}
