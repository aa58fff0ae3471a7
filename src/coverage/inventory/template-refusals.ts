import type { Json } from "../../json/value";
import { expressionsOf } from "./block-expressions";
import { ExpressionError, parseTemplate, TemplateSyntaxError } from "./hcl";
import { textsIn } from "./texts";

/**
 * Templates that Terraform cannot read, by the address of their block.
 * @see https://developer.hashicorp.com/terraform/language/expressions/strings
 */
export function templateRefusals(
  document: Json,
): readonly (readonly [address: string, problem: string])[] {
  return expressionsOf(document).flatMap(([address, json]) =>
    textsIn(json)
      // Terraform takes what stands in a block by that name for a comment.
      .filter(({ path }) => !/(?:^|\.)\/\/(?:\.|$)/u.test(path))
      .flatMap(({ text, path }) => {
        const problem = refusalOf(text);
        const place = path === "" ? "" : `${path}: `;
        return problem === undefined ? [] : [[address, `${place}${problem}`] as const];
      }),
  );
}

function refusalOf(text: string): string | undefined {
  try {
    parseTemplate(text);
    return undefined;
  } catch (error) {
    if (error instanceof TemplateSyntaxError) return error.message;
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}
