import { InvalidInputTransformerError, shown } from "./errors";

/** Characters an input template may have. */
const MAXIMUM_INPUT_TEMPLATE_LENGTH = 8192;

// The JSON escape of a character no template has a reason to contain.
const STAND_IN = "\\u0000";

/** Literal text of a template, or a variable and whether it stands inside quotes. */
export type TemplatePart =
  { readonly literal: string } | { readonly variable: string; readonly isQuoted: boolean };

/** A template that was read: quoted strings, one to a line, or a JSON object. */
export interface InputTemplate {
  readonly kind: "strings" | "object";
  readonly parts: readonly TemplatePart[];
  /** Lines of the template that are not empty. */
  readonly lineCount: number;
}

/**
 * Reads an input template. `<name>` is a variable; a `<` without a `>` after it is text.
 *
 * @throws InvalidInputTransformerError when the template is empty, too long, neither quoted
 * strings nor a JSON object, or has a variable as the key of an object
 */
export function parseInputTemplate(template: string): InputTemplate {
  if (template.length > MAXIMUM_INPUT_TEMPLATE_LENGTH) {
    throw invalid(`has ${template.length} characters`, `at most ${MAXIMUM_INPUT_TEMPLATE_LENGTH}`);
  }
  const parts = splitTemplate(template);
  const kind = template.trimStart().startsWith("{") ? "object" : "strings";
  const shape = shapeOf(parts);
  if (!isAllowedShape(kind, shape)) {
    throw invalid(
      `is ${shown(shape.replaceAll(STAND_IN, "<…>"))}`,
      "quoted strings, one to a line, or a JSON object whose keys are no variables",
    );
  }
  return { kind, parts, lineCount: filledLines(shape).length };
}

/** The lines of a text that have more than white space. */
export function filledLines(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function splitTemplate(template: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let isQuoted = false;
  for (const [token, variable] of template.matchAll(/<([^<>\n]*)>|\\.|"|[^<\\"]+|[<\\]/gs)) {
    if (variable !== undefined) {
      parts.push({ variable, isQuoted });
      continue;
    }
    if (token === '"') isQuoted = !isQuoted;
    parts.push({ literal: token });
  }
  return parts;
}

/** With stand-ins for the variables, a template is what it will be after substitution. */
function shapeOf(parts: readonly TemplatePart[]): string {
  const stands = parts.map((part) => {
    if ("literal" in part) return part.literal;
    return part.isQuoted ? STAND_IN : "null";
  });
  return stands.join("");
}

function isAllowedShape(kind: InputTemplate["kind"], shape: string): boolean {
  try {
    if (kind === "object") {
      let hasVariableKey = false;
      JSON.parse(shape, (key, value: unknown) => {
        hasVariableKey ||= key.includes("\0");
        return value;
      });
      return !hasVariableKey;
    }
    const lines = filledLines(shape);
    return lines.length > 0 && lines.every((line) => typeof JSON.parse(line) === "string");
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function invalid(found: string, allowed: string): InvalidInputTransformerError {
  return new InvalidInputTransformerError("inputTemplate", found, allowed);
}
