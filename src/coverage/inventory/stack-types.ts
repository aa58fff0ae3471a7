import { isJsonObject, listIn, objectIn, ownValue, type Json } from "../../json/value";
import { schemaOf, type ArgumentKind } from "../resource-types";
import { builtInAttributes } from "./built-in-resources";
import { attempt, TypeInference, type Type } from "./constants";
import { analyzedTemplate, mayBeTemplate, type ReferenceStep } from "./hcl";
import { isSingle } from "./planned-arguments";
import { variableType } from "./variable-steps";

const any: Type = { is: "any" };
const text: Type = { is: "string" };

const ofKinds: Readonly<Record<ArgumentKind, Type>> = {
  string: text,
  number: { is: "number" },
  bool: { is: "bool" },
  // A list or a set.
  list: any,
  objects: any,
  map: { is: "map", of: text },
  object: { is: "map", of: any },
  dynamic: any,
};

type Found = readonly [Type, readonly ReferenceStep[]];

/** So many values may stand for one another in a row; what is behind them is of any type. */
const furthest = 20;

/** Types of what the expressions of a stack are worth, where no value is known before the plan. */
export class StackTypes {
  readonly #outcomes = new Map<string, Type | { readonly refusal: string }>();
  readonly #locals: Json;
  readonly #inference: TypeInference;
  #depth = 0;

  constructor(private readonly document: Json) {
    this.#locals = Object.assign({}, ...listIn(document["locals"]).map(objectIn)) as Json;
    this.#inference = new TypeInference((root, steps) => this.#reference(root, steps));
  }

  /** Why Terraform refuses a text, whatever the values in it are. */
  problem(written: string): string | undefined {
    const outcome = this.#outcome(written);
    return "refusal" in outcome ? outcome.refusal : undefined;
  }

  /** The type of a text that is a template; any where Terraform refuses it. */
  type(written: string): Type {
    const outcome = this.#outcome(written);
    return "refusal" in outcome ? any : outcome;
  }

  #outcome(written: string): Type | { readonly refusal: string } {
    const known = this.#outcomes.get(written);
    if (known !== undefined) return known;
    if (this.#depth >= furthest) return any;
    // Values may be in a circle.
    this.#outcomes.set(written, any);
    this.#depth += 1;
    const parts = mayBeTemplate(written) ? analyzedTemplate(written) : [{ literal: written }];
    const outcome = attempt(() => (parts === undefined ? any : this.#inference.template(parts)));
    this.#depth -= 1;
    const settled = "refusal" in outcome ? outcome : outcome.value;
    this.#outcomes.set(written, settled);
    return settled;
  }

  #reference(root: string, steps: readonly ReferenceStep[]): Found {
    const [name, ...rest] = steps;
    if (typeof name !== "string") return [any, []];
    switch (root) {
      case "var":
        return [variableType(objectIn(ownValue(objectIn(this.document["variable"]), name))), rest];
      case "local":
        return this.#written(ownValue(this.#locals, name), rest);
      case "path":
      case "terraform":
        return [name === "applying" ? any : text, rest];
      case "count":
        return [{ is: "number" }, rest];
      case "each":
        return [name === "key" ? text : any, rest];
      case "resource":
        return this.#reference(name, rest);
      default:
        return this.#attribute(root, name, rest);
    }
  }

  /** What is written in the stack, as far as steps lead into it. */
  #written(json: unknown, steps: readonly ReferenceStep[]): Found {
    const [step, ...rest] = steps;
    if (typeof json === "string") return [this.type(json), steps];
    if (typeof json === "number") return [{ is: "number" }, steps];
    if (typeof json === "boolean") return [{ is: "bool" }, steps];
    if (Array.isArray(json)) return [{ is: "list", of: any }, steps];
    if (!isJsonObject(json)) return [any, []];
    if (typeof step !== "string") return [{ is: "map", of: any }, steps];
    return this.#written(ownValue(json, step), rest);
  }

  /** What a resource has; of one with instances, that they are a list or a map. */
  #attribute(type: string, name: string, steps: readonly ReferenceStep[]): Found {
    const named = objectIn(ownValue(objectIn(this.document["resource"]), type));
    if (!Object.hasOwn(named, name)) return [any, []];
    const one = typeOfResource(type);
    if (isSingle(this.document, `${type}.${name}`)) return [one, steps];
    const [index, ...rest] = steps;
    const isIndex = index !== undefined && !(typeof index === "object" && index.kind === "splat");
    if (isIndex) return [one, rest];
    const { count, for_each: each } = objectIn(listIn(named[name])[0]);
    const isFilled = each === undefined ? isPositive(count) : hasKeys(each);
    const is = each === undefined ? "list" : "map";
    return [isFilled ? { is, of: one, isFilled } : { is, of: any }, steps];
  }
}

/** The type of one instance of a resource; of a type that is not known, any. */
function typeOfResource(type: string): Type {
  const known = ofResources.get(type);
  if (known !== undefined) return known;
  const schema = schemaOf(type);
  if (schema === undefined) return any;
  const attributes = [
    ...[...schema.arguments].map(([name, { kind }]) => [name, ofKinds[kind]] as const),
    ...[...schema.blocks.keys()].map((name) => [name, any] as const),
  ];
  const found = objectOf(attributes);
  ofResources.set(type, found);
  return found;
}

function objectOf(attributes: readonly (readonly [string, Type])[]): Type {
  return {
    is: "object",
    attributes: new Map(attributes.map(([name, of]) => [name, { type: of, isOptional: true }])),
  };
}

const ofResources = new Map<string, Type>(
  [...builtInAttributes].map(([type, names]) => [
    type,
    objectOf(names.map((name) => [name, name === "id" ? text : any])),
  ]),
);

function isPositive(count: unknown): count is number {
  return typeof count === "number" && count > 0;
}

/** Whether a collection has a key that is written, and so an element. */
function hasKeys(collection: unknown): boolean {
  return Object.keys(objectIn(collection)).some((key) => key !== "//" && !mayBeTemplate(key));
}
