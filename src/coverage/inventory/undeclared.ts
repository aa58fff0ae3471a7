import { listIn, objectIn, type Json } from "../../json/value";
import { schemaOf } from "../resource-types";
import { builtInAttributes } from "./built-in-resources";
import { referencesIn, type Reference } from "./stack-references";
import { callProblems } from "./terraform-functions";

/** What stands for an instance, with the argument that makes it, and its parts. */
const instanceNames = {
  each: { by: "for_each", parts: ["key", "value"] },
  count: { by: "count", parts: ["index"] },
} as const;

/** What Terraform itself is asked for by a name. */
const ofTerraform: ReadonlyMap<string, readonly string[]> = new Map([
  ["path", ["module", "root", "cwd"]],
  ["terraform", ["workspace", "applying"]],
]);

/** What a reference may be to besides resources and data sources. */
const notResources: ReadonlySet<string> = new Set([
  ...["var", "local", "each", "count", "path", "terraform", "module", "self", "ephemeral"],
]);

/** Why a reference is to nothing: a function, variable, instance or attribute that does not exist. */
export function undeclared(
  document: Json,
  address: string,
  reference: Reference,
): readonly string[] {
  const { root, steps, call } = reference;
  const [first] = steps;
  if (call !== undefined) return [...callProblems(call), ...providerProblems(document, call.name)];
  if (isIncomplete(reference)) return [`${[root, ...steps].join(".")} must have a name behind it`];
  if (
    root === "var" &&
    first !== undefined &&
    !Object.hasOwn(objectIn(document["variable"]), first)
  ) {
    return [`there is no variable ${first}`];
  }
  if (root === "local" && first !== undefined && !hasLocal(document, first)) {
    return [`there is no local value ${first}`];
  }
  const parts = ofTerraform.get(root);
  if (parts !== undefined && first !== undefined && !parts.includes(first)) {
    return [`${root}.${first}: ${root} has ${parts.join(", ")} alone`];
  }
  if (root === "module" && document["module"] === undefined) {
    return [`there is no module ${String(first)}`];
  }
  if (root === "self") return selfProblems(address, first);
  if (root === "each" || root === "count") return instanceProblems(document, address, reference);
  return attributeProblems(document, reference);
}

/** `self` is the block that it stands in, which has the attributes of its type. */
function selfProblems(address: string, name: string | undefined): readonly string[] {
  const [type = ""] = address.split(".");
  if (type === "data" || name === undefined || name === "*") return [];
  return hasAttribute(type, name)
    ? []
    : [`${type} has no attribute ${name}, for which self is asked`];
}

/** Whether a reference ends, or has an index, where a name must be. */
function isIncomplete({ root, steps: [first, second] }: Reference): boolean {
  const isNone = (step: string | undefined): boolean => step === undefined || step === "*";
  return root !== "self" && (isNone(first) || (root === "data" && isNone(second)));
}

/** A function of a provider is known to a stack that requires the provider. */
function providerProblems(document: Json, call: string): readonly string[] {
  const [namespace, provider = ""] = call.split("::");
  if (namespace !== "provider") return [];
  const required = listIn(document["terraform"])
    .flatMap((settings) => listIn(objectIn(settings)["required_providers"]))
    .some((each) => Object.hasOwn(objectIn(each), provider));
  return required ? [] : [`${call}(): ${provider} is not in required_providers`];
}

/**
 * The address of a resource or data source that a reference names and the stack does not have; what Terraform
 * takes for one, in the spelling of its address.
 */
export function missingResource(document: Json, reference: Reference): string | undefined {
  const { root, steps, call } = reference;
  if (call !== undefined || notResources.has(root) || isIncomplete(reference)) return undefined;
  const isData = root === "data";
  const [type = "", name = ""] = isData ? steps : [root, ...steps];
  const address = [...(isData ? ["data"] : []), type, name].join(".");
  return bodyAt(document, address) === undefined && !isInCheck(document, type, name)
    ? address
    : undefined;
}

/** A data source may stand in a check. */
function isInCheck(document: Json, type = "", name = ""): boolean {
  return Object.values(objectIn(document["check"]))
    .flatMap((block) => listIn(block))
    .some((block) =>
      listIn(objectIn(block)["data"]).some((data) =>
        Object.hasOwn(objectIn(objectIn(data)[type]), name),
      ),
    );
}

export function hasLocal(document: Json, name: string): boolean {
  return listIn(document["locals"]).some((locals) => Object.hasOwn(objectIn(locals), name));
}

/** The block of a resource or data source; undefined for another address. */
function bodyAt(document: Json, address: string): Json | undefined {
  const [section, type = "", name = ""] = address.startsWith("data.")
    ? address.split(".")
    : ["resource", ...address.split(".")];
  const named = objectIn(objectIn(document[section ?? ""])[type]);
  return Object.hasOwn(named, name) ? objectIn(named[name]) : undefined;
}

function instanceProblems(
  document: Json,
  address: string,
  { root, steps: [part] }: Reference,
): readonly string[] {
  const { by, parts } = instanceNames[root === "each" ? "each" : "count"];
  if (part !== undefined && !parts.some((each) => each === part)) {
    return [`${root}.${part}: ${root} has ${parts.join(" and ")} alone`];
  }
  if (bodyAt(document, address)?.[by] === undefined) {
    return [`${root}.${String(part)} where there is no ${by}`];
  }
  const ofCollection = referencesIn(objectIn(bodyAt(document, address))[by]);
  return ofCollection.some((each) => each.root === root)
    ? [`${root} in ${by}, which makes it`]
    : [];
}

function attributeProblems(document: Json, { root, steps }: Reference): readonly string[] {
  const [name, ...rest] = steps;
  const body = bodyAt(document, `${root}.${String(name)}`);
  if (body === undefined || rest.length === 0) return [];
  const address = `${root}.${String(name)}`;
  const { for_each: each, count } = body;
  const isRepeated = each !== undefined || count !== undefined;
  const isOfAll = rest[0] === "*";
  // Terraform 0.11 wrote an index behind a point.
  const hasIndex = rest[0] === undefined || /^\d+$/u.test(rest[0]);
  if (!isOfAll && hasIndex !== isRepeated) {
    return isRepeated
      ? [`${address} has count or for_each: ${String(rest[0])} is of one of its instances`]
      : [`${address} has neither count nor for_each, so no index`];
  }
  const attribute = rest[hasIndex || isOfAll ? 1 : 0];
  if (isOfAll && each !== undefined) {
    return attribute !== undefined && isOfOtherKeys(objectIn(each), attribute)
      ? [`${address}[*].${attribute}: for_each makes a map, so it is values(${address})[*]`]
      : [];
  }
  return attribute === undefined || hasAttribute(root, attribute)
    ? []
    : [`${address} has no attribute ${attribute}`];
}

/** Whether a map has keys, and none of that name. */
function isOfOtherKeys(map: Json, name: string): boolean {
  const keys = Object.keys(map).filter((key) => key !== "//");
  return keys.length > 0 && keys.every((key) => key !== name && !key.includes("${"));
}

/** True also for a type that is not known. */
function hasAttribute(type: string, name: string): boolean {
  const schema = schemaOf(type);
  if (schema !== undefined) return schema.arguments.has(name) || schema.blocks.has(name);
  return builtInAttributes.get(type)?.includes(name) ?? true;
}
