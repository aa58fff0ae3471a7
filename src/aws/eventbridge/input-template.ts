import { type JsonStep, memberAt } from "../../json/path";
import type { JsonObject, JsonValue } from "../../json/value";
import { InvalidInputTransformerError, shown } from "./errors";

/** Characters an input template may have. */
const MAXIMUM_INPUT_TEMPLATE_LENGTH = 8192;

// The JSON escape of a character no template has a reason to contain.
const STAND_IN = "\\u0000";

/** Literal text of a template, or a variable and whether it stands inside quotes. */
type TemplatePart =
  { readonly literal: string } | { readonly variable: string; readonly isQuoted: boolean };

/** A template that was read: quoted strings, one to a line, or a JSON object. */
interface InputTemplate {
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
      "quoted strings, one to a line, or a JSON object whose keys are not variables",
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

/** Variables an input transformer may define. */
const MAXIMUM_INPUT_PATHS = 100;

/** The rule that delivers an event, and when the event came in. */
export interface DeliveringRule {
  readonly ruleArn: string;
  readonly ruleName: string;
  /**
   * When EventBridge received the event, ISO 8601.
   * @default - the event's own time
   */
  readonly ingestionTime?: string;
}

/** Gives the value a variable has for an event, `undefined` when the event has none. */
type InputVariable = (event: JsonObject, rule: DeliveringRule) => JsonValue | undefined;

/** The reserved variables that are text, by name. */
const reservedTexts: Readonly<Record<string, InputVariable>> = {
  "aws.events.rule-arn": (_event, rule) => rule.ruleArn,
  "aws.events.rule-name": (_event, rule) => rule.ruleName,
  "aws.events.event.ingestion-time": (event, rule) => rule.ingestionTime ?? event["time"],
};

/** The reserved variables that are whole objects, by name: not escaped, so not inside quotes. */
const reservedObjects: Readonly<Record<string, InputVariable>> = {
  "aws.events.event": (event) => withoutDetail(event),
  "aws.events.event.json": (event) => event,
};

/**
 * The variable that `<name>` in a template stands for.
 *
 * @throws InvalidInputTransformerError for a name that is neither defined nor reserved (PutTargets
 * refuses it), and for a reserved object inside quotes
 */
export function inputVariable(
  name: string,
  isQuoted: boolean,
  defined: ReadonlyMap<string, readonly JsonStep[]>,
): InputVariable {
  const steps = defined.get(name);
  if (steps !== undefined) return (event) => memberAt(event, steps);
  const reserved = { ...reservedTexts, ...(isQuoted ? {} : reservedObjects) };
  const variable = Object.hasOwn(reserved, name) ? reserved[name] : undefined;
  if (variable !== undefined) return variable;
  throw new InvalidInputTransformerError(
    "inputTemplate",
    `uses the variable <${name}>${isQuoted ? " inside quotes" : ""}`,
    [...defined.keys(), ...Object.keys(reserved)].join(", "),
  );
}

/**
 * Reads the variables a transformer defines.
 *
 * @throws InvalidInputTransformerError for more than 100, for a name that is not 1 to 256 letters,
 * digits, `-` and `_` or begins with AWS in any case, and for an uncertain path
 */
export function parseInputPaths(
  inputPaths: Readonly<Record<string, string>>,
): ReadonlyMap<string, readonly JsonStep[]> {
  const entries = Object.entries(inputPaths);
  if (entries.length > MAXIMUM_INPUT_PATHS) {
    const found = `defines ${entries.length} variables`;
    throw new InvalidInputTransformerError("inputPaths", found, `at most ${MAXIMUM_INPUT_PATHS}`);
  }
  return new Map(
    entries.map(([name, path]) => {
      if (!/^(?!aws)[\w-]{1,256}$/i.test(name)) {
        const allowed = "1 to 256 letters, digits, '-' and '_', not beginning with AWS";
        throw new InvalidInputTransformerError("inputPaths", `names ${shown(name)}`, allowed);
      }
      const steps = parseInputPath(path);
      if (steps !== undefined) return [name, steps];
      const place = `inputPaths.${name}`;
      throw new InvalidInputTransformerError(place, `is ${shown(path)}`, INPUT_PATH_FORMS);
    }),
  );
}

/** AWS delivers this variable without `detail` and with `detailType` for `detail-type`. */
function withoutDetail(event: JsonObject): JsonObject {
  const kept = Object.entries(event).filter(([key]) => key !== "detail");
  return Object.fromEntries(
    kept.map(([key, value]) => [key === "detail-type" ? "detailType" : key, value]),
  );
}

/** Characters an input path may have. */
const MAXIMUM_INPUT_PATH_LENGTH = 256;

/** The forms {@link parseInputPath} reads, for messages. */
const INPUT_PATH_FORMS = "$, $.key, $.key.key and $.key[0] of at most 256 characters";

/**
 * Reads an input path. EventBridge knows a part of JSONPath and does not validate it when the rule is
 * created, so only its certain forms are read: `$`, `$.key.key`, and `[0]` after a key. Keys consist
 * of letters, digits, `-`, `_` and `/`. Wildcards, `['key']`, filters and `..` are refused.
 *
 * @returns the steps, or `undefined` for any other form
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
function parseInputPath(path: string): readonly JsonStep[] | undefined {
  const isKnown = /^\$(\.[\w/-]+(\[\d+\])*)*$/.test(path);
  if (!isKnown || path.length > MAXIMUM_INPUT_PATH_LENGTH) return undefined;
  const steps = path.slice(1).match(/[\w/-]+|\[\d+\]/g) ?? [];
  return steps.map((step) => (step.startsWith("[") ? Number(step.slice(1, -1)) : step));
}
