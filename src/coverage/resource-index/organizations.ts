import { blockersOf } from "../finding";
import type { Resource } from "../inventory";
import { optionalText } from "./attributes";
import type { ResourceIndex } from "./resource-index";

/** An organization, and the resource that says so. */
interface StatedOrganization {
  readonly id: string;
  readonly by: Resource;
}

/** The organizations that the buckets of trails and the policies of buses are for, trails first. */
export function statedOrganizations(index: ResourceIndex): readonly StatedOrganization[] {
  const stated = (type: string, form: RegExp): readonly StatedOrganization[] =>
    index.all(type).flatMap((by) => {
      let policy = "";
      // A policy that cannot be resolved states nothing; the hop that needs it stops.
      blockersOf(() => (policy = optionalText(by, "policy") ?? ""));
      return [...policy.matchAll(form)].map(([, id]) => ({ id: id ?? "", by }));
    });
  return index.once("organizations", () => [
    ...stated("aws_s3_bucket_policy", /AWSLogs\/(o-[a-z0-9]+)\//gu).filter(
      ({ by }, at, all) => all.findIndex((other) => other.by === by) === at,
    ),
    ...stated("aws_cloudwatch_event_bus_policy", /"(o-[a-z0-9]+)(?:\/[^"]*)?"/gu),
  ]);
}

/** The organization of the accounts, as far as the policies say. */
export function organizationOf(index: ResourceIndex): string | undefined {
  return statedOrganizations(index)[0]?.id;
}
