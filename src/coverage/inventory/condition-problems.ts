import { isJsonObject } from "../../json/value";
import { shown } from "./block-arguments";
import { analyzedTemplate } from "./hcl";
import { referencesIn, type Reference } from "./stack-references";

const known: readonly string[] = ["condition", "error_message", "//"];

/**
 * What Terraform refuses of a block that has a condition and a message.
 * @param refersTo - whether a condition that has these references says something
 * @param wanted - what it must refer to, in words
 * @see https://developer.hashicorp.com/terraform/language/expressions/custom-conditions
 */
export function conditionProblems(
  block: unknown,
  path: string,
  refersTo: (references: readonly Reference[]) => boolean = (references) => references.length > 0,
  wanted = "something",
): readonly string[] {
  if (!isJsonObject(block)) return [`${path} must be a block, not ${shown(block)}`];
  const { condition, error_message: message } = block;
  const references = referencesIn(condition).filter(({ call }) => call === undefined);
  return [
    ...Object.keys(block)
      .filter((name) => !known.includes(name))
      .map((other) => `${path}.${other}: Terraform has no such argument`),
    ...(isMissing(message, path) ? [`${path}.error_message is missing`] : []),
    ...(refersTo(references) || !isAnalyzed(condition)
      ? []
      : [`${path}.condition must refer to ${wanted}, not be ${shown(condition ?? null)}`]),
  ];
}

/** A validation has a message that is null without being refused. */
function isMissing(message: unknown, path: string): boolean {
  return message === undefined || (message === null && path !== "validation");
}

/** False for a template that is not analyzed, or said to be none. */
function isAnalyzed(condition: unknown): boolean {
  return typeof condition !== "string" || analyzedTemplate(condition) !== undefined;
}
