import type { Hop, ResourceAddress, Stop } from "./trace-result";

/** A station of an event that it passed, or where its way ends, or where something is wrong. */
export function stationAt(
  name: string,
  resource: ResourceAddress | undefined,
  reason: string,
): Hop & Stop {
  if (resource === undefined) return { name, reason };
  const { stack, address } = resource;
  return { name, resource: { stack, address }, reason };
}
