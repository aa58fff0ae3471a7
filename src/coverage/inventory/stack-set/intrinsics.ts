import { isJsonObject } from "../../../json/value";
import { stepInto } from "./checked";
import { substitute } from "./substitute";
import { refuseTemplate } from "./template-error";

/** JSON without intrinsic functions, and without null, which CloudFormation does not allow. */
export type PlainJson =
  string | number | boolean | readonly PlainJson[] | { readonly [name: string]: PlainJson };

/** What a template's names stand for, in one account and region. */
export interface References {
  /** What `Ref` gives. @throws TemplateError */
  readonly ref: (name: string, path: string) => string;
  /** What `Fn::GetAtt` gives. @throws TemplateError */
  readonly attribute: (name: string, attribute: string, path: string) => string;
  /** Whether a condition holds, for `Fn::If`. @throws TemplateError */
  readonly holds: (condition: string, path: string) => boolean;
}

/**
 * A value of a template with its intrinsic functions resolved: Ref, Fn::GetAtt, Fn::Sub, Fn::Join,
 * Fn::If.
 * @throws TemplateError for any other
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function resolved(value: unknown, path: string, references: References): PlainJson {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => resolved(item, stepInto(path, index), references));
  }
  if (!isJsonObject(value)) return refuseTemplate(path, "null is not allowed in a template");
  const names = Object.keys(value);
  const intrinsic = names.find((name) => name === "Ref" || name.startsWith("Fn::"));
  if (intrinsic === undefined) {
    return Object.fromEntries(
      names.map((name) => [name, resolved(value[name], stepInto(path, name), references)]),
    );
  }
  if (names.length > 1) refuseTemplate(path, `${intrinsic} does not stand alone`);
  return call(intrinsic, value[intrinsic], stepInto(path, intrinsic), references);
}

/** The same, where only a text can stand. @throws TemplateError */
export function resolvedText(value: unknown, path: string, references: References): string {
  const found = resolved(value, path, references);
  return typeof found === "string" ? found : refuseTemplate(path, "it must be a text");
}

function call(name: string, argument: unknown, path: string, references: References): string {
  switch (name) {
    case "Ref":
      return typeof argument === "string"
        ? references.ref(argument, path)
        : refuseTemplate(path, "it must be the name of a resource or of a pseudo parameter");
    case "Fn::GetAtt": {
      const [resource, attribute, ...others] = partsOf(argument);
      return resource !== undefined && attribute !== undefined && others.length === 0
        ? references.attribute(resource, attribute, path)
        : refuseTemplate(path, "it must be a resource and an attribute");
    }
    case "Fn::Sub":
      return sub(argument, path, references);
    case "Fn::Join": {
      const [delimiter, items, ...others] = listOf(argument);
      if (typeof delimiter !== "string" || !Array.isArray(items) || others.length > 0) {
        return refuseTemplate(path, "it must be a delimiter and a list");
      }
      return items
        .map((item: unknown, index) => resolvedText(item, stepInto(path, 1, index), references))
        .join(delimiter);
    }
    case "Fn::If": {
      const [condition, one, other, ...others] = listOf(argument);
      if (typeof condition !== "string" || other === undefined || others.length > 0) {
        return refuseTemplate(path, "it must be a condition and two values");
      }
      return references.holds(condition, path)
        ? resolvedText(one, stepInto(path, 1), references)
        : resolvedText(other, stepInto(path, 2), references);
    }
    default:
      return refuseTemplate(path, "this intrinsic function is not understood");
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function partsOf(argument: unknown): readonly string[] {
  if (typeof argument === "string") return argument.split(".");
  const parts = listOf(argument);
  return parts.filter((part) => typeof part === "string" && parts.length === 2).map(String);
}

function sub(argument: unknown, path: string, references: References): string {
  const [text, variables, ...others] =
    typeof argument === "string" ? [argument, {}] : listOf(argument);
  if (typeof text !== "string" || !isJsonObject(variables) || others.length > 0) {
    return refuseTemplate(path, "it must be a text, or a text and a map");
  }
  const values = new Map(
    Object.entries(variables).map(([name, value]) => [
      name,
      resolvedText(value, stepInto(path, 1, name), references),
    ]),
  );
  return substitute(text, path, (name) => {
    const own = values.get(name);
    if (own !== undefined) return own;
    const [resource = "", ...attribute] = name.split(".");
    return attribute.length === 0
      ? references.ref(resource, path)
      : references.attribute(resource, attribute.join("."), path);
  });
}
