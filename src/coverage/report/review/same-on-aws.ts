import { blockersOf } from "../../finding";
import { statePlaceOf, type Inventory, type Resource } from "../../inventory";
import { firstUnresolved } from "../../inventory/value";
import { isBlank } from "../../resource-index";
import { identityOf } from "../../resource-index/identity";
import { ownName, resourceTypes } from "../../resource-types";

/** A resource, and what it is on AWS wherever the Terraform says so. */
export interface PlacedResource {
  readonly resource: Resource;
  readonly name?: string;
  /** Account and region, such as `222222222222 eu-central-1`; the account alone of what is in no region. */
  readonly place: string;
  /** Type, place, and what AWS has only once. @default - AWS has any number of it, or its id is not known */
  readonly identity?: string;
  /** Whatever makes it another resource on AWS when it changes. */
  readonly essence: string;
  /** Key of the state that holds it. */
  readonly state: string;
}

/** Stands for ids that AWS gives: the check makes them of the address, which is not what they are. */
const givenId = /key-of-[^\s/]+\/[^\s/]+/gu;

/**
 * The resources of a version, in their order, with what they are on AWS. A plan or state does not say where the
 * state is kept: compared with one, a stack has the state that is called like it.
 * @param other - the version that it is compared with
 */
export function placedResources(
  { resources, documents = [] }: Inventory,
  other: Pick<Inventory, "documents">,
): readonly PlacedResource[] {
  const places = other.documents === undefined ? [] : documents;
  const states = new Map(places.map((each) => [each.name, statePlaceOf(each).key]));
  return resources.map((resource) => placed(resource, states.get(resource.stack)));
}

function placed(resource: Resource, state = `stack ${resource.stack}`): PlacedResource {
  const { type, attributes } = resource;
  const name = ownName(type, attributes);
  const place = placeText(resource);
  const unique = uniqueText(resource);
  const replacing = (resourceTypes.get(type)?.replacedBy ?? []).map((argument) => {
    const value = attributes[argument];
    const lost = firstUnresolved(value);
    if (lost !== undefined) return lost.keptIn ?? null;
    // What is not set is false or empty, and a text may stand for it.
    return isBlank(value) || value === false || value === "false" ? null : value;
  });
  const identity =
    unique ?? (name === undefined ? undefined : JSON.stringify([type, place, name, ...replacing]));
  const isTold = identity !== undefined && !/key-of-/u.test(identity);
  const essence = JSON.stringify([type, place, identity, ...replacing]);
  return {
    resource,
    ...(name !== undefined && { name }),
    place,
    ...(isTold && { identity: `${place} ${identity}` }),
    essence: essence.replace(givenId, "given"),
    state,
  };
}

function uniqueText(resource: Resource): string | undefined {
  let found: string | undefined;
  blockersOf(() => (found = identityOf(resource)));
  return found;
}

function placeText({ type, account, region }: Resource): string {
  const { isGlobal = false, isKeptInRegion = false } = resourceTypes.get(type) ?? {};
  const where = typeof account === "string" ? account : "an account that is not known";
  if (isGlobal && !isKeptInRegion) return where;
  return `${where} ${typeof region === "string" ? region : "in a region that is not known"}`;
}
