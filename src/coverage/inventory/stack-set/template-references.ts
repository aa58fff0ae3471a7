import type { Place } from "../../../aws";
import { resourceTypes } from "../../resource-types";
import { computedValue } from "../computed";
import type { TemplateResource } from "./read-template";
import { refuseTemplate } from "./template-error";

/** Where something refers to a resource, and how its properties are read. */
interface Reference {
  readonly place: Required<Place>;
  /** Of what refers to it. */
  readonly path: string;
  /** @throws TemplateError for a property that is no text */
  readonly textOf: (property: unknown, path: string) => string;
}

/** What `Ref` and `Fn::GetAtt` of a resource give. @throws TemplateError for an attribute that is not known */
export function referredValue(
  { id, type, form, properties }: TemplateResource,
  attribute: string,
  { place, path, textOf }: Reference,
): string {
  if (form.ref === undefined) return refuseTemplate(path, `nothing can refer to ${id}`);
  const wanted = attribute === "Ref" ? form.ref : (form.attributes ?? usual)[attribute];
  if (wanted === undefined) {
    return refuseTemplate(path, `the attribute ${attribute} of ${id} is not analyzed`);
  }
  const propertyOf = (argument: string) => {
    const [property = ""] =
      Object.entries(form.properties).find(([, [, each]]) => each === argument) ?? [];
    return { property, at: `Resources.${id}.Properties.${property}` };
  };
  const written = (argument: string): string | undefined => {
    const { property, at } = propertyOf(argument);
    return Object.hasOwn(properties, property) ? textOf(properties[property], at) : undefined;
  };
  const nameArgument = resourceTypes.get(type)?.name ?? "name";
  const name =
    written(nameArgument) ??
    refuseTemplate(propertyOf(nameArgument).at, "it is missing: CloudFormation makes up a name");
  if (wanted === "name") return name;
  const value = computedValue(
    {
      stack: "",
      address: id,
      type,
      place,
      argument: (argument) => (argument === nameArgument ? name : written(argument)),
    },
    wanted,
  );
  return typeof value === "string"
    ? value
    : refuseTemplate(path, `the ${attribute} of ${id} is not known`);
}

/** Attributes that each type has, and those of Terraform that they are. */
const usual: Readonly<Record<string, string>> = { Arn: "arn" };
