import { objectIn, type Json } from "../../json/value";
import { argumentNames, unknownIn } from "./block-arguments";

/** Attributes of the types that Terraform has without a provider. */
export const builtInAttributes: ReadonlyMap<string, readonly string[]> = new Map([
  ["terraform_data", ["id", "input", "output", "triggers_replace"]],
]);

const known = argumentNames(
  "input triggers_replace count for_each provider depends_on lifecycle provisioner connection",
);

/**
 * Arguments that Terraform's own type of resource has not, by address.
 * @see https://developer.hashicorp.com/terraform/language/resources/terraform-data
 */
export function builtInProblems(document: Json): readonly (readonly [string, string])[] {
  const resources = objectIn(objectIn(document["resource"])["terraform_data"]);
  return Object.entries(resources).flatMap(([name, body]) =>
    unknownIn(objectIn(body), known).map((each) => [`terraform_data.${name}`, each] as const),
  );
}
