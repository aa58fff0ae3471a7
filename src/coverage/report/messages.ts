import type { Delivery } from "../trace-result";
import { groupBy } from "./groups";

/** One message as its readers see it, and each way in which it reaches them. */
export interface Message {
  readonly subject?: string;
  readonly text: string;
  readonly deliveries: readonly [Delivery, ...Delivery[]];
}

/** Each message once, in the order of its first delivery: several routes send the same one. */
export function messagesOf(deliveries: readonly Delivery[]): readonly Message[] {
  const alike = groupBy(deliveries, ({ subject, text }) => JSON.stringify([subject, text]));
  return [...alike.values()].map((group) => {
    const [{ subject, text }] = group;
    return { ...(subject !== undefined && { subject }), text, deliveries: group };
  });
}

/** Everybody a message goes to, each once. */
export function recipientsOf({ deliveries }: Message): readonly string[] {
  return [...new Set(deliveries.flatMap(({ recipients }) => recipients))];
}
