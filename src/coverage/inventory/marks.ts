import { listIn, objectIn, type Json } from "../../json/value";
import {
  analyzedTemplate,
  mayBeTemplate,
  type Expression,
  type FunctionCall,
  type TemplatePart,
} from "./hcl";
import { textsIn } from "./texts";

/** Functions whose result is marked where an argument is, or, of the second, where a part of one is. */
const keeping: ReadonlySet<string> = new Set(
  "tostring tonumber tobool tolist tomap upper lower trimspace length".split(" "),
);
const joining: ReadonlySet<string> = new Set(["jsonencode", "join", "format", "toset"]);

/** References in a row: what is made of more is not said to be marked. */
const LONGEST_CHAIN = 30;

/**
 * Which values Terraform marks, because they are made of marked variables. Where that is not certain they
 * are not said to be.
 */
export class Marks {
  readonly #variables: ReadonlySet<string>;
  readonly #locals: Json;
  #chain = 0;
  readonly #flatLocals = new Map<string, boolean>();
  readonly #deepLocals = new Map<string, boolean>();

  constructor(
    document: Json,
    readonly mark: "sensitive" | "ephemeral",
  ) {
    this.#variables = new Set(
      Object.entries(objectIn(document["variable"]))
        .filter(([, body]) => String(objectIn(body)[mark]) === "true")
        .map(([name]) => name),
    );
    this.#locals = Object.assign({}, ...listIn(document["locals"]).map(objectIn)) as Json;
    this.exist = this.#variables.size > 0 || mark === "sensitive";
  }

  /** Whether anything can be marked. */
  readonly exist: boolean;

  /** Whether a value is marked as a whole. */
  isOn(json: unknown): boolean {
    return this.#ofJson(json, false);
  }

  /** Whether a value is marked, or a part of it. */
  isWithin(json: unknown): boolean {
    return this.#ofJson(json, true);
  }

  #ofJson(json: unknown, isDeep: boolean): boolean {
    if (typeof json === "string") return this.#ofText(json, isDeep);
    return isDeep && textsIn(json).some(({ text }) => this.#ofText(text, true));
  }

  #ofText(text: string, isDeep: boolean): boolean {
    return mayBeTemplate(text) && this.#ofParts(analyzedTemplate(text) ?? [], isDeep);
  }

  #ofParts(parts: readonly TemplatePart[], isDeep: boolean): boolean {
    // One expression alone is its value; more of them are a text, which is marked as a whole.
    return parts.some((part) => {
      if ("expression" in part) return this.#of(part.expression, isDeep || parts.length > 1);
      return "condition" in part && this.#of(part.condition, false);
    });
  }

  #of(expression: Expression, isDeep: boolean): boolean {
    switch (expression.kind) {
      case "template":
        return this.#ofParts(expression.parts, isDeep);
      case "list":
        return isDeep && expression.items.some((item) => this.#of(item, isDeep));
      case "object":
        return isDeep && expression.entries.some(([, value]) => this.#of(value, isDeep));
      case "call":
        return this.#ofCall(expression, isDeep);
      case "operation":
        return expression.operands.some((operand) => this.#of(operand, false));
      case "conditional": {
        const { condition, then, otherwise } = expression;
        if (this.#of(condition, false)) return true;
        return [then, otherwise].every((each) => this.#of(each, isDeep));
      }
      case "for":
        return this.#of(expression.collection, false);
      case "reference": {
        const [name, ...inner] = expression.steps;
        if (typeof name !== "string") return false;
        if (expression.root === "var") return this.#variables.has(name);
        return expression.root === "local" && this.#ofLocal(name, isDeep && inner.length === 0);
      }
      case "literal":
      case "access":
        return false;
    }
  }

  #ofCall({ name, args }: FunctionCall, isDeep: boolean): boolean {
    if (name === "sensitive") return this.mark === "sensitive";
    const isKept = keeping.has(name);
    if (!isKept && !joining.has(name)) return false;
    const isOfParts = !isKept || (isDeep && name !== "length");
    return args.some((argument) => this.#of(argument, isOfParts));
  }

  #ofLocal(name: string, isDeep: boolean): boolean {
    const known = isDeep ? this.#deepLocals : this.#flatLocals;
    const found = known.get(name);
    if (found !== undefined) return found;
    // Local values may be in a circle.
    known.set(name, false);
    if (!Object.hasOwn(this.#locals, name) || this.#chain >= LONGEST_CHAIN) return false;
    this.#chain++;
    const isMarked = this.#ofJson(this.#locals[name], isDeep);
    this.#chain--;
    known.set(name, isMarked);
    return isMarked;
  }
}
