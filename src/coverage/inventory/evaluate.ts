import { deepestJson } from "../../json/value";
import { calledFunction } from "./called-function";
import {
  ExpressionError,
  mayBeTemplate,
  parseTemplate,
  type Expression,
  type ReferenceStep,
  type TemplatePart,
} from "./hcl";
import { appliedOperator, truthOf } from "./operators";
import { ofOneType } from "./one-type";
import { isUnresolved, unresolved, walk, type Value } from "./value";

/** Gives what a reference such as `aws_sns_topic.alerts.arn` stands for. */
export type ReferenceLookup = (
  root: string,
  steps: readonly (string | number)[],
  text: string,
) => Value;

/** A text of Terraform JSON: a template, or one expression of any type. */
function evaluateTemplate(text: string, lookup: ReferenceLookup): Value {
  if (!mayBeTemplate(text)) return text;
  try {
    return new Evaluation(lookup, text).template(parseTemplate(text));
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return unresolved(text, error.message);
  }
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
      if (key !== name && (Object.hasOwn(json, key) || entries.some(([each]) => each === key))) {
        return unresolved(name, "the map has the key twice");
      }
      entries.push([key, evaluateJson(value, lookup, depth + 1)]);
    }
    return Object.fromEntries(entries);
  }
  return typeof json === "number" || typeof json === "boolean" ? json : null;
}

/** Characters that a text may be put together to: what AWS takes is far shorter. */
const LONGEST = 1_000_000;

/** What expressions are worth where references stand for what the lookup says. */
class Evaluation {
  /** @param text - what is evaluated, as an unknown value quotes it */
  constructor(
    private readonly lookup: ReferenceLookup,
    private readonly text: string,
  ) {}

  template(parts: readonly TemplatePart[]): Value {
    const [only] = parts;
    if (parts.length === 1 && only !== undefined && "expression" in only) {
      // What an unknown value quotes of a text that is one expression is the expression.
      return new Evaluation(this.lookup, this.#quoted(only.source)).value(only.expression);
    }
    return this.#joined(parts);
  }

  /** Of nested texts, what stands outermost. */
  #quoted(source: string): string {
    return this.text === `\${${source}}` ? source : this.text;
  }

  #joined(parts: readonly TemplatePart[]): Value {
    let result = "";
    for (const part of parts) {
      const value = this.#part(part);
      if (isUnresolved(value)) return unresolved(this.text, value.reason, value.dangling);
      if (typeof value === "object" || value === undefined) {
        return unresolved(this.text, "a list or a map stands in a text");
      }
      result += String(value);
      if (result.length > LONGEST) {
        return unresolved(this.text, `a text of more than ${LONGEST} characters`);
      }
    }
    return result;
  }

  #part(part: TemplatePart): Value {
    if ("literal" in part) return part.literal;
    if ("expression" in part) return this.value(part.expression);
    if ("names" in part) throw new ExpressionError("a directive %{ for } is not analyzed");
    const condition = this.value(part.condition);
    if (isUnresolved(condition)) return condition;
    return this.#joined(truthOf(condition) ? part.then : part.otherwise);
  }

  value(expression: Expression): Value {
    switch (expression.kind) {
      case "literal":
        return expression.value;
      case "template":
        return this.template(expression.parts);
      case "list":
        return expression.items.map((item) => this.value(item));
      case "object":
        return Object.fromEntries(
          expression.entries.map(([key, value]) => [keyText(this.value(key)), this.value(value)]),
        );
      case "call":
        if (expression.isExpanded) throw new ExpressionError("... is not analyzed");
        return calledFunction(
          expression.name,
          expression.args.map((arg) => this.value(arg)),
        );
      case "operation":
        return appliedOperator(
          expression.operator,
          expression.operands.map((operand) => this.value(operand)),
        );
      case "conditional": {
        const condition = this.value(expression.condition);
        if (isUnresolved(condition)) return condition;
        const { then, otherwise } = expression;
        const [taken, left] = truthOf(condition) ? [then, otherwise] : [otherwise, then];
        const [value] = ofOneType([this.value(taken), this.#ifAnalyzed(left)]);
        return value;
      }
      case "for":
        throw new ExpressionError("a for expression is not analyzed");
      case "access":
        return walk(this.value(expression.of), this.#steps(expression.steps), this.text);
      case "reference":
        return this.lookup(expression.root, this.#steps(expression.steps), this.text);
    }
  }

  /** The value of what is not taken, of which nothing but the type matters. */
  #ifAnalyzed(expression: Expression): Value {
    try {
      return this.value(expression);
    } catch (error) {
      if (error instanceof ExpressionError) return undefined;
      throw error;
    }
  }

  #steps(steps: readonly ReferenceStep[]): readonly string[] {
    return steps.map((step) => {
      if (typeof step === "string") return step;
      if (step.kind === "splat") throw new ExpressionError("a splat [*] is not analyzed");
      return keyText(this.value(step));
    });
  }
}

function keyText(value: Value): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  throw new ExpressionError("a key or index cannot be resolved");
}
