import { deepestJson } from "../../json/value";
import { ExpressionError, parseExpression, splitTemplate, type Expression } from "./expression";
import { firstUnresolved, isList, isUnresolved, unresolved, type Value } from "./value";

/** Gives what a reference such as `aws_sns_topic.alerts.arn` stands for. */
export type ReferenceLookup = (
  root: string,
  steps: readonly (string | number)[],
  text: string,
) => Value;

/** A text of Terraform JSON: a template, or one expression of any type. */
function evaluateTemplate(text: string, lookup: ReferenceLookup): Value {
  if (!text.includes("{")) return text;
  return attempt(text, () => {
    const parts = splitTemplate(text);
    const [only] = parts;
    if (parts.length === 1 && only !== undefined && "expression" in only) {
      return evaluate(parseExpression(only.expression), lookup, only.expression);
    }
    return joined(
      text,
      parts.map((part) =>
        "literal" in part
          ? part.literal
          : evaluate(parseExpression(part.expression), lookup, part.expression),
      ),
    );
  });
}

/** Any value of Terraform JSON; `depth` is how deep it stands in what is evaluated. */
export function evaluateJson(json: unknown, lookup: ReferenceLookup, depth = 0): Value {
  if (typeof json === "string") return evaluateTemplate(json, lookup);
  if (typeof json === "object" && depth > deepestJson) {
    return unresolved("…", `it is nested more than ${deepestJson} levels deep`);
  }
  if (Array.isArray(json)) {
    return json.map((item: unknown) => evaluateJson(item, lookup, depth + 1));
  }
  if (typeof json === "object" && json !== null) {
    const entries: [string, Value][] = [];
    for (const [name, value] of Object.entries(json)) {
      const key = evaluateTemplate(name, lookup);
      if (typeof key !== "string") return unresolved(name, "a key of the map cannot be resolved");
      entries.push([key, evaluateJson(value, lookup, depth + 1)]);
    }
    return Object.fromEntries(entries);
  }
  return typeof json === "number" || typeof json === "boolean" ? json : null;
}

/** Characters that a text may be put together to: what AWS takes is far shorter. */
const LONGEST = 1_000_000;

function attempt(text: string, evaluation: () => Value): Value {
  try {
    return evaluation();
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return unresolved(text, error.message);
  }
}

function joined(text: string, values: readonly Value[]): Value {
  let result = "";
  for (const value of values) {
    if (isUnresolved(value)) return unresolved(text, value.reason, value.dangling);
    if (typeof value === "object" || value === undefined) {
      return unresolved(text, "a list or a map stands in a text");
    }
    result += String(value);
    if (result.length > LONGEST) {
      return unresolved(text, `a text of more than ${LONGEST} characters`);
    }
  }
  return result;
}

function evaluate(expression: Expression, lookup: ReferenceLookup, text: string): Value {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "quoted":
      return joined(
        text,
        splitTemplate(expression.raw).map((part) =>
          "literal" in part
            ? unescaped(part.literal)
            : evaluate(parseExpression(part.expression), lookup, text),
        ),
      );
    case "list":
      return expression.items.map((item) => evaluate(item, lookup, text));
    case "object":
      return Object.fromEntries(
        expression.entries.map(([key, value]) => [
          keyText(evaluate(key, lookup, text)),
          evaluate(value, lookup, text),
        ]),
      );
    case "call":
      return call(
        expression.name,
        expression.args.map((arg) => evaluate(arg, lookup, text)),
      );
    case "reference":
      return lookup(
        expression.root,
        expression.steps.map((step) =>
          typeof step === "string" ? step : keyText(evaluate(step, lookup, text)),
        ),
        text,
      );
  }
}

function keyText(value: Value): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  throw new ExpressionError("a key or index cannot be resolved");
}

function unescaped(raw: string): string {
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    throw new ExpressionError(`the quoted text "${raw}" is not analyzed`);
  }
}

function call(name: string, args: readonly Value[]): Value {
  const [argument, ...others] = args;
  if (others.length === 0) {
    const unknown = firstUnresolved(argument);
    if (unknown !== undefined) return unknown;
    if (name === "tolist" || name === "tomap") return argument;
    if (name === "toset" && isList(argument)) return [...new Set(argument)];
    if (name === "jsonencode") return encoded(argument);
  }
  throw new ExpressionError(`the function ${name} is not known here`);
}

/** Terraform's own JSON: it hides the signs that HTML gives a meaning. */
function encoded(value: Value): string {
  return JSON.stringify(value).replace(
    /[<>&]/gu,
    (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`,
  );
}
