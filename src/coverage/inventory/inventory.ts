import type { Json } from "../../json/value";
import type { Finding, ResourceAddress } from "../finding";
import { resourceTypes } from "../resource-types";
import type { Drift } from "./drift";
import type { OrganizationPolicies } from "./organization-policies";
import type { Unresolved, ValueObject } from "./value";

/** A resource as AWS would have it after the apply. */
export interface Resource extends ResourceAddress {
  /** Address that a `moved` block takes it from. @default - none does */
  readonly formerAddress?: string;
  /** What decides how many there are. @default - it is known */
  readonly unknownNumber?: Unresolved;
  /** True where it was read from a state, which does not say how a value was written. @default false */
  readonly isStored?: true;
  /** Such as `aws_sns_topic`. */
  readonly type: string;
  /** Account of its provider. */
  readonly account: string | Unresolved;
  /** Its own region or that of its provider; a global resource has the provider's. */
  readonly region: string | Unresolved;
  /** References resolved; what AWS would give, such as `arn`, included. */
  readonly attributes: ValueObject;
}

/** The Terraform of one stack, in JSON syntax. */
export interface StackDocument {
  readonly name: string;
  /** What its files hold, as parsed JSON. */
  readonly document: Json;
  /** Folder that holds its files. @default - it was not read from a folder */
  readonly folder?: string;
  /** Its file, or its first one, from the folder that was read, with slashes. @default - as `folder` */
  readonly file?: string;
}

/** The key of a file that a stack names. */
export function fileKey(stack: string, path: string): string {
  return `${stack}/${path}`;
}

/** A file, or why it could not be read. */
export type PackageFile = Uint8Array | { readonly unreadable: string };

/** An attribute whose value is not known. */
export interface UnresolvedAttribute extends ResourceAddress {
  /** Path in the resource, such as `input_transformer.input_paths.user`. */
  readonly attribute: string;
  readonly value: Unresolved;
}

/** What some generated Terraform makes. */
export interface Inventory {
  /** Names of the stacks, sorted. */
  readonly stacks: readonly string[];
  readonly resources: readonly Resource[];
  /** Every attribute that could not be resolved. */
  readonly unresolved: readonly UnresolvedAttribute[];
  /** What Terraform would refuse, such as a reference to nothing. */
  readonly problems: readonly Finding[];
  /** Why the rules of an event bus are not known, by its account, region and name joined by slashes. @default none */
  readonly unread?: ReadonlyMap<string, Finding>;
  /** What policies of the organization limit. @default - not known, so they are taken to limit nothing */
  readonly organizationPolicies?: OrganizationPolicies;
  /** What was changed outside of Terraform, where a plan says so. @default - not known */
  readonly drift?: readonly Drift[];
  /** File of each stack, from the folder that was read, with slashes. @default - not read from files */
  readonly stackFiles?: ReadonlyMap<string, string>;
  /** What the stacks were read from. @default - a plan or state */
  readonly documents?: readonly StackDocument[];
  /** Files that functions are made of, by stack and path. @default - not read */
  readonly files?: ReadonlyMap<string, PackageFile>;
}

/** Inventories as one, such as those of the plans of several stacks. */
export function joinInventories(inventories: readonly Inventory[]): Inventory {
  return {
    stacks: [...new Set(inventories.flatMap(({ stacks }) => stacks))].sort(),
    resources: inventories.flatMap(({ resources }) => resources),
    unresolved: inventories.flatMap((inventory) => inventory.unresolved),
    problems: inventories.flatMap(({ problems }) => problems),
    drift: inventories.flatMap(({ drift = [] }) => drift),
    files: new Map(inventories.flatMap(({ files }) => [...(files ?? [])])),
  };
}

/** True where there is an event bus, an event rule or a trail: without any it is not this package's. */
export function isOfThisPackage({ resources }: Inventory): boolean {
  return resources.some(({ type }) => resourceTypes.get(type)?.isMark);
}
