import type { Delivery } from "../trace-result";
import { groupBy } from "./groups";

/** One message as its readers see it, and each way in which it reaches them. */
export interface Message {
  readonly subject?: string;
  readonly text: string;
  readonly deliveries: readonly [Delivery, ...Delivery[]];
}

/** A delivery for each form of its message: those who get JSON read another than those who get text. */
function byFormat(delivery: Delivery): readonly Delivery[] {
  const { json, ...rest } = delivery;
  if (json === undefined) return [delivery];
  const others = rest.recipients.filter((recipient) => !json.recipients.includes(recipient));
  return [...(others.length === 0 ? [] : [{ ...rest, recipients: others }]), { ...rest, ...json }];
}

/** Each message once, in the order of its first delivery: several routes send the same one. */
export function messagesOf(deliveries: readonly Delivery[]): readonly Message[] {
  const alike = groupBy(deliveries.flatMap(byFormat), ({ subject, text }) =>
    JSON.stringify([subject, text]),
  );
  return [...alike.values()].map((group) => {
    const [{ subject, text }] = group;
    return { ...(subject !== undefined && { subject }), text, deliveries: group };
  });
}

/** Everybody a message goes to, each once. */
export function recipientsOf({ deliveries }: Message): readonly string[] {
  return [...new Set(deliveries.flatMap(({ recipients }) => recipients))];
}
