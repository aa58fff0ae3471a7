import { isJsonObject, type Json } from "../../../json/value";
import { stepInto } from "./checked";
import { resolvedText, type References } from "./intrinsics";
import { refuseTemplate } from "./template-error";

/** The conditions of a template in one account and region. */
export class Conditions {
  readonly #values = new Map<string, boolean | "open">();

  /** @param references - those of pseudo parameters: a condition cannot speak of a resource */
  constructor(
    private readonly conditions: Json,
    private readonly references: References,
  ) {}

  /** Whether a condition holds. @throws TemplateError for one that is not understood */
  holds(name: string, path: string): boolean {
    const known = this.#values.get(name);
    if (known === "open") refuseTemplate(path, `the condition ${name} refers to itself`);
    if (known !== undefined) return known;
    if (!Object.hasOwn(this.conditions, name)) {
      refuseTemplate(path, `there is no condition ${name}`);
    }
    this.#values.set(name, "open");
    const value = this.#evaluate(this.conditions[name], stepInto("Conditions", name));
    this.#values.set(name, value);
    return value;
  }

  #evaluate(expression: unknown, path: string): boolean {
    const [entry, ...others] = isJsonObject(expression) ? Object.entries(expression) : [];
    if (entry === undefined || others.length > 0) {
      return refuseTemplate(path, "it must be one condition function");
    }
    const [name, argument] = entry;
    const at = stepInto(path, name);
    switch (name) {
      case "Condition":
        return typeof argument === "string"
          ? this.holds(argument, at)
          : refuseTemplate(at, "it must be the name of a condition");
      case "Fn::Equals": {
        const [one, other] = arrayOf(argument, 2, 2, at).map((value, index) =>
          resolvedText(value, stepInto(at, index), this.references),
        );
        return one === other;
      }
      case "Fn::Not":
        return this.#all(arrayOf(argument, 1, 1, at), at).every((value) => !value);
      case "Fn::And":
        return this.#all(arrayOf(argument, 2, 10, at), at).every((value) => value);
      case "Fn::Or":
        return this.#all(arrayOf(argument, 2, 10, at), at).some((value) => value);
      default:
        return refuseTemplate(at, "this condition function is not understood");
    }
  }

  /** Every one is evaluated, so that none that is not understood is passed over. */
  #all(expressions: readonly unknown[], path: string): readonly boolean[] {
    return expressions.map((expression, index) =>
      this.#evaluate(expression, stepInto(path, index)),
    );
  }
}

function arrayOf(value: unknown, least: number, most: number, path: string): readonly unknown[] {
  if (Array.isArray(value) && value.length >= least && value.length <= most) return value;
  return refuseTemplate(
    path,
    `it must be a list of ${least === most ? least : `${least} to ${most}`}`,
  );
}
