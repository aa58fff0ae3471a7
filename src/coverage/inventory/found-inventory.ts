import { partitionOfRegion } from "../../aws/regions";
import type { Finding, ResourceAddress } from "../finding";
import { withComputed } from "./computed";
import type { Inventory, Resource } from "./inventory";
import type { OrganizationPolicies } from "./organization-policies";
import { unresolvedIn } from "./unresolved-values";
import type { ValueObject } from "./value";
import { withoutUnset } from "./without-unset";

/** A resource that AWS itself was asked for. */
export interface FoundResource {
  readonly account: string;
  /** Of a global resource the region in which it is asked for. */
  readonly region: string;
  /** As Terraform calls it, such as `aws_sns_topic`. */
  readonly type: string;
  /** What tells it from others of its type there; it is shown to people. */
  readonly name: string;
  /** As a state of Terraform holds them. What AWS did not say is unresolved. */
  readonly values: ValueObject;
}

/** What was found beside resources. */
export interface FoundFacts {
  /** Why the rules of an event bus are not known, by account, region and name joined by slashes. */
  readonly unread: ReadonlyMap<string, Finding>;
  /** What only AWS knows, such as an address that is not confirmed. */
  readonly findings: readonly Finding[];
  readonly organizationPolicies?: OrganizationPolicies;
}

/** How a found resource is named in reports: a place stands where a stack stands. */
export function foundAddress({
  account,
  region,
  type,
  name,
}: Omit<FoundResource, "values">): ResourceAddress {
  return { stack: `${account}/${region}`, address: `${type}.${name}` };
}

/**
 * The inventory of what was found in AWS. What is found twice, such as a key of two topics, is one.
 */
export function inventoryOfFound(
  found: readonly FoundResource[],
  { unread, findings, organizationPolicies }: FoundFacts,
): Inventory {
  const distinct = new Map(
    found.map((each) => {
      const { stack, address } = foundAddress(each);
      return [`${stack} ${address}`, each] as const;
    }),
  );
  const resources = [...distinct.values()].map((each): Resource => {
    const { account, region, type, values } = each;
    const { stack, address } = foundAddress(each);
    const place = { account, region, partition: partitionOfRegion(region) };
    const attributes = withComputed({ stack, address, type, place }, withoutUnset(type, values));
    // AWS says what a value is, not how it was written.
    return { stack, address, type, account, region, attributes, isStored: true };
  });
  return {
    stacks: [...new Set(resources.map(({ stack }) => stack))].sort(),
    resources,
    unresolved: resources.flatMap(unresolvedIn),
    problems: findings,
    unread,
    ...(organizationPolicies && { organizationPolicies }),
  };
}
