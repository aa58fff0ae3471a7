import { deepestJson } from "../../../json/value";
import {
  type Expression,
  type ForExpression,
  type FunctionCall,
  type ReferenceStep,
  type TemplatePart,
} from "../hcl";
import { called } from "./call";
import { asCondition, chosen, tried } from "./choices";
import {
  fromJson,
  isCollection,
  isSequence,
  kindOf,
  tuple,
  weightOf,
  written,
  type Constant,
} from "./constant";
import { converted } from "./conversion";
import { namedElements, objectOf } from "./iteration";
import { applied } from "./operators";
import { refuse } from "./refusal";
import { stepped, type Step } from "./steps";
import { givenTemplate, inTemplate, nothing, readFile, type Known } from "./known";
import { joined, longestText, templateOf } from "./template-texts";

/** Values of names that stand for elements or instances. */
export type Names = ReadonlyMap<string, Constant>;

/** Values that are made in one stack: what is more is not known. */
const MOST = 1_000_000;

/** Values that a value may have in it: a larger one is not known. */
const LARGEST = 10_000;

/**
 * What expressions are worth where all that they are made of is known, by the rules of Terraform 1.11 and
 * later. What is unknown makes a value unknown and no refusal.
 * @see https://developer.hashicorp.com/terraform/language/expressions
 */
export class Evaluation {
  #left = MOST;

  constructor(private readonly known: Known = nothing) {}

  /**
   * The value of a template, or of the one expression that it is.
   * @throws RefusalError where Terraform would refuse it
   */
  template(parts: readonly TemplatePart[], names: Names = new Map()): Constant {
    const [only] = parts;
    if (parts.length === 1 && only !== undefined && "expression" in only) {
      return this.value(only.expression, names);
    }
    return this.#joined(parts, names);
  }

  #joined(parts: readonly TemplatePart[], names: Names): Constant {
    const texts = parts.map((part) => {
      const value = this.#part(part, names);
      if (value === null || isCollection(value)) {
        return refuse(`${kindOf(value)} stands in a text`);
      }
      return converted(value, { is: "string" });
    });
    return joined(texts);
  }

  #part(part: TemplatePart, names: Names): Constant {
    if ("literal" in part) return part.literal;
    if ("expression" in part) return this.value(part.expression, names);
    if ("names" in part) {
      const each = this.#each(part.names, part.collection, names);
      return each && joined(each.map((inner) => this.#joined(part.body, inner)));
    }
    return chosen(
      this.value(part.condition, names),
      () => this.#joined(part.then, names),
      () => this.#joined(part.otherwise, names),
    );
  }

  /**
   * The value of JSON of Terraform, whose texts are templates.
   * @throws RefusalError where Terraform would refuse it
   */
  json(json: unknown, names: Names = new Map(), depth = 0): Constant {
    if (typeof json === "string") return this.#bounded(this.template(templateOf(json), names));
    if (typeof json !== "object" || json === null) return fromJson(json);
    if (depth > deepestJson) return undefined;
    if (Array.isArray(json)) {
      return this.#bounded(tuple(json.map((item) => this.json(item, names, depth + 1))));
    }
    const entries = new Map<string, Constant>();
    for (const [name, value] of Object.entries(json)) {
      const key = this.json(name, names);
      if (typeof key !== "string") return undefined;
      if (entries.has(key)) return refuse("two keys of an object are the same");
      entries.set(key, this.json(value, names, depth + 1));
    }
    return this.#bounded({ kind: "object", entries });
  }

  /**
   * The value of an expression.
   * @throws RefusalError where Terraform would refuse it
   */
  value(expression: Expression, names: Names = new Map()): Constant {
    return this.#left < 0 ? undefined : this.#bounded(this.#value(expression, names));
  }

  /** A value that is not too large: a few lines of locals, each twice the next, are more than a memory holds. */
  #bounded(value: Constant): Constant {
    const size = typeof value === "string" ? value.length / 100 : weightOf(value);
    this.#left -= 1 + size;
    const isLarge = typeof value === "string" ? value.length > longestText : size > LARGEST;
    return isLarge || this.#left < 0 ? undefined : value;
  }

  #value(expression: Expression, names: Names): Constant {
    switch (expression.kind) {
      case "literal":
        return typeof expression.value === "number" ? written(expression.value) : expression.value;
      case "template":
        return this.template(expression.parts, names);
      case "list":
        return tuple(expression.items.map((item) => this.value(item, names)));
      case "object":
        return this.#object(expression.entries, names);
      case "call":
        return this.#call(expression, names);
      case "operation":
        return applied(
          expression.operator,
          expression.operands.map((operand) => () => this.value(operand, names)),
        );
      case "conditional":
        return chosen(
          this.value(expression.condition, names),
          () => this.value(expression.then, names),
          () => this.value(expression.otherwise, names),
        );
      case "for":
        return this.#for(expression, names);
      case "access":
        return stepped(this.value(expression.of, names), this.#steps(expression.steps, names));
      case "reference": {
        const steps = this.#steps(expression.steps, names);
        if (names.has(expression.root)) return stepped(names.get(expression.root), steps);
        return this.known.reference(expression.root, steps);
      }
    }
  }

  #steps(steps: readonly ReferenceStep[], names: Names): readonly Step[] {
    return steps.map((step) => {
      if (typeof step === "string") return { name: step };
      return step.kind === "splat"
        ? { isSplat: true, isFull: step.isFull }
        : { index: this.value(step, names) };
    });
  }

  #object(entries: readonly (readonly [Expression, Expression])[], names: Names): Constant {
    const found = new Map<string, Constant>();
    let isKnown = true;
    for (const [name, value] of entries) {
      const key = this.#key(name, names);
      const inner = this.value(value, names);
      if (key === undefined) isKnown = false;
      else found.set(key, inner);
    }
    return isKnown ? { kind: "object", entries: found } : undefined;
  }

  #key(expression: Expression, names: Names): string | undefined {
    const key = this.value(expression, names);
    if (key === null || isCollection(key)) return refuse(`a key is ${kindOf(key)}`);
    const text = converted(key, { is: "string" });
    return typeof text === "string" ? text : undefined;
  }

  #for(
    { names: own, collection, key, value, condition, isGrouped }: ForExpression,
    names: Names,
  ): Constant {
    const each = this.#each(own, collection, names);
    if (each === undefined) return undefined;
    const truths = each.map((inner) =>
      condition === undefined ? true : asCondition(this.value(condition, inner)),
    );
    const kept = each.filter((_, at) => truths[at]);
    const made =
      key === undefined
        ? tuple(kept.map((inner) => this.value(value, inner)))
        : objectOf(
            kept.map((inner) => [this.#key(key, inner), this.value(value, inner)] as const),
            isGrouped,
          );
    return truths.includes(undefined) ? undefined : made;
  }

  /** The names of `for` for each element of a collection; undefined where it is not known. */
  #each(
    own: readonly string[],
    collection: Expression,
    names: Names,
  ): readonly Names[] | undefined {
    const value = this.value(collection, names);
    if (value === undefined) return undefined;
    return namedElements(own, value).map((given) => new Map([...names, ...given]));
  }

  #call(call: FunctionCall, names: Names): Constant {
    const name = call.name.replace(/^core::/u, "");
    if (name === "try" || name === "can") {
      return tried(
        name,
        call.args.map((arg) => () => this.value(arg, names)),
      );
    }
    const args = call.args.map((arg) => this.value(arg, names));
    const read = readFile(name, args[0], this.known);
    if (name === "file" && read !== undefined) return read;
    const given = givenTemplate(call, args, read);
    if (given !== undefined) {
      return new Evaluation(inTemplate).template(given.parts, given.values);
    }
    if (!call.isExpanded) return called(name, args);
    const last = args.pop();
    if (last === undefined) return undefined;
    if (!isSequence(last))
      return refuse(`${name}(): ... stands behind ${kindOf(last)}, not a list`);
    return called(name, [...args, ...last.items]);
  }
}
