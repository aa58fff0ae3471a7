import { finding, type Finding } from "../finding";
import { shownAddress, statedOrganizations, type ResourceIndex } from "../resource-index";

/** Policies that are for different organizations. */
export function organizationFindings(index: ResourceIndex, expected?: string): readonly Finding[] {
  const stated = statedOrganizations(index);
  const [first] = stated;
  if (first === undefined) return [];
  const wanted = expected ?? first.id;
  const by = expected === undefined ? shownAddress(first.by) : "the configuration";
  return stated
    .filter(({ id }) => id !== wanted)
    .map((other) =>
      finding("organization-differs", other.by, `${other.id}, but ${by} says ${wanted}`),
    );
}
