import { z } from "zod";
import type { ValueObject } from "../value";
import { checked } from "./checked";

/** A resource as Terraform would have it, before what AWS gives is added. */
export interface MadeResource {
  /** Terraform's type, such as `aws_sqs_queue`. */
  readonly type: string;
  /** Which part of the template's resource it is, such as `Targets.0`; none for the whole. */
  readonly part?: string;
  /** Named as Terraform names them. */
  readonly attributes: ValueObject;
}

/** How a resource of a template is referred to. */
export interface TemplateIdentity {
  readonly terraformType: string;
  /** Property that holds the name. */
  readonly nameProperty: string;
  /** What `Ref` gives. */
  readonly ref: "name" | "url";
}

/** A type of resource that a template may have. */
export interface TemplateType {
  /** Names of the properties that are understood. */
  readonly properties: readonly string[];
  /** None for what nothing can refer to. */
  readonly identity?: TemplateIdentity;
  /** @throws TemplateError for properties that are not understood */
  readonly make: (properties: unknown, path: string) => readonly MadeResource[];
}

/** A type whose properties are exactly those of a schema. */
export function templateType<Shape extends z.ZodRawShape>(
  shape: Shape,
  make: (properties: z.output<z.ZodObject<Shape, z.core.$strict>>) => readonly MadeResource[],
  identity?: TemplateIdentity,
): TemplateType {
  const schema = z.strictObject(shape);
  return {
    properties: Object.keys(shape),
    ...(identity && { identity }),
    make: (properties, path) => make(checked(schema, properties, path)),
  };
}

/** A text that is not empty. */
export const text = z.string().min(1);

/** A JSON object, such as a policy, as the text that Terraform has for it. */
export const document = z
  .record(z.string(), z.unknown())
  .transform((value) => JSON.stringify(value));
