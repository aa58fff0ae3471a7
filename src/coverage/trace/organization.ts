import { blockersOf } from "../finding";
import type { Resource } from "../inventory";
import { optionalText, type ResourceIndex } from "../resource-index";
import { organizationIn } from "./trail-permissions";

/** An organization, and the resource that says so. */
export interface StatedOrganization {
  readonly id: string;
  readonly by: Resource;
}

function stated(
  index: ResourceIndex,
  type: string,
  read: (policy: string) => readonly string[],
): readonly StatedOrganization[] {
  return index.all(type).flatMap((by) => {
    let policy: string | undefined;
    // A policy that cannot be resolved states nothing; the hop that needs it stops.
    blockersOf(() => (policy = optionalText(by, "policy")));
    return read(policy ?? "").map((id) => ({ id, by }));
  });
}

/** The organizations that the buckets of trails and the policies of buses are for, trails first. */
export function statedOrganizations(index: ResourceIndex): readonly StatedOrganization[] {
  return index.once("organizations", () => [
    ...stated(index, "aws_s3_bucket_policy", (policy) => {
      const id = organizationIn(policy);
      return id === undefined ? [] : [id];
    }),
    ...stated(index, "aws_cloudwatch_event_bus_policy", (policy) =>
      [...policy.matchAll(/"(o-[a-z0-9]+)"/gu)].map(([, id]) => id ?? ""),
    ),
  ]);
}
