import { topicArn, type Place } from "../aws";
import type { SubscribedChannel } from "./channels";

/** A topic of Amazon SNS that is created with its subscriptions, or one that exists already. */
export type TopicPlan =
  | {
      readonly type: "created";
      /** At most 256 characters; its key has the alias of that name. */
      readonly name: string;
      readonly arn: string;
      readonly subscribed: readonly SubscribedChannel[];
    }
  | { readonly type: "existing"; readonly arn: string };

/** Name of a topic; the default route has no part of its own. */
export function topicName(namePrefix: string, part?: string): string {
  return [namePrefix, ...(part === undefined ? [] : [part])].join("-");
}

/** Part of the names of what notifies a route's mailboxes of what anybody can cause. */
export function openPart(route: string | undefined): string {
  return [...(route === undefined ? [] : [route]), "open"].join("-");
}

/** The topic of that ARN if there is one, or a new one. */
export function resolveTopic(
  place: Place,
  name: string,
  existing: string | undefined,
  subscribed: readonly SubscribedChannel[],
): TopicPlan {
  return existing === undefined
    ? { type: "created", name, arn: topicArn(place, name), subscribed }
    : { type: "existing", arn: existing };
}
