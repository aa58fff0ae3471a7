import type { Hop } from "../finding";
import type { Delivery } from "../trace-result";
import type { Message } from "./messages";

/** The steps that all deliveries of all messages begin with; none where there is one delivery. */
export function commonSteps(messages: readonly Message[]): readonly Hop[] {
  const [first, ...others]: readonly Delivery[] = messages.flatMap(({ deliveries }) => deliveries);
  if (first === undefined || others.length === 0) return [];
  const end = first.hops.findIndex((hop, i) =>
    others.some(({ hops }) => JSON.stringify(hops[i]) !== JSON.stringify(hop)),
  );
  return end === -1 ? first.hops : first.hops.slice(0, end);
}
