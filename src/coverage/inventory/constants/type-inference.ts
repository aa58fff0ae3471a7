import type { Expression, FunctionCall, ReferenceStep, TemplatePart } from "../hcl";
import { parameterOf, resultOf } from "./function-types";
import { attempt, inPlace, refuse } from "./refusal";
import { behind } from "./type-steps";
import { formOf, type Type } from "./types";

const any: Type = { is: "any" };
const text: Type = { is: "string" };
const number: Type = { is: "number" };
const truth: Type = { is: "bool" };
const list: Type = { is: "list", of: any };
const map: Type = { is: "map", of: any };

const arithmetic: ReadonlySet<string> = new Set(["+", "-", "*", "/", "%", "<", "<=", ">", ">="]);

/** The type of what a name stands for, with the steps that are left; any where it is not known. */
export type TypeOfReference = (
  root: string,
  steps: readonly ReferenceStep[],
) => readonly [Type, readonly ReferenceStep[]];

/**
 * Types of expressions whose values are not known before a plan. What is refused here is refused whatever the values
 * are; what depends on them, such as the body of `for`, is not looked at.
 * @see https://developer.hashicorp.com/terraform/language/expressions/types
 */
export class TypeInference {
  /** Types of the names that `for` gives to elements. */
  #names: ReadonlyMap<string, Type> = new Map();

  constructor(private readonly typeOf: TypeOfReference) {}

  /**
   * The type of a template.
   * @throws RefusalError where Terraform refuses it
   */
  template(parts: readonly TemplatePart[]): Type {
    const [only] = parts;
    if (parts.length === 1 && only !== undefined && "expression" in only) {
      return this.expression(only.expression);
    }
    for (const part of parts) this.#part(part);
    return text;
  }

  #part(part: TemplatePart): void {
    if ("literal" in part) return;
    if ("expression" in part) {
      wantedAs(this.expression(part.expression), text, "in a text");
    } else if ("names" in part) {
      this.#ofEach(part.names, part.collection, () => this.template(part.body));
    } else {
      wantedAs(this.expression(part.condition), truth, "the condition");
    }
  }

  /**
   * The type of an expression.
   * @throws RefusalError where Terraform refuses it
   */
  expression(expression: Expression): Type {
    switch (expression.kind) {
      case "literal":
        if (expression.value === null) return any;
        return typeof expression.value === "number" ? number : truth;
      case "template":
        return this.template(expression.parts);
      case "list":
        for (const item of expression.items) this.expression(item);
        return list;
      case "object":
        for (const [key, value] of expression.entries) {
          wantedAs(this.expression(key), text, "a key");
          this.expression(value);
        }
        // With a key that is not known, nothing is known of the whole.
        return expression.entries.every(([key]) => isWritten(key)) ? map : any;
      case "call":
        return this.#call(expression);
      case "reference": {
        const named = this.#names.get(expression.root);
        if (named !== undefined) return behind(named, expression.steps);
        const [type, steps] = this.typeOf(expression.root, expression.steps);
        return behind(type, steps);
      }
      case "access":
        return behind(this.expression(expression.of), expression.steps);
      case "operation":
        return this.#operation(expression.operator, expression.operands);
      case "conditional":
        wantedAs(this.expression(expression.condition), truth, "the condition");
        return this.#common(expression.then, expression.otherwise);
      case "for": {
        const { names, collection, condition, value } = expression;
        // Of no element anything is worked out where the condition may hold for none.
        this.#ofEach(names, collection, () => condition === undefined && this.expression(value));
        return expression.key === undefined ? list : map;
      }
    }
  }

  /** Looks at what is made of each element, where there is one. */
  #ofEach(names: readonly string[], collection: Expression, look: () => unknown): void {
    const type = this.expression(collection);
    if (formOf(type) === "plain") refuse(`a ${type.is} has no elements to go through`);
    const before = this.#names;
    const own = names.map((name, at): readonly [string, Type] => [
      name,
      "of" in type && at === names.length - 1 ? type.of : any,
    ]);
    this.#names = new Map([...before, ...own]);
    try {
      if ("isFilled" in type) look();
    } finally {
      this.#names = before;
    }
  }

  #call({ name: written, args, isExpanded }: FunctionCall): Type {
    const name = written.replace(/^core::/u, "");
    // What is refused inside is what they ask for.
    if (name === "try" || name === "can") return resultOf(name);
    const types: Type[] = [];
    for (const [at, arg] of args.entries()) {
      const type = this.expression(arg);
      types.push(type);
      const place = `${name}(): argument ${at + 1}`;
      if (isExpanded && at === args.length - 1) continue;
      wantedAs(type, parameterOf(name, at), place);
      if (name === "length" && (type.is === "number" || type.is === "bool")) {
        refuse(`${place}: a ${type.is} has no length`);
      }
    }
    if (name === "coalesce" && !isExpanded) refuseOther(types);
    return resultOf(name);
  }

  #operation(operator: string, operands: readonly Expression[]): Type {
    const [left, right] = operands;
    if (left === undefined) return any;
    if (operator === "==" || operator === "!=") {
      for (const operand of operands) this.expression(operand);
      return truth;
    }
    if (!arithmetic.has(operator)) {
      // What stands behind && is not looked at where the left side decides.
      wantedAs(this.expression(left), truth, `beside ${operator}`);
      return truth;
    }
    for (const operand of right === undefined ? [left] : [left, right]) {
      wantedAs(this.expression(operand), number, `beside ${operator}`);
    }
    return /[<>]/u.test(operator) ? truth : number;
  }

  /** The type of both results of a condition, of which one is looked at. */
  #common(then: Expression, otherwise: Expression): Type {
    const [one, other] = [then, otherwise].map((branch) => {
      const outcome = attempt(() => this.expression(branch));
      return "refusal" in outcome ? any : outcome.value;
    });
    if (one === undefined || other === undefined) return any;
    const forms = [formOf(one), formOf(other)];
    const areKnown = !forms.includes("any");
    if (areKnown && forms[0] !== forms[1]) {
      return refuse(`the two results of a condition are a ${one.is} and a ${other.is}`);
    }
    return one.is === other.is && !("of" in one) ? one : any;
  }
}

/** Refuses types, all of them known, that have none in common. */
function refuseOther(types: readonly Type[]): void {
  const forms = new Set(types.map(formOf));
  const names = new Set(types.map(({ is }) => is));
  const isPlain = forms.has("plain") && !names.has("string");
  if (!forms.has("any") && (forms.size > 1 || (isPlain && names.size > 1))) {
    refuse(`its arguments are of several types: ${[...names].join(", ")}`);
  }
}

function isWritten(key: Expression): boolean {
  return key.kind === "template" && key.parts.every((part) => "literal" in part);
}

/** Refuses a type of which Terraform makes no other, whatever the value is. */
function wantedAs(type: Type, wanted: Type, place: string): void {
  const [form, wantedForm] = [formOf(type), formOf(wanted)];
  if (form === "any" || wantedForm === "any") return;
  const isTruthAndNumber = [type.is, wanted.is].sort().join() === "bool,number";
  if (form !== wantedForm || isTruthAndNumber) {
    refuse(`${place}: a ${wanted.is} is wanted, not a ${type.is}`);
  }
  if ("of" in type && "of" in wanted) {
    const inner = type.of;
    const of = wanted.of;
    inPlace(place, () => {
      wantedAs(inner, of, "an element");
    });
  }
}
