import { z } from "zod";
import type { Json } from "../../../json/value";
import { Cache } from "../../cache";
import { checked, stepInto } from "./checked";
import { TemplateError } from "./template-error";
import type { TemplateType } from "./template-type";
import { templateTypes } from "./template-types";

/** A resource of a template, its intrinsic functions not yet resolved. */
export interface TemplateResource {
  /** Logical id. */
  readonly id: string;
  readonly type: TemplateType;
  /** Condition under which it is made. */
  readonly condition?: string;
  readonly properties: Json;
}

/** A CloudFormation template, as far as it is the same in every account and region. */
export interface Template {
  readonly conditions: Json;
  readonly resources: ReadonlyMap<string, TemplateResource>;
}

const shape = z.strictObject({
  Metadata: z.unknown().optional(),
  AWSTemplateFormatVersion: z.literal("2010-09-09").optional(),
  Description: z.string().optional(),
  Conditions: z.record(z.string(), z.unknown()).optional(),
  Resources: z.record(
    z.string(),
    z.strictObject({
      Type: z.string(),
      Condition: z.string().optional(),
      DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
      Properties: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});

type Body = z.output<typeof shape>["Resources"][string];

const templates = new Cache<Template>(100);

/** @throws TemplateError that names all that is not understood */
export function readTemplate(json: string): Template {
  return templates.get(json, () => templateOf(json));
}

function templateOf(json: string): Template {
  const { Conditions: conditions = {}, Resources: bodies } = checked(shape, parsed(json), "");
  const problems: string[] = [];
  const resources = Object.entries(bodies).flatMap(([id, body]) => {
    const path = stepInto("Resources", id);
    const type = templateTypes.get(body.Type);
    if (type === undefined) {
      problems.push(`${path}: the type ${body.Type} is not understood`);
      return [];
    }
    problems.push(...unknownNames(body, type, path, bodies));
    const { Condition: condition, Properties: properties = {} } = body;
    return [{ id, type, ...(condition !== undefined && { condition }), properties }];
  });
  if (problems.length > 0) throw new TemplateError(problems);
  return { conditions, resources: new Map(resources.map((resource) => [resource.id, resource])) };
}

/** Also of what is made nowhere: properties that are not understood, and orders that are none. */
function unknownNames(
  { Properties: properties = {}, DependsOn: order = [] }: Body,
  type: TemplateType,
  path: string,
  all: Readonly<Record<string, Body>>,
): readonly string[] {
  return [
    ...Object.keys(properties)
      .filter((name) => !type.properties.includes(name))
      .map((name) => `${stepInto(path, "Properties", name)} is not understood`),
    ...[order]
      .flat()
      .filter((name) => !Object.hasOwn(all, name))
      .map((name) => `${stepInto(path, "DependsOn")}: there is no resource ${name}`),
  ];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new TemplateError(["it is no JSON"]);
  }
}
