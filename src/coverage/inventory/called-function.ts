import { ExpressionError } from "./hcl";
import { ofOneType } from "./one-type";
import { firstUnresolved, isList, isObjectValue, type Value } from "./value";

/**
 * What a function makes of its arguments.
 * @throws ExpressionError for one that is not known here
 */
export function calledFunction(written: string, args: readonly Value[]): Value {
  const name = written.replace(/^core::/u, "");
  const [argument, ...others] = args;
  // What is unknown to others may be just what these are asked about.
  if (others.length === 0 && args.length > 0 && name !== "can" && name !== "try") {
    const unknown = firstUnresolved(argument);
    if (unknown !== undefined) return unknown;
    if (name === "tolist" || name === "tomap" || (name === "toset" && isList(argument))) {
      const elements = withOneType(argument);
      return name === "toset" && isList(elements) ? [...new Set(elements)] : elements;
    }
    if (name === "jsonencode") return encoded(argument);
  }
  throw new ExpressionError(`the function ${written} is not known here`);
}

/** A list or map whose elements are of one type. */
function withOneType(value: Value): Value {
  if (isList(value)) return ofOneType(value);
  if (!isObjectValue(value)) return value;
  const items = ofOneType(Object.values(value));
  return Object.fromEntries(Object.keys(value).map((name, at) => [name, items[at]]));
}

/** Terraform's own JSON: it hides the signs that HTML gives a meaning. */
function encoded(value: Value): string {
  return JSON.stringify(value).replace(
    /[<>&]/gu,
    (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`,
  );
}
