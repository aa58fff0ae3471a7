import { finding, type Finding } from "../finding";
import { limitProblems } from "../inventory/limit-problems";
import { serviceLimits } from "../resource-types";
import type { ResourceIndex } from "../resource-index";

/** Arguments that AWS refuses when they are applied, though a plan shows nothing of it. */
export function serviceLimitFindings(index: ResourceIndex): readonly Finding[] {
  return Object.entries(serviceLimits).flatMap(([type, limits]) =>
    index
      .all(type)
      .flatMap((resource) =>
        limitProblems(limits, resource.attributes).map((problem) =>
          finding("value-invalid", resource, problem),
        ),
      ),
  );
}
