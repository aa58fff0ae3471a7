import { listIn, objectIn, ownValue, type Json } from "../../json/value";
import { attempt, Evaluation, type Constant, type Names, type Outcome } from "./constants";

/** Local values in a row: what is made of more is not known. */
const LONGEST_CHAIN = 50;

/**
 * What the expressions of a stack are worth by its texts and local values alone. Variables, resources and
 * what is read are not known here: whoever starts Terraform, and AWS, say what they are.
 */
export class StackConstants {
  readonly #locals: Json;
  readonly #values = new Map<string, Constant>();
  readonly #outcomes = new Map<string, Outcome<Constant>>();
  readonly #evaluation = new Evaluation((name) => this.#local(name));
  #chain = 0;

  constructor(document: Json) {
    this.#locals = Object.assign({}, ...listIn(document["locals"]).map(objectIn)) as Json;
  }

  /** What a part of the stack is worth, the texts in which are templates. */
  outcome(json: unknown): Outcome<Constant> {
    if (typeof json !== "string") return this.#attempt(json);
    const known = this.#outcomes.get(json);
    if (known !== undefined) return known;
    const outcome = this.#attempt(json);
    this.#outcomes.set(json, outcome);
    return outcome;
  }

  /** What a text is worth where names such as `each` have values, or why Terraform has none for it. */
  outcomeWith(text: string, names: Names): Outcome<Constant> {
    return attempt(() => this.#evaluation.json(text, names));
  }

  /** The value of a part of the stack; undefined where it is not known, or Terraform would refuse it. */
  value(json: unknown): Constant {
    const outcome = this.outcome(json);
    return "refusal" in outcome ? undefined : outcome.value;
  }

  #attempt(json: unknown): Outcome<Constant> {
    return attempt(() => this.#evaluation.json(json));
  }

  /** What is refused of a local value is said of itself. */
  #local(name: string): Constant {
    if (this.#values.has(name)) return this.#values.get(name);
    const written = ownValue(this.#locals, name);
    // Local values may be in a circle.
    this.#values.set(name, undefined);
    if (written === undefined || this.#chain >= LONGEST_CHAIN) return undefined;
    this.#chain++;
    const value = this.value(written);
    this.#chain--;
    this.#values.set(name, value);
    return value;
  }
}
