import type { Stop } from "./trace-result";

/** Each thing that is wrong once, in the order in which it was found. */
export function distinctStops(stops: readonly Stop[]): readonly Stop[] {
  const seen = new Map<string, Stop>();
  for (const stop of stops) {
    const { name, resource, reason } = stop;
    const key = JSON.stringify([name, resource?.stack, resource?.address, reason]);
    if (!seen.has(key)) seen.set(key, stop);
  }
  return [...seen.values()];
}
