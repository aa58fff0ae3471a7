import { isJsonObject, type Json } from "../../../json/value";
import { refuseTemplate } from "./template-error";

/** Whether two sides of `Fn::Equals` are the same. @throws TemplateError */
type Equal = (sides: readonly unknown[], path: string) => boolean;

/**
 * The conditions of a template, whether used or not.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
 */
export class TemplateConditions {
  readonly #known = new Map<string, boolean>();
  /** Those that are being worked out. */
  readonly #open = new Set<string>();

  constructor(
    private readonly written: Json,
    private readonly equal: Equal,
  ) {}

  /** @throws TemplateError for one that is not analyzed */
  checkAll(): void {
    for (const name of Object.keys(this.written)) this.holds(name, `Conditions.${name}`);
  }

  /** @param path - of what asks. @throws TemplateError where it does not exist, or is not analyzed */
  holds(name: string, path: string): boolean {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    if (!Object.hasOwn(this.written, name)) {
      return refuseTemplate(path, `the condition ${name} does not exist`);
    }
    if (this.#open.has(name)) return refuseTemplate(path, `the condition ${name} needs itself`);
    this.#open.add(name);
    const holds = this.#value(this.written[name], `Conditions.${name}`);
    this.#open.delete(name);
    this.#known.set(name, holds);
    return holds;
  }

  #value(condition: unknown, path: string): boolean {
    const [[name, argument] = ["", undefined], ...others] = isJsonObject(condition)
      ? Object.entries(condition)
      : [];
    const at = `${path}.${name}`;
    if (others.length === 0 && name === "Condition" && typeof argument === "string") {
      return this.holds(argument, at);
    }
    const [least, most] = (others.length === 0 ? numbers.get(name) : undefined) ?? [0, 0];
    if (most === 0) return refuseTemplate(path, "this form of a condition is not analyzed");
    if (!Array.isArray(argument) || argument.length < least || argument.length > most) {
      const number = least === most ? `${least}` : `${least} to ${most}`;
      return refuseTemplate(at, `it must be a list of ${number}`);
    }
    if (name === "Fn::Equals") return this.equal(argument, at);
    // Each one is looked at: what is not analyzed is refused, whether it decides or not.
    const values = argument.map((each: unknown, index) => this.#value(each, `${at}.${index}`));
    if (name === "Fn::Not") return !values[0];
    return name === "Fn::And" ? values.every(Boolean) : values.some(Boolean);
  }
}

/** How many entries a function of conditions takes, least and most. */
const numbers = new Map<string, readonly [number, number]>([
  ["Fn::Equals", [2, 2]],
  ["Fn::Not", [1, 1]],
  ["Fn::And", [2, 10]],
  ["Fn::Or", [2, 10]],
]);
