import type { Place } from "../../../aws";
import { isOrganizationalUnitId } from "../../../aws/organizations";
import { isJsonObject } from "../../../json/value";
import { intrinsicFunctions, mapped, scalarIn, substituted } from "./intrinsic-functions";
import type { PlainJson } from "./plain-json";
import type { Template, TemplateResource } from "./read-template";
import { TemplateConditions } from "./template-conditions";
import { refuseTemplate } from "./template-error";
import { parameterValues, type GivenParameters } from "./template-parameters";
import { referredValue } from "./template-references";

/** What a resource is referred to by: what `Ref` gives, or its ARN. */
type Refer = (id: string, attribute: string, path: string) => string;

/**
 * What the values of a template are in one account and region, its intrinsic functions resolved. Those
 * that ask AWS, or other stacks, are refused, and so is what CloudFormation gives where it deploys.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export class TemplateScope {
  readonly #conditions: TemplateConditions;
  /** Pseudo parameters and those of the template. */
  readonly #parameters: ReadonlyMap<string, string>;

  /** @throws TemplateError for a condition or parameter that is not analyzed, whether used or not */
  constructor(
    private readonly template: Template,
    private readonly place: Required<Place>,
    given: GivenParameters = {},
  ) {
    this.#parameters = new Map([
      ...parameterValues(template.parameters, given),
      // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
      ["AWS::AccountId", place.account],
      ["AWS::Region", place.region],
      ["AWS::Partition", place.partition],
      ["AWS::URLSuffix", place.partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com"],
    ]);
    this.#conditions = new TemplateConditions(template.conditions, this.#equal);
    this.#conditions.checkAll();
  }

  /** Whether the condition of a resource, if any, holds. @throws TemplateError */
  isMade({ id, condition }: TemplateResource): boolean {
    return condition === undefined || this.#holds(condition, `Resources.${id}.Condition`);
  }

  /** @throws TemplateError for an output whose value is not known, or of what is not created */
  checkOutputs(): void {
    for (const [name, { value, condition }] of this.template.outputs) {
      const at = `Outputs.${name}`;
      const isTold = condition === undefined || this.#holds(condition, `${at}.Condition`);
      if (isTold) this.resolved(value, `${at}.Value`);
    }
  }

  /** A value with its intrinsic functions resolved. @throws TemplateError, also where it is no value */
  resolved(value: unknown, path: string): PlainJson {
    return this.#resolved(value, path, this.#referred) ?? refuseTemplate(path, "it has no value");
  }

  /** @returns undefined for `AWS::NoValue`, which takes a property or an entry away */
  #resolved(value: unknown, path: string, refer: Refer): PlainJson | undefined {
    // CloudFormation puts in what another service keeps.
    if (typeof value === "string" && value.includes("{{resolve:")) {
      refuseTemplate(path, "a dynamic reference is not analyzed");
    }
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      return value;
    }
    if (Array.isArray(value)) {
      return value.flatMap((item: unknown, index) => {
        const entry = this.#resolved(item, `${path}.${index}`, refer);
        return entry === undefined ? [] : [entry];
      });
    }
    if (!isJsonObject(value)) return refuseTemplate(path, "null is not allowed in a template");
    const names = Object.keys(value);
    const intrinsic = names.find((name) => name === "Ref" || name.startsWith("Fn::"));
    if (intrinsic === undefined) {
      const entries = names.flatMap((name) => {
        const entry = this.#resolved(value[name], `${path}.${name}`, refer);
        return entry === undefined ? [] : [[name, entry] as const];
      });
      return Object.fromEntries(entries);
    }
    if (names.length > 1) refuseTemplate(path, `${intrinsic} does not stand alone`);
    return this.#call(intrinsic, value[intrinsic], `${path}.${intrinsic}`, refer);
  }

  #call(name: string, argument: unknown, path: string, refer: Refer): PlainJson | undefined {
    const resolve = (value: unknown, at: string) => this.#resolved(value, at, refer);
    if (name === "Ref" && argument === "AWS::NoValue") return undefined;
    if (name === "Ref" && typeof argument === "string") {
      return this.#parameters.get(argument) ?? refer(argument, "Ref", path);
    }
    if (name === "Fn::Sub") {
      return substituted(argument, path, resolve, (variable) => {
        const [id = "", attribute, ...others] = variable.split(".");
        return (
          this.#parameters.get(variable) ??
          refer(id, [attribute ?? "Ref", ...others].join("."), path)
        );
      });
    }
    if (name === "Fn::GetAtt") {
      const [id, attribute, ...others] = attributeIn(argument);
      if (typeof id !== "string" || typeof attribute !== "string" || others.length > 0) {
        return refuseTemplate(path, "this form of it is not analyzed");
      }
      return refer(id, attribute, path);
    }
    if (name === "Fn::If") {
      const [condition, yes, no, ...others] = listOf(argument);
      if (typeof condition !== "string" || no === undefined || others.length > 0) {
        return refuseTemplate(path, "it must be a list of 3, a condition first");
      }
      return this.#holds(condition, path) ? resolve(yes, `${path}.1`) : resolve(no, `${path}.2`);
    }
    if (name === "Fn::FindInMap") return mapped(this.template.mappings, argument, path, resolve);
    const call = intrinsicFunctions.get(name);
    if (call === undefined) return refuseTemplate(path, "this intrinsic function is not analyzed");
    if (name !== "Fn::Join") this.#refuseUnit(argument, path);
    return call(argument, path, resolve);
  }

  /** A unit stands for every account: what depends on the id of one cannot be told. */
  #refuseUnit(argument: unknown, path: string): void {
    const { account } = this.place;
    if (isOrganizationalUnitId(account) && JSON.stringify(argument).includes("AWS::AccountId")) {
      refuseTemplate(path, `${account} stands for every account: AWS::AccountId is not known`);
    }
  }

  readonly #equal = (sides: readonly unknown[], path: string): boolean => {
    this.#refuseUnit(sides, path);
    const [one, other] = sides.map((side, index) => {
      const at = `${path}.${index}`;
      return scalarIn(this.#resolved(side, at, unnamed), at);
    });
    return one === other;
  };

  #holds(condition: string, path: string): boolean {
    return this.#conditions.holds(condition, path);
  }

  readonly #referred: Refer = (id, attribute, path) => {
    if (id.startsWith("AWS::")) refuseTemplate(path, `${id} is known where it is deployed only`);
    const resource =
      this.template.resources.get(id) ?? refuseTemplate(path, `${id} does not exist`);
    const { place } = this;
    if (!this.isMade(resource)) {
      refuseTemplate(path, `${id} is not created in ${place.region}: its condition does not hold`);
    }
    const textOf = (value: unknown, at: string) => scalarIn(this.#resolved(value, at, unnamed), at);
    return referredValue(resource, attribute, { place, path, textOf });
  };
}

/** The two parts of what `Fn::GetAtt` gets: a list, or one text with a point. */
function attributeIn(argument: unknown): readonly unknown[] {
  return typeof argument === "string" ? argument.split(".") : listOf(argument);
}

function listOf(argument: unknown): readonly unknown[] {
  return Array.isArray(argument) ? (argument as readonly unknown[]) : [];
}

/** A name and a condition are made of texts and parameters alone. */
const unnamed: Refer = (id, _attribute, path) =>
  refuseTemplate(path, `a reference to ${id} is not analyzed here`);
