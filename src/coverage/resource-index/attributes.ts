import type { Place } from "../../aws";
import { blocked, type ResourceAddress } from "../finding";
import type { Resource } from "../inventory";
import {
  firstUnresolved,
  isBlank,
  isList,
  isObjectValue,
  type Value,
  type ValueObject,
} from "../inventory/value";
import { resourceTypes } from "../resource-types";

export { isBlank };

/** Stack and address in one text. */
export function shownAddress({ stack, address }: ResourceAddress): string {
  return `${stack} ${address}`;
}

function refuse(resource: Resource, name: string, why: string): never {
  return blocked("value-invalid", resource, `${name} ${why}`);
}

/** A value that must be known. */
export function known(resource: Resource, name: string, value: Value): Value {
  const lost = firstUnresolved(value);
  if (lost === undefined) return value;
  return blocked("value-unknown", resource, `${name}: ${lost.expression}: ${lost.reason}`);
}

/** A text; undefined where it is absent, empty or null. */
export function optionalText(
  resource: Resource,
  name: string,
  holder?: ValueObject,
): string | undefined {
  const value = (holder ?? resource.attributes)[name];
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "string") return value;
  known(resource, name, value);
  return refuse(resource, name, `is no text: ${JSON.stringify(value)}`);
}

/** A text that must be there. */
export function text(resource: Resource, name: string, holder?: ValueObject): string {
  return optionalText(resource, name, holder) ?? refuse(resource, name, "is missing");
}

/** True or false, which Terraform also takes as texts. */
export function flag(
  resource: Resource,
  name: string,
  otherwise: boolean,
  holder?: ValueObject,
): boolean {
  const value = known(resource, name, (holder ?? resource.attributes)[name]);
  if (value === undefined || value === null) return otherwise;
  if (value === true || value === "true") return true;
  if (value === false || value === "false") return false;
  return refuse(resource, name, `is neither true nor false: ${JSON.stringify(value)}`);
}

/** A number, which Terraform also takes as a text. */
export function number(resource: Resource, name: string, holder: ValueObject): number | undefined {
  const value = known(resource, name, holder[name]);
  if (value === undefined || value === null) return undefined;
  return Number(value);
}

/** The blocks of a name: a list, or one block without brackets. */
export function blocks(resource: Resource, name: string): readonly ValueObject[] {
  const value = resource.attributes[name];
  if (value === undefined || value === null) return [];
  if (!isList(value)) known(resource, name, isObjectValue(value) ? null : value);
  return (isList(value) ? value : [value]).map((block) =>
    isObjectValue(block) ? block : refuse(resource, name, "is no block"),
  );
}

/** The one block of a name, or undefined. */
export function block(resource: Resource, name: string): ValueObject | undefined {
  const [first, ...others] = blocks(resource, name);
  return others.length === 0 ? first : refuse(resource, name, "stands more than once");
}

/** Settings of a resource that are not analyzed and may change what it does. */
export function settingsNotAnalyzed({ type, attributes }: Resource): readonly string[] {
  const { settings = {} } = resourceTypes.get(type) ?? {};
  return Object.entries(settings)
    .filter(([name, harmless]) => {
      const value = attributes[name];
      // Terraform takes a number, true and false as texts, too.
      const isSame = (each: unknown): boolean =>
        typeof value === "string" ? String(each) === value : each === value;
      return !isBlank(value) && !harmless.some(isSame);
    })
    .map(([name]) => name);
}

/** Account of a resource: all that a service without regions, such as IAM, needs. */
export function accountOf(resource: Resource): string {
  const { account } = resource;
  if (typeof account === "string") return account;
  known(resource, "its account", account);
  return refuse(resource, "its account", "is not known");
}

type ResourcePlace = Pick<Place, "account" | "region">;

/** Whether two places are of one account and region. */
export function isSamePlace(one: ResourcePlace, other: ResourcePlace | undefined): boolean {
  return one.account === other?.account && one.region === other.region;
}

/** Account and region of a resource. */
export function placeOf(resource: Resource): ResourcePlace {
  const account = accountOf(resource);
  const { region } = resource;
  if (typeof region === "string") return { account, region };
  known(resource, "its region", region);
  return refuse(resource, "its region", "is not known");
}
