import { ExpressionError } from "./hcl";
import { firstUnresolved, isList, type Value } from "./value";

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
    if (name === "tolist" || name === "tomap") return argument;
    if (name === "toset" && isList(argument)) return [...new Set(argument)];
    if (name === "jsonencode") return encoded(argument);
  }
  throw new ExpressionError(`the function ${written} is not known here`);
}

/** Terraform's own JSON: it hides the signs that HTML gives a meaning. */
function encoded(value: Value): string {
  return JSON.stringify(value).replace(
    /[<>&]/gu,
    (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`,
  );
}
