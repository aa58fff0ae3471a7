import type { Place } from "../../../aws";
import { isOrganizationalUnitId } from "../../../aws/organizations";
import {
  argumentLimits,
  resourceTypes,
  serviceLimits,
  type TemplateForm,
  type TemplateProperty,
} from "../../resource-types";
import { withComputed } from "../computed";
import type { Resource } from "../inventory";
import { limitProblems } from "../limit-problems";
import type { Value, ValueObject } from "../value";
import { isPlainList, type PlainJson } from "./plain-json";
import type { Template, TemplateResource } from "./read-template";
import { forAll, refuseTemplate, TemplateError } from "./template-error";
import type { GivenParameters } from "./template-parameters";
import { TemplateScope } from "./template-scope";

/** Where a template is deployed, and by which stack set. */
export interface TemplateOrigin {
  readonly place: Required<Place>;
  /** Name of the Terraform stack. */
  readonly stack: string;
  /** Begins the address of each resource, such as `aws_cloudformation_stack_set.x["ou-…"] us-east-1`. */
  readonly address: string;
  /** Values that the stack set gives to parameters. @default - none */
  readonly parameters?: GivenParameters;
}

/** A resource as Terraform would have it, before what AWS gives is added. */
interface Made {
  readonly type: string;
  /** Logical id, followed by which part of the template's resource it is, such as `Targets.0`. */
  readonly id: string;
  /** Named as Terraform names them. */
  readonly attributes: ValueObject;
}

/** As long as each id of an account. */
const anyAccount = "000000000000";

type Properties = Readonly<Record<string, PlainJson>>;

/**
 * What a template creates in one account and region, as if Terraform had created it there.
 * @throws TemplateError that names all that is not analyzed: CloudFormation creates all or nothing
 */
export function translated(template: Template, origin: TemplateOrigin): readonly Resource[] {
  const scope = new TemplateScope(template, origin.place, origin.parameters);
  const resources = forAll([...template.resources.values()], (resource) =>
    scope.isMade(resource) ? made(resource, scope) : [],
  ).flat();
  scope.checkOutputs();
  const placed = resources.map((resource) => placedAt(resource, origin));
  const refused = [
    ...missingOwners(resources, placed),
    ...resources.flatMap((resource) => beyondLimits(resource, origin.place)),
  ];
  if (refused.length > 0) throw new TemplateError(refused);
  return placed;
}

function made(
  { id, type, form, properties }: TemplateResource,
  scope: TemplateScope,
): readonly Made[] {
  const path = `Resources.${id}.Properties`;
  return resourcesOf(type, form, propertiesIn(scope.resolved(properties, path), path), {}, id);
}

/** The resource that properties are of, and those that are parts of it. */
function resourcesOf(
  type: string,
  form: TemplateForm,
  properties: Properties,
  inherited: ValueObject,
  id: string,
  path = `Resources.${id}.Properties`,
): readonly Made[] {
  const missing = (form.required ?? []).filter((name) => properties[name] === undefined);
  if (missing.length > 0) {
    throw new TemplateError(missing.map((name) => `${path}.${name}: it is missing`));
  }
  const attributes = { ...inherited, ...argumentsOf(form.properties, properties, path) };
  const [each] = entriesOf("each", form, properties, path);
  const own =
    each === undefined
      ? [{ type, id, attributes }]
      : each.entries.map((entry, index) => ({
          type,
          id: `${id}.${each.name}.${index}`,
          attributes: {
            ...attributes,
            [each.to]: argument(["text", each.to], entry, `${path}.${each.name}.${index}`),
          },
        }));
  const parts = entriesOf("parts", form, properties, path).flatMap(({ name, to, entries }) =>
    entries.flatMap((entry, index) => {
      const part = resourceTypes.get(to)?.template;
      const at = `${path}.${name}.${index}`;
      if (part === undefined) return refuseTemplate(at, "it is not analyzed");
      const shared = (part.shares ?? []).filter((argument) => attributes[argument] !== undefined);
      const owner = {
        ...(part.owner !== undefined && { [part.owner]: attributes["name"] }),
        ...Object.fromEntries(shared.map((argument) => [argument, attributes[argument]])),
      };
      return resourcesOf(to, part, propertiesIn(entry, at), owner, `${id}.${name}.${index}`, at);
    }),
  );
  return [...own, ...parts];
}

/** The properties of a kind that holds a list. */
function entriesOf(
  kind: "each" | "parts",
  form: TemplateForm,
  properties: Properties,
  path: string,
): readonly {
  readonly name: string;
  readonly to: string;
  readonly entries: readonly PlainJson[];
}[] {
  return Object.entries(form.properties).flatMap(([name, [found, to]]) => {
    const entries = properties[name];
    if (found !== kind || entries === undefined) return [];
    if (!isPlainList(entries)) return refuseTemplate(`${path}.${name}`, "it must be a list");
    return [{ name, to, entries }];
  });
}

function argumentsOf(
  known: TemplateForm["properties"],
  properties: Properties,
  path: string,
): ValueObject {
  const values = forAll(Object.entries(properties), ([name, value]) => {
    const at = `${path}.${name}`;
    const property = Object.hasOwn(known, name) ? known[name] : undefined;
    if (property === undefined) throw new TemplateError([`${at} is not analyzed`]);
    return property[0] === "each" || property[0] === "parts"
      ? []
      : [[property[1], argument(property, value, at)] as const];
  });
  return Object.fromEntries(values.flat());
}

function argument(property: TemplateProperty, value: PlainJson, path: string): Value {
  const [kind] = property;
  if (kind === "block") return argumentsOf(property[2], propertiesIn(value, path), path);
  if (kind === "document") return JSON.stringify(propertiesIn(value, path));
  if (kind === "tags") return tagsIn(value, path);
  const found = primitiveIn(kind === "each" ? "text" : kind, value);
  return found === undefined || found === "" ? refuseTemplate(path, `it must be a ${kind}`) : found;
}

/** CloudFormation makes numbers and booleans of texts, and the other way. */
function primitiveIn(kind: string, value: PlainJson): string | number | boolean | undefined {
  if (typeof value === "object") return undefined;
  const text = String(value);
  if (kind === "number") return /^-?\d+$/u.test(text) ? Number(text) : undefined;
  if (kind === "boolean") return text === "true" || (text === "false" ? false : undefined);
  return text;
}

/** CloudFormation lists tags, Terraform has a map of them. */
function tagsIn(value: PlainJson, path: string): ValueObject {
  if (!isPlainList(value)) return refuseTemplate(path, "it must be a list");
  const tags = value.map((tag, index) => {
    const { Key: key, Value: text, ...others } = propertiesIn(tag, `${path}.${index}`);
    return typeof key === "string" && typeof text === "string" && Object.keys(others).length === 0
      ? ([key, text] as const)
      : refuseTemplate(`${path}.${index}`, "it must have a Key and a Value, both texts");
  });
  return Object.fromEntries(tags);
}

function propertiesIn(value: PlainJson, path: string): Properties {
  return typeof value === "object" && !isPlainList(value)
    ? value
    : refuseTemplate(path, "it must be an object");
}

function placedAt({ type, id, attributes }: Made, origin: TemplateOrigin): Resource {
  const { stack, place } = origin;
  const address = `${origin.address} ${id}`;
  const { account, region } = place;
  const own = withComputed({ stack, address, type, place }, attributes);
  return { stack, address, type, account, region, attributes: own };
}

/** AWS holds what CloudFormation creates to the limits that the provider tests before. */
function beyondLimits(
  { type, id, attributes }: Made,
  { account }: TemplateOrigin["place"],
): readonly string[] {
  // A unit stands for its accounts, whose ids are in ARNs.
  const inAccount = isOrganizationalUnitId(account)
    ? (JSON.parse(JSON.stringify(attributes).replaceAll(account, anyAccount)) as typeof attributes)
    : attributes;
  return [argumentLimits, serviceLimits]
    .flatMap((limits) => limitProblems(limits[type] ?? {}, inAccount))
    .map((problem) => `Resources.${id}: ${problem}`);
}

/** CloudFormation undoes the whole stack where a policy is for a queue that does not exist. */
function missingOwners(made: readonly Made[], placed: readonly Resource[]): readonly string[] {
  return made.flatMap(({ type, id, attributes }) => {
    const needs = resourceTypes.get(type)?.template?.needs;
    if (needs === undefined) return [];
    const wanted = attributes[needs.argument];
    const isMade = placed.some(
      (other) => other.type === needs.type && other.attributes[needs.attribute] === wanted,
    );
    return isMade
      ? []
      : [`Resources.${id}: it is for a queue that the template does not create here`];
  });
}
