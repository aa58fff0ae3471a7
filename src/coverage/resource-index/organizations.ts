import { jsonIn, listIn, objectIn, textIn } from "../../json/value";
import { blockersOf } from "../finding";
import type { Resource } from "../inventory";
import { optionalText } from "./attributes";
import type { ResourceIndex } from "./resource-index";

/** An organization, and the resource that says so. */
interface StatedOrganization {
  readonly id: string;
  readonly by: Resource;
}

const ORGANIZATION = /^(o-[a-z0-9]{10,32})(?:\/.*)?$/u;

/**
 * The organizations that a policy is for: whom it allows, and whom it denies nothing. One that it denies,
 * or leaves out, is somebody else.
 */
export function organizationsIn(policy: string): readonly string[] {
  const statements = listIn(objectIn(jsonIn(policy))["Statement"]).map(objectIn);
  return statements.flatMap(({ Effect: effect, Condition: conditions }) =>
    Object.entries(objectIn(conditions))
      .filter(([operator]) => /Not/u.test(operator) === (effect === "Deny"))
      .flatMap(([, keys]) => Object.values(objectIn(keys)).flatMap(listIn))
      .flatMap((value) => ORGANIZATION.exec(textIn(value) ?? "")?.[1] ?? []),
  );
}

/** The organizations that the buckets of trails and the policies of buses are for, trails first. */
export function statedOrganizations(index: ResourceIndex): readonly StatedOrganization[] {
  const stated = (
    type: string,
    idsIn: (policy: string) => readonly string[],
  ): readonly StatedOrganization[] =>
    index.all(type).flatMap((by) => {
      let policy = "";
      // A policy that cannot be resolved states nothing; the hop that needs it stops.
      blockersOf(() => (policy = optionalText(by, "policy") ?? ""));
      return idsIn(policy).map((id) => ({ id, by }));
    });
  const written = (policy: string): readonly string[] =>
    [...policy.matchAll(/AWSLogs\/(o-[a-z0-9]+)\//gu)].map(([, id = ""]) => id);
  return index.once("organizations", () => [
    ...stated("aws_s3_bucket_policy", written).filter(
      ({ by }, at, all) => all.findIndex((other) => other.by === by) === at,
    ),
    ...stated("aws_cloudwatch_event_bus_policy", organizationsIn),
  ]);
}

/** The organization of the accounts, as far as the policies say. */
export function organizationOf(index: ResourceIndex): string | undefined {
  return statedOrganizations(index)[0]?.id;
}
