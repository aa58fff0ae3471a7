import { listIn, objectIn, ownValue, type Json } from "../../json/value";
import {
  attempt,
  Evaluation,
  isCollection,
  refuse,
  stepped,
  type Constant,
  type Names,
  type Outcome,
  type Step,
} from "./constants";
import { bodyOf, isSingle, plannedArgument } from "./planned-arguments";
import { stackFile } from "./stack-file";
import { refuseStepsInto } from "./variable-steps";

/** Values that lead to one another in a row: what is made of more is not known. */
const LONGEST_CHAIN = 50;

/** Instances of a resource that are told apart. */
const MOST_INSTANCES = 1000;

/**
 * What the expressions of a stack are worth by its texts, local values and files alone. Variables, data sources
 * and most of what resources have are not known here: whoever starts Terraform, and AWS, say what they are.
 */
export class StackConstants {
  readonly #locals: Json;
  readonly #values = new Map<string, Constant>();
  readonly #outcomes = new Map<string, Outcome<Constant>>();
  readonly #evaluation: Evaluation;
  #chain = 0;
  /** The address that `self` stands for. */
  #self: string | undefined;

  /** @param folder - where its files are; files are not looked for without one */
  constructor(
    private readonly document: Json,
    folder?: string,
  ) {
    this.#locals = Object.assign({}, ...listIn(document["locals"]).map(objectIn)) as Json;
    this.#evaluation = new Evaluation({
      reference: (root, steps) => this.#reference(root, steps),
      file: (path) => stackFile(document, folder, path),
    });
  }

  /** What a part of the stack is worth, the texts in which are templates. */
  outcome(json: unknown): Outcome<Constant> {
    const work = () => attempt(() => this.#evaluation.json(json));
    if (typeof json !== "string") return work();
    const known = this.#outcomes.get(json);
    if (known !== undefined) return known;
    const outcome = work();
    this.#outcomes.set(json, outcome);
    return outcome;
  }

  /** The same in the block of an address, for which `self` stands, where names such as `each` have values. */
  outcomeAt(address: string, json: unknown, names: Names = new Map()): Outcome<Constant> {
    const isOwn = typeof json === "string" && /\bself\b/u.test(json);
    if (!isOwn && names.size === 0) return this.outcome(json);
    this.#self = address;
    const outcome = attempt(() => this.#evaluation.json(json, names));
    this.#self = undefined;
    return outcome;
  }

  /** The value of a part of the stack; undefined where it is not known, or Terraform would refuse it. */
  value(json: unknown): Constant {
    const outcome = this.outcome(json);
    return "refusal" in outcome ? undefined : outcome.value;
  }

  #reference(root: string, steps: readonly Step[]): Constant {
    const [first, ...inner] = steps;
    if (root === "self" && first !== undefined && "index" in first) {
      return refuse("self has no elements by an index");
    }
    if (first === undefined || !("name" in first)) return undefined;
    const { name } = first;
    switch (root) {
      case "local":
        return stepped(
          this.#once(`local.${name}`, () => ownValue(this.#locals, name)),
          inner,
        );
      case "path":
        return name === "module" || name === "root" ? stepped(".", inner) : undefined;
      case "var":
        refuseStepsInto(objectIn(ownValue(objectIn(this.document["variable"]), name)), inner);
        return undefined;
      case "self":
        return this.#self === undefined ? undefined : this.#planned(this.#self, name, inner);
      case "resource":
        return this.#reference(name, inner);
      default: {
        if (!isSingle(this.document, `${root}.${name}`)) {
          return stepped(this.#instances(`${root}.${name}`), inner);
        }
        const [argument, ...rest] = inner;
        return argument !== undefined && "name" in argument
          ? this.#planned(`${root}.${name}`, argument.name, rest)
          : undefined;
      }
    }
  }

  /** All instances of a resource, of which no more is known than how many there are, or their keys. */
  #instances(address: string): Constant {
    const { count, for_each: each } = bodyOf(this.document, address) ?? {};
    if (each === undefined) {
      const number = this.#once(`${address}.count`, () => count);
      const isBounded = typeof number === "number" && number >= 0 && number <= MOST_INSTANCES;
      return isBounded ? { kind: "tuple", items: Array.from({ length: number }) } : undefined;
    }
    const collection = this.#once(`${address}.for_each`, () => each);
    if (!isCollection(collection) || !("entries" in collection)) return undefined;
    const names = [...collection.entries.keys()].map((name) => [name, undefined] as const);
    return { kind: "object", entries: new Map(names) };
  }

  #planned(address: string, argument: string, steps: readonly Step[]): Constant {
    const planned = this.#once(`${address}.${argument}`, () =>
      plannedArgument(this.document, address, argument),
    );
    return stepped(planned, steps);
  }

  /** The value of what is called so. What is refused of it is said of itself. */
  #once(name: string, written: () => unknown): Constant {
    if (this.#values.has(name)) return this.#values.get(name);
    const json = written();
    // Values may be in a circle.
    this.#values.set(name, undefined);
    if (json === undefined || this.#chain >= LONGEST_CHAIN) return undefined;
    this.#chain++;
    const value = this.value(json);
    this.#chain--;
    this.#values.set(name, value);
    return value;
  }
}
