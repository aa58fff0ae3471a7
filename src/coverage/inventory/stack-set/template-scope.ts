import type { Place } from "../../../aws";
import { isOrganizationalUnitId } from "../../../aws/organizations";
import { isJsonObject } from "../../../json/value";
import { resourceTypes } from "../../resource-types";
import { computedValue } from "../computed";
import { refuseTemplate, type Template, type TemplateResource } from "./read-template";

/** JSON without intrinsic functions, and without null, which CloudFormation does not allow. */
export type PlainJson =
  string | number | boolean | readonly PlainJson[] | { readonly [name: string]: PlainJson };

/** What a resource is referred to by: what `Ref` gives, or its ARN. */
type Refer = (id: string, attribute: "Ref" | "Arn", path: string) => string;

/**
 * What the values of a template are in one account and region. Intrinsic functions that the template of
 * this package uses are analyzed: `Ref`, `Fn::GetAtt` of an ARN, `Fn::Sub` of pseudo parameters, `Fn::If`,
 * and `Fn::Equals` in conditions; any other is refused.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export class TemplateScope {
  readonly #conditions = new Map<string, boolean>();
  /** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
  readonly #pseudo: ReadonlyMap<string, string>;

  /** @throws TemplateError for a condition that is not analyzed, whether used or not */
  constructor(
    private readonly template: Template,
    private readonly place: Required<Place>,
  ) {
    this.#pseudo = new Map<string, string>([
      ["AWS::AccountId", place.account],
      ["AWS::Region", place.region],
      ["AWS::Partition", place.partition],
    ]);
    for (const [name, condition] of Object.entries(template.conditions)) {
      this.#conditions.set(name, this.#condition(condition, `Conditions.${name}`));
    }
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

  /** A value with its intrinsic functions resolved. @throws TemplateError */
  resolved(value: unknown, path: string, refer: Refer = this.#referred): PlainJson {
    // CloudFormation puts in what another service keeps.
    if (typeof value === "string" && value.includes("{{resolve:")) {
      refuseTemplate(path, "a dynamic reference is not analyzed");
    }
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      return value;
    }
    if (Array.isArray(value)) {
      return value.map((item: unknown, index) => this.resolved(item, `${path}.${index}`, refer));
    }
    if (!isJsonObject(value)) return refuseTemplate(path, "null is not allowed in a template");
    const names = Object.keys(value);
    const intrinsic = names.find((name) => name === "Ref" || name.startsWith("Fn::"));
    if (intrinsic === undefined) {
      return Object.fromEntries(
        names.map((name) => [name, this.resolved(value[name], `${path}.${name}`, refer)]),
      );
    }
    if (names.length > 1) refuseTemplate(path, `${intrinsic} does not stand alone`);
    return this.#call(intrinsic, value[intrinsic], `${path}.${intrinsic}`, refer);
  }

  #text(value: unknown, path: string, refer: Refer): string {
    const found = this.resolved(value, path, refer);
    return typeof found === "string" ? found : refuseTemplate(path, "it must be a text");
  }

  #call(name: string, argument: unknown, path: string, refer: Refer): string {
    if (name === "Ref" && typeof argument === "string") {
      return this.#pseudo.get(argument) ?? refer(argument, "Ref", path);
    }
    if (name === "Fn::Sub" && typeof argument === "string") {
      this.resolved(argument, path);
      return argument.replace(/\$\{([^}]*)\}?/gu, (written, variable: string) =>
        written.endsWith("}")
          ? (this.#pseudo.get(variable) ??
            refuseTemplate(path, `the variable ${written} is not analyzed`))
          : refuseTemplate(path, "a variable does not end"),
      );
    }
    const [first, second, third, ...others] = Array.isArray(argument)
      ? (argument as readonly unknown[])
      : [];
    if (name === "Fn::GetAtt" && typeof first === "string" && third === undefined) {
      if (second === "Arn") return refer(first, "Arn", path);
      return refuseTemplate(path, `the attribute ${String(second)} of ${first} is not analyzed`);
    }
    if (name === "Fn::If" && typeof first === "string" && third !== undefined && !others.length) {
      return this.#holds(first, path)
        ? this.#text(second, `${path}.1`, refer)
        : this.#text(third, `${path}.2`, refer);
    }
    return refuseTemplate(path, "this intrinsic function, or this form of it, is not analyzed");
  }

  #condition(condition: unknown, path: string): boolean {
    const [[name, argument] = [], ...others] = isJsonObject(condition)
      ? Object.entries(condition)
      : [];
    if (name !== "Fn::Equals" || others.length > 0) {
      refuseTemplate(path, "a condition other than Fn::Equals is not analyzed");
    }
    const at = `${path}.${name}`;
    if (!Array.isArray(argument) || argument.length !== 2) {
      return refuseTemplate(at, "it must be a list of 2");
    }
    const { account } = this.place;
    if (isOrganizationalUnitId(account) && JSON.stringify(argument).includes("AWS::AccountId")) {
      refuseTemplate(at, `${account} stands for every account: AWS::AccountId is not known`);
    }
    const [one, other] = argument.map((side: unknown, index) =>
      this.#text(side, `${at}.${index}`, unnamed),
    );
    return one === other;
  }

  #holds(condition: string, path: string): boolean {
    return (
      this.#conditions.get(condition) ??
      refuseTemplate(path, `the condition ${condition} does not exist`)
    );
  }

  readonly #referred: Refer = (id, attribute, path) => {
    const resource = this.template.resources.get(id);
    if (resource === undefined) return refuseTemplate(path, `${id} does not exist`);
    if (!this.isMade(resource)) {
      const { region } = this.place;
      refuseTemplate(path, `${id} is not created in ${region}: its condition does not hold`);
    }
    const { type, form, properties } = resource;
    if (form.ref === undefined) return refuseTemplate(path, `nothing can refer to ${id}`);
    const propertyOf = (argument: string) => {
      const [property = ""] =
        Object.entries(form.properties).find(([, [, wanted]]) => wanted === argument) ?? [];
      return { property, at: `Resources.${id}.Properties.${property}` };
    };
    const textOf = (argument: string): string | undefined => {
      const { property, at } = propertyOf(argument);
      if (!Object.hasOwn(properties, property)) return undefined;
      return this.#text(properties[property], at, unnamed);
    };
    const argument = resourceTypes.get(type)?.name ?? "name";
    const name =
      textOf(argument) ??
      refuseTemplate(propertyOf(argument).at, "it is missing: CloudFormation makes up a name");
    if (attribute === "Ref" && form.ref === "name") return name;
    const value = computedValue(
      {
        stack: "",
        address: id,
        type,
        place: this.place,
        argument: (wanted) => (wanted === argument ? name : textOf(wanted)),
      },
      attribute === "Arn" ? "arn" : form.ref,
    );
    return typeof value === "string"
      ? value
      : refuseTemplate(path, `the ${attribute} of ${id} is not known`);
  };
}

/** A name and a condition are made of texts and pseudo parameters alone. */
const unnamed: Refer = (id, _attribute, path) =>
  refuseTemplate(path, `a reference to ${id} is not analyzed here`);
