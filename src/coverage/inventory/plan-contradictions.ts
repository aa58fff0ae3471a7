import { isDeepStrictEqual } from "node:util";
import { isJsonObject, listIn, objectIn, type Json } from "../../json/value";
import { changesIn, objectsOf } from "./plan-objects";

/** What Terraform does to a resource, as a plan spells it. */
const actions: ReadonlySet<unknown> = new Set([
  "no-op",
  "create",
  "read",
  "update",
  "delete",
  "forget",
]);

/** As many are named in a message. */
const SHOWN = 3;

function together(texts: readonly string[]): string | undefined {
  if (texts.length === 0) return undefined;
  const more = texts.length > SHOWN ? ` and ${texts.length - SHOWN} more` : "";
  return `${texts.slice(0, SHOWN).join("; ")}${more}`;
}

/**
 * What has another shape in the JSON of a plan or state than Terraform writes; undefined where nothing has.
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export function misshapenIn(plan: Json): string | undefined {
  return together([
    ...["planned_values", "values"].flatMap((name) => {
      const { root_module: root } = objectIn(plan[name]);
      return root === undefined ? [] : moduleShapes(root, `${name}.root_module`);
    }),
    ...listShapes(plan, "resource_changes", ""),
    ...listShapes(plan, "checks", ""),
  ]);
}

/**
 * How a plan contradicts itself; undefined where it does not. Of each resource it holds the values after
 * the apply twice, in its planned values and in its changes, and Terraform writes both alike.
 */
export function contradictionsIn(plan: Json): string | undefined {
  return together([...failedChecks(plan), ...disagreements(plan)]);
}

function moduleShapes(module: unknown, path: string): readonly string[] {
  if (!isJsonObject(module)) return [`${path} is not an object`];
  return [
    ...listShapes(module, "resources", `${path}.`),
    ...listShapes(module, "child_modules", `${path}.`),
    ...listIn(module["child_modules"]).flatMap((child) =>
      isJsonObject(child) ? moduleShapes(child, `${path}.child_modules`) : [],
    ),
  ];
}

/** A list of objects, or nothing. */
function listShapes(holder: Json, name: string, path: string): readonly string[] {
  const value = holder[name];
  if (value === undefined || value === null) return [];
  const isList = Array.isArray(value) && value.every(isJsonObject);
  return isList ? [] : [`${path}${name} is not a list of objects`];
}

/** Terraform ends with an error where a condition of a resource, an output or a variable fails. */
function failedChecks(plan: Json): readonly string[] {
  return listIn(plan["checks"])
    .map(objectIn)
    .filter(({ address, status }) => {
      const isOfBlock = objectIn(address)["kind"] === "check";
      return !isOfBlock && (status === "fail" || status === "error");
    })
    .map(({ address }) => `${String(objectIn(address)["to_display"])} fails its condition`);
}

function disagreements(plan: Json): readonly string[] {
  const planned = new Map(
    managed(objectsOf(objectIn(objectIn(plan["planned_values"])["root_module"]))).map(
      (resource) => [resource["address"], resource] as const,
    ),
  );
  const changes = managed(changesIn(plan));
  if (changes.length === 0) return [];
  const unsaid = new Set(planned.keys());
  for (const { address } of changes) unsaid.delete(address);
  return [
    ...changes.flatMap((entry) => disagreement(entry, planned.get(entry["address"]))),
    ...[...unsaid].map(
      (address) => `${String(address)} is in planned_values, and not in resource_changes`,
    ),
  ];
}

/** What an entry of the changes and the planned values say differently of a resource. */
function disagreement(entry: Json, planned: Json | undefined): readonly string[] {
  const name = String(entry["address"]);
  const change = objectIn(entry["change"]);
  const done = listIn(change["actions"]);
  const other = done.find((action) => !actions.has(action));
  if (done.length === 0 || other !== undefined) {
    return [`${name} has an action that Terraform does not know`];
  }
  const isGone = !done.includes("create") && (done.includes("delete") || done.includes("forget"));
  if (isGone !== (planned === undefined)) {
    const [said, is] = isGone ? ["goes", "is"] : ["stays", "is not"];
    return [`${name} ${said} by resource_changes, and ${is} in planned_values`];
  }
  if (planned === undefined) return [];
  const { after, after_unknown: unknown } = change;
  if (isJsonObject(after) && !isDeepStrictEqual(after, planned["values"])) {
    return [`${name} has other values in resource_changes than in planned_values`];
  }
  return unknown === true ? [`${name} is not known at all, and has planned values`] : [];
}

function managed(resources: readonly Json[]): readonly Json[] {
  return resources.filter(({ mode }) => mode === "managed");
}
