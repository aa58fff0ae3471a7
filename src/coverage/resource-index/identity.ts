import { parseArn } from "../../aws";
import { blocked } from "../finding";
import type { Resource } from "../inventory";
import { busName, functionName, resourceTypes, type Key } from "../resource-types";
import { accountOf, optionalText, placeOf, text } from "./attributes";

function placeKey(resource: Resource): string {
  if (resourceTypes.get(resource.type)?.isGlobal) return accountOf(resource);
  const { account, region } = placeOf(resource);
  return `${account}/${region}`;
}

/** EventBridge looks for a bus in the region that it is asked in, whatever the ARN says. */
function requireRegionOf(resource: Resource, region: string | undefined): void {
  const { region: own } = resource;
  if (region === undefined || typeof own !== "string" || own === region) return;
  blocked("different-place", resource, `it is in ${own}, its event bus in ${region}`);
}

function busKey(resource: Resource): string {
  const bus = optionalText(resource, "event_bus_name");
  const arn = bus === undefined ? undefined : parseArn(bus);
  requireRegionOf(resource, arn?.region);
  return `${arn ? `${arn.account}/${arn.region}` : placeKey(resource)}/${busName(bus)}`;
}

function part(resource: Resource, name: string): string {
  switch (name) {
    case "place":
      return placeKey(resource);
    case "bus":
      return busKey(resource);
    case "function":
      return `${placeKey(resource)}/${functionName(text(resource, "function_name"))}`;
    default:
      return text(resource, name);
  }
}

/**
 * What a key of the registry is for a resource.
 * @throws BlockedError where the place of the resource, or an attribute that the key names, is not known
 */
export function keyOf(resource: Resource, key: Key): string {
  // The ARN of an event bus has a place of its own.
  if (!key.startsWith("{bus}")) placeKey(resource);
  return key.replace(/\{(\w+)\}/gu, (_, name: string) => part(resource, name));
}

/**
 * What a resource is on AWS: its type, and what AWS has only once. Undefined for a type of which AWS
 * has any number.
 * @throws BlockedError where its place, or an attribute that tells it from others, is not known
 */
export function identityOf(resource: Resource): string | undefined {
  const unique = resourceTypes.get(resource.type)?.unique;
  return unique && `${resource.type} ${keyOf(resource, unique)}`;
}
