import { blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import {
  organizationsIn,
  shownAddress,
  statedOrganizations,
  type AttachedPolicy,
  type ResourceIndex,
} from "../resource-index";
import { onThePath, policiesOnPath } from "./on-the-path";

interface Stated {
  readonly id: string;
  readonly by: Resource;
}

/** The organizations that policies of topics, queues and roles of the path are for. */
function statedOnPath(index: ResourceIndex): readonly Stated[] {
  return onThePath(index).flatMap(({ resource }) => {
    let policies: readonly AttachedPolicy[] = [];
    // What cannot be read stops the event.
    blockersOf(() => (policies = policiesOnPath(index, resource)));
    return policies.flatMap(({ json, resource: by }) =>
      organizationsIn(json).map((id) => ({ id, by })),
    );
  });
}

/** Policies that are for different organizations. */
export function organizationFindings(index: ResourceIndex, expected?: string): readonly Finding[] {
  const stated = [...statedOrganizations(index), ...statedOnPath(index)];
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
