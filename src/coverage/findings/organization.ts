import { shownAddress, type Network } from "../network";
import { stationAt } from "../station";
import { statedOrganizations } from "../trace";
import type { Stop } from "../trace-result";

/** Policies that are for different organizations. */
export function organizationFindings(network: Network, expected?: string): readonly Stop[] {
  const stated = statedOrganizations(network);
  const [first] = stated;
  if (first === undefined) return [];
  const wanted = expected ?? first.id;
  const by = expected === undefined ? shownAddress(first.by) : "the configuration";
  return stated
    .filter(({ id }) => id !== wanted)
    .map((other) =>
      stationAt(
        "organization",
        other.by,
        `it is for the organization ${other.id}, but ${by} says ${wanted}`,
      ),
    );
}
