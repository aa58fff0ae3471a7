import type { Place } from "../../../aws";
import { isOrganizationalUnitId } from "../../../aws/organizations";
import { computedValue } from "../computed";
import { stepInto } from "./checked";
import { Conditions } from "./conditions";
import { resolvedText, type References } from "./intrinsics";
import type { Template, TemplateResource } from "./read-template";
import { refuseTemplate } from "./template-error";

/** What the names of a template stand for, in one account and region. */
export class TemplateScope implements References {
  readonly #conditions: Conditions;
  readonly #names = new Map<string, string>();
  /** Resources whose name is being looked for. */
  readonly #open = new Set<string>();

  constructor(
    private readonly template: Template,
    private readonly place: Required<Place>,
  ) {
    this.#conditions = new Conditions(template.conditions, {
      ref: (name, path) =>
        (name === "AWS::AccountId" && isOrganizationalUnitId(place.account)
          ? refuseTemplate(path, `${place.account} stands for every account: ${name} is not known`)
          : this.#pseudo(name)) ??
        refuseTemplate(path, `${name} is no pseudo parameter known here`),
      attribute: (_name, _attribute, path) =>
        refuseTemplate(path, "a condition cannot refer to a resource"),
      holds: (_condition, path) => refuseTemplate(path, "a condition cannot hold Fn::If"),
    });
    // CloudFormation refuses the whole template for a condition that nothing uses, too.
    for (const name of Object.keys(template.conditions)) {
      this.#conditions.holds(name, stepInto("Conditions", name));
    }
  }

  /** Whether the condition of a resource, if any, holds. @throws TemplateError */
  isMade({ id, condition }: TemplateResource): boolean {
    const path = stepInto("Resources", id, "Condition");
    return condition === undefined || this.#conditions.holds(condition, path);
  }

  readonly ref = (name: string, path: string): string => {
    const pseudo = this.#pseudo(name);
    if (pseudo !== undefined) return pseudo;
    const resource = this.#resource(name, path);
    return this.#given(resource, resource.type.identity?.ref ?? "", path);
  };

  readonly holds = (condition: string, path: string): boolean =>
    this.#conditions.holds(condition, path);

  readonly attribute = (name: string, attribute: string, path: string): string => {
    if (attribute !== "Arn") {
      refuseTemplate(path, `the attribute ${attribute} of ${name} is not understood`);
    }
    return this.#given(this.#resource(name, path), "arn", path);
  };

  /** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
  #pseudo(name: string): string | undefined {
    const { account, region, partition } = this.place;
    switch (name) {
      case "AWS::AccountId":
        return account;
      case "AWS::Region":
        return region;
      case "AWS::Partition":
        return partition;
      case "AWS::URLSuffix":
        return partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
      default:
        return undefined;
    }
  }

  #resource(name: string, path: string): TemplateResource {
    const resource = this.template.resources.get(name);
    if (resource === undefined) return refuseTemplate(path, `there is no ${name}`);
    if (!this.isMade(resource)) {
      refuseTemplate(
        path,
        `${name} is not made in ${this.place.region}: its condition does not hold`,
      );
    }
    return resource;
  }

  /** What AWS gives a resource that has a name. */
  #given(resource: TemplateResource, attribute: string, path: string): string {
    const { id, type } = resource;
    if (type.identity === undefined) return refuseTemplate(path, `nothing can refer to ${id}`);
    const name = this.#nameOf(resource, type.identity.nameProperty, path);
    if (attribute === "name") return name;
    const value = computedValue(
      {
        stack: "",
        address: id,
        type: type.identity.terraformType,
        place: this.place,
        argument: (wanted) => (wanted === "name" ? name : undefined),
      },
      attribute,
    );
    return typeof value === "string"
      ? value
      : refuseTemplate(path, `the ${attribute} of ${id} is not known`);
  }

  #nameOf({ id, properties }: TemplateResource, property: string, path: string): string {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    if (this.#open.has(id)) refuseTemplate(path, `the name of ${id} refers to itself`);
    const at = stepInto("Resources", id, "Properties", property);
    if (!Object.hasOwn(properties, property)) {
      refuseTemplate(at, "it is missing: CloudFormation makes up a name");
    }
    this.#open.add(id);
    try {
      const name = resolvedText(properties[property], at, this);
      this.#names.set(id, name);
      return name;
    } finally {
      this.#open.delete(id);
    }
  }
}
