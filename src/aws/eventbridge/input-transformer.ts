import type { JsonObject, JsonValue } from "../../json/value";
import {
  type DeliveringRule,
  filledLines,
  inputVariable,
  parseInputPaths,
  parseInputTemplate,
} from "./input-template";

/** An input transformer as Terraform and the API write it. */
export interface InputTransformer {
  /** Variables by name, each with its path in the event, such as `$.detail.eventName`. */
  readonly inputPaths: Readonly<Record<string, string>>;
  /** Quoted strings, one to a line, or a JSON object; `<name>` is replaced by a variable. */
  readonly inputTemplate: string;
}

/** What a transformer made of an event. */
export type RenderedInput =
  /** `text` is the target's input; for a string its quotes are part of it. */
  | { readonly delivered: true; readonly text: string }
  /** `text` is not valid JSON: the delivery fails and the event ends in the dead-letter queue. */
  | { readonly delivered: false; readonly text: string; readonly reason: string };

/** A transformer that was read once and can render many events. */
export type CompiledTransformer = (event: JsonObject, rule: DeliveringRule) => RenderedInput;

/**
 * Reads an input transformer for repeated rendering. How sure each behaviour is:
 *
 * - HIGH: strings are inserted verbatim, never escaped. An absent path renders as nothing inside
 *   quotes. An undefined variable is refused. Strings need quotes. Outside quotes a string gets
 *   quotes. 100 variables, 8,192 characters.
 * - MED: outside quotes an absent path is `""`; inside quotes an object or array is its JSON
 *   without any quote, and in a JSON object nothing is delivered; white space of a JSON object is removed; several quoted strings, one to a
 *   line, are delivered with the quotes of each. `aws.events.event` has no `detail`, and
 *   `detailType` for `detail-type`. Text that is not valid JSON any more fails the delivery.
 * - LOW: `null` renders as `null`, in quotes and out; a line break inside a value breaks the
 *   string; a `<` that closes nowhere is text. These err on the side that reports a lost alert.
 *
 * @throws InvalidInputTransformerError when AWS would refuse it or its meaning is not certain
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_InputTransformer.html
 */
export function compileInputTransformer(transformer: InputTransformer): CompiledTransformer {
  const paths = parseInputPaths(transformer.inputPaths);
  const { kind, parts, lineCount } = parseInputTemplate(transformer.inputTemplate);
  const renderers = parts.map((part) => {
    if ("literal" in part) return () => part.literal;
    const variable = inputVariable(part.variable, part.isQuoted, paths);
    const insert = part.isQuoted ? insideQuotes : outsideQuotes;
    return (event: JsonObject, rule: DeliveringRule) => insert(variable(event, rule));
  });
  const quoted = parts.flatMap((part) =>
    "variable" in part && part.isQuoted ? [inputVariable(part.variable, true, paths)] : [],
  );
  return (event, rule) => {
    const text = renderers.map((render) => render(event, rule)).join("");
    if (kind === "strings") return finishStrings(text, lineCount);
    const isObject = quoted.some((variable) => isStructure(variable(event, rule)));
    if (isObject) return undelivered(text, "an object or array stands inside quotes of an object");
    return finishObject(text);
  };
}

/**
 * Renders a transformer for one event; {@link compileInputTransformer} says how and how surely.
 *
 * @throws InvalidInputTransformerError as {@link compileInputTransformer}
 */
export function renderInputTemplate(
  transformer: InputTransformer,
  event: JsonObject,
  rule: DeliveringRule,
): RenderedInput {
  return compileInputTransformer(transformer)(event, rule);
}

function isStructure(value: JsonValue | undefined): boolean {
  return typeof value === "object" && value !== null;
}

function insideQuotes(value: JsonValue | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  return JSON.stringify(value).replaceAll('"', "");
}

function outsideQuotes(value: JsonValue | undefined): string {
  if (value === undefined) return '""';
  // Quotes are added, the value itself is not escaped.
  return typeof value === "string" ? `"${value}"` : JSON.stringify(value);
}

function finishObject(text: string): RenderedInput {
  const reason = jsonProblem(text);
  if (reason !== undefined) return undelivered(text, reason);
  return { delivered: true, text: text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, "$1") };
}

function finishStrings(text: string, lineCount: number): RenderedInput {
  const lines = filledLines(text);
  if (lines.length !== lineCount) return undelivered(text, "a value has a line break");
  for (const line of lines) {
    const reason = jsonProblem(line);
    if (reason !== undefined) return undelivered(text, reason);
  }
  return { delivered: true, text: lines.join("\n") };
}

function jsonProblem(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof SyntaxError ? error.message : String(error);
  }
}

function undelivered(text: string, why: string): RenderedInput {
  return { delivered: false, text, reason: `the rendered input is not valid JSON: ${why}` };
}

/**
 * The body of the SNS mail for a rendered input, as the reader sees it.
 *
 * The quotes round a string remain (HIGH: recorded from AWS for SQS, which gets the same text);
 * `\n` becomes a line break and `\"` a quote (MED). Several quoted strings keep the quotes of each
 * line (MED). A JSON object stays as it is. SNS adds an unsubscribe footer below, left out here.
 *
 * @param rendered - the text of a delivered input
 */
export function mailText(rendered: string): string {
  if (rendered.startsWith("{")) return rendered;
  return filledLines(rendered)
    .map((line) => `"${unquoted(line)}"`)
    .join("\n");
}

function unquoted(line: string): string {
  const text: unknown = JSON.parse(line);
  return typeof text === "string" ? text : line;
}
