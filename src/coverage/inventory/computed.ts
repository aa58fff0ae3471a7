import { resourceTypes } from "../resource-types";
import type { ProviderPlace } from "./providers";
import { isUnresolved, unresolved, type Value, type ValueObject } from "./value";

/** What a resource's own computed attributes depend on. */
export interface WrittenResource {
  readonly stack: string;
  readonly address: string;
  readonly type: string;
  readonly place: ProviderPlace;
  /** An argument as it is written. */
  readonly argument: (name: string) => Value;
}

/** Names of the attributes that {@link computedValue} gives for a type. */
export function computedNames(type: string): readonly string[] {
  return Object.keys(resourceTypes.get(type)?.computed ?? {});
}

/** The attributes of a resource as they are written, with what AWS gives where they do not say it. */
export function withComputed(
  resource: Omit<WrittenResource, "argument">,
  written: ValueObject,
): ValueObject {
  const argument = (name: string): Value => written[name] ?? undefined;
  const computed = computedNames(resource.type)
    .filter((name) => isUnresolved(written[name]) || (written[name] ?? null) === null)
    .map((name) => [name, computedValue({ ...resource, argument }, name)] as const);
  return { ...written, ...Object.fromEntries(computed) };
}

/** What AWS gives: an ARN, an id, an address. Undefined where it is not known. */
export function computedValue(resource: WrittenResource, attribute: string): Value {
  const { stack, address, type } = resource;
  const known = resourceTypes.get(type);
  const compute = known?.computed?.[attribute];
  if (compute === undefined) return undefined;
  const { account, region, partition } = resource.place;
  if (isUnresolved(account)) return account;
  if (isUnresolved(region)) return region;
  if (isUnresolved(partition)) return partition;
  const written = (argument: string): string | undefined => {
    const value = resource.argument(argument);
    return typeof value === "string" ? value : undefined;
  };
  const { name: nameArgument = "name" } = known ?? {};
  let name = "";
  if (nameArgument !== null) {
    const value = resource.argument(nameArgument);
    if (isUnresolved(value)) return value;
    if (typeof value !== "string" || value === "") {
      return unresolved(`${address}.${attribute}`, "AWS or Terraform makes up its name");
    }
    name = value;
  }
  const place = { account, region, partition };
  return compute({ place, name, id: `key-of-${stack}/${address}`, argument: written });
}
