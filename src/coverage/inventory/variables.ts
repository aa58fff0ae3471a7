import { isJsonObject, objectIn, ownValue } from "../../json/value";
import { keptElsewhere, unresolved, type Value } from "./value";

/**
 * What a reference to a variable stands for. One with a default has a value that whoever starts Terraform
 * need not give: it is not only kept elsewhere.
 */
export function variableValue(
  variables: unknown,
  [first, ...inner]: readonly (string | number)[],
  text: string,
): Value {
  const name = String(first);
  const body = ownValue(objectIn(variables), name);
  return isJsonObject(body) && body["default"] === undefined && inner.length === 0
    ? keptElsewhere(text, `var.${name}`)
    : unresolved(text, "it is known only where Terraform runs");
}
