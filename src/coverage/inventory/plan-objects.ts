import { listIn, objectIn, type Json } from "../../json/value";

/**
 * The resources of a plan's or state's module, those of modules in it included. What is deposed is left out: a
 * new object stands in its place, and the next apply destroys it.
 * @see https://developer.hashicorp.com/terraform/internals/json-format#values-representation
 */
export function objectsOf(module: Json): readonly Json[] {
  return [
    ...listIn(module["resources"])
      .map(objectIn)
      .filter((resource) => resource["deposed_key"] === undefined),
    ...listIn(module["child_modules"]).flatMap((child) => objectsOf(objectIn(child))),
  ];
}

/** What a plan changes, or found changed, of resources that are not deposed. */
export function changesIn(
  plan: Json,
  list: "resource_changes" | "resource_drift" = "resource_changes",
): readonly Json[] {
  return listIn(plan[list])
    .map(objectIn)
    .filter(({ deposed }) => deposed === undefined);
}
