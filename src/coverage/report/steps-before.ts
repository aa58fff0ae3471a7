import type { Finding, Hop } from "../finding";
import type { TraceResult } from "../trace-result";

/** Says of each blocker, asked in their order, the steps before it that no delivery and no earlier blocker has shown. */
export function stepsBefore({
  deliveries,
  blockedPaths = [],
}: TraceResult): (blocker: Finding) => readonly Hop[] {
  const shown = new Set(deliveries.flatMap(({ hops }) => hops.map((hop) => JSON.stringify(hop))));
  return (blocker) => {
    const { hops = [] } = blockedPaths.find((path) => path.blocker === blocker) ?? {};
    return hops.filter((hop) => {
      const text = JSON.stringify(hop);
      const isNew = !shown.has(text);
      shown.add(text);
      return isNew;
    });
  };
}
