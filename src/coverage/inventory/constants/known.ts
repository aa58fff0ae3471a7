import { ExpressionError, parseTemplate, TemplateSyntaxError } from "../hcl";
import type { FunctionCall, TemplatePart } from "../hcl";
import { isMapping, kindOf, type Constant } from "./constant";
import { inPlace, refuse } from "./refusal";
import type { Step } from "./steps";

/** What is known where an expression stands, beside the names of elements. */
export interface Known {
  /**
   * What a reference leads to; undefined where that is not known.
   * @throws RefusalError where it leads nowhere
   */
  readonly reference: (root: string, steps: readonly Step[]) => Constant;
  /**
   * What a file says; undefined where that is not known.
   * @throws RefusalError where there is no such file
   */
  readonly file: (path: string) => string | undefined;
}

export const nothing: Known = { reference: () => undefined, file: () => undefined };

/** In a template of its own there is nothing but what it is given. */
export const inTemplate: Known = {
  reference: (root) => refuse(`the template is given no ${root}`),
  file: () => undefined,
};

/** A template that a function is given, and the values of its names. */
interface GivenTemplate {
  readonly parts: readonly TemplatePart[];
  readonly values: ReadonlyMap<string, Constant>;
}

/** Functions that read the file that their first argument names. */
const ofFiles: ReadonlySet<string> = new Set(
  "file filebase64 filebase64sha256 filebase64sha512 filemd5 filesha1 filesha256 filesha512 templatefile".split(
    " ",
  ),
);

/**
 * What the file says that a call reads; undefined of another call, and where that is not known.
 * @throws RefusalError where there is no such file
 */
export function readFile(name: string, path: Constant, { file }: Known): string | undefined {
  return ofFiles.has(name) && typeof path === "string"
    ? inPlace(`${name}()`, () => file(path))
    : undefined;
}

/**
 * The template that a call is about; undefined of another call, and where it is not known.
 * @param read - what the file says that the call reads
 * @throws RefusalError where it is no template
 * @see https://developer.hashicorp.com/terraform/language/functions/templatefile
 */
export function givenTemplate(
  { name, args: [source] }: FunctionCall,
  [given, values]: readonly Constant[],
  read: string | undefined,
): GivenTemplate | undefined {
  const isOfFile = name === "templatefile";
  if (!isOfFile && name !== "templatestring") return undefined;
  if (!isOfFile && !["reference", "access"].includes(source?.kind ?? "reference")) {
    return refuse(`${name}(): the template must be a reference`);
  }
  if (values !== undefined && !isMapping(values)) {
    return refuse(`${name}() takes an object of values, not ${kindOf(values)}`);
  }
  const text = isOfFile ? read : given;
  if (values === undefined || typeof text !== "string") return undefined;
  const parts = partsOf(name, text);
  return parts && { parts, values: values.entries };
}

function partsOf(name: string, text: string): readonly TemplatePart[] | undefined {
  try {
    return parseTemplate(text);
  } catch (error) {
    if (error instanceof TemplateSyntaxError) return refuse(`${name}(): the text is no template`);
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}
