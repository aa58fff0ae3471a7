import type { RoutePlan } from "../plan";
import { traitsOf } from "../plan/channels";
import type { Flood } from "./backtest-result";

/** Messages a second at which SNS suspends a subscription of mail. @see https://docs.aws.amazon.com/general/latest/gr/sns.html */
export const suspendingPerSecond = 10;

/** Messages of a topic by second, and when they were too many. */
export class Floods {
  readonly #byTopic = new Map<string, { route: RoutePlan; seconds: Map<number, number> }>();

  /** Counts a message. @param time - milliseconds since 1970 */
  add(route: RoutePlan, time: number): void {
    // What is subscribed to a topic that is there already may be a mailbox.
    const canSilence = (each: RoutePlan["channels"][number]) =>
      traitsOf(each).isFloodable || each.type === "topic";
    if (!route.channels.some(canSilence)) return;
    const { arn } = route.topic;
    const topic = this.#byTopic.get(arn) ?? { route, seconds: new Map<number, number>() };
    this.#byTopic.set(arn, topic);
    const second = Math.floor(time / 1000);
    topic.seconds.set(second, (topic.seconds.get(second) ?? 0) + 1);
  }

  /** Topics that were offered too much. @param perMinute - messages of a minute that are not too many yet */
  found(perMinute: number): readonly Flood[] {
    return [...this.#byTopic].flatMap(([topicArn, { route, seconds }]) => {
      const minutes = new Map<number, number>();
      for (const [second, messages] of seconds) {
        const minute = Math.floor(second / 60);
        minutes.set(minute, (minutes.get(minute) ?? 0) + messages);
      }
      const [inSecond, inMinute] = [
        over(seconds, suspendingPerSecond - 1),
        over(minutes, perMinute),
      ];
      if (inSecond + inMinute === 0) return [];
      return [
        {
          route: route.title,
          topicArn,
          seconds: inSecond,
          worstSecond: worst(seconds, 1000),
          minutes: inMinute,
          worstMinute: worst(minutes, 60_000),
        },
      ];
    });
  }
}

function over(counts: ReadonlyMap<number, number>, limit: number): number {
  let found = 0;
  for (const count of counts.values()) if (count > limit) found += 1;
  return found;
}

/** The most, and the first time of it. @param unit - milliseconds of a key */
function worst(counts: ReadonlyMap<number, number>, unit: number) {
  let [at, messages] = [0, 0];
  for (const [key, count] of counts) {
    if (count > messages || (count === messages && key < at)) [at, messages] = [key, count];
  }
  return { time: new Date(at * unit).toISOString().replace(".000Z", "Z"), messages };
}
