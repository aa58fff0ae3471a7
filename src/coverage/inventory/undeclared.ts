import { listIn, objectIn, type Json } from "../../json/value";
import { schemaOf } from "../resource-types";
import { referencesIn, type Reference } from "./stack-references";
import { terraformFunctions } from "./terraform-functions";

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

/** Attributes of the type that Terraform has without a provider. */
const builtIn: ReadonlyMap<string, readonly string[]> = new Map([
  ["terraform_data", ["id", "input", "output", "triggers_replace"]],
]);

/** Why a reference is to nothing: a function, variable, instance or attribute that does not exist. */
export function undeclared(
  document: Json,
  address: string,
  reference: Reference,
): readonly string[] {
  const { root, steps } = reference;
  const [first] = steps;
  if (root.endsWith("()")) {
    return terraformFunctions.has(root.slice(0, -2)) ? [] : [`there is no function ${root}`];
  }
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
  if (root === "self") return ["self is of provisioners and connections alone"];
  if (root === "each" || root === "count") return instanceProblems(document, address, reference);
  return attributeProblems(document, reference);
}

function hasLocal(document: Json, name: string): boolean {
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
  const hasIndex = rest[0] === undefined;
  if (hasIndex !== isRepeated) {
    return isRepeated
      ? [`${address} has count or for_each: ${String(rest[0])} is of one of its instances`]
      : [`${address} has neither count nor for_each, so no index`];
  }
  const attribute = rest[hasIndex ? 1 : 0];
  return attribute === undefined || hasAttribute(root, attribute)
    ? []
    : [`${address} has no attribute ${attribute}`];
}

/** True also for a type that is not known. */
function hasAttribute(type: string, name: string): boolean {
  const schema = schemaOf(type);
  if (schema !== undefined) return schema.arguments.has(name) || schema.blocks.has(name);
  return builtIn.get(type)?.includes(name) ?? true;
}
