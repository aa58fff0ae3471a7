import { z } from "zod";
import { repeatedKey } from "../../../json/repeated-key";
import { jsonIn, shownJson, type Json } from "../../../json/value";
import { Cache } from "../../../cache";
import { resourceTypes, type TemplateForm } from "../../resource-types";
import { TemplateError } from "./template-error";
import { circleIn } from "./template-order";
import { parameterShape, type TemplateParameters } from "./template-parameters";

/** A resource of a template, its intrinsic functions not yet resolved. */
export interface TemplateResource {
  /** Logical id. */
  readonly id: string;
  /** Terraform's type, such as `aws_sqs_queue`. */
  readonly type: string;
  readonly form: TemplateForm;
  /** Condition under which it is created. */
  readonly condition?: string;
  readonly properties: Json;
}

/** A CloudFormation template, as far as it is the same in every account and region. */
export interface Template {
  readonly parameters: TemplateParameters;
  readonly mappings: Json;
  readonly conditions: Json;
  readonly resources: ReadonlyMap<string, TemplateResource>;
  /** What a stack tells, by name: refused where it is of what is not created. */
  readonly outputs: ReadonlyMap<string, { readonly value: unknown; readonly condition?: string }>;
}

/** Snapshots are of databases and disks, of which a template here has none. */
const fate = z.enum(["Delete", "Retain", "RetainExceptOnCreate"]).optional();

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html */
const logicalId = z
  .string()
  .regex(/^[A-Za-z0-9]{1,255}$/u, "a name must have letters and digits only");

/** What changes nothing of the resources while there are, such as who may keep them, is read over. */
const shape = z.strictObject({
  Metadata: z.unknown().optional(),
  AWSTemplateFormatVersion: z.literal("2010-09-09").optional(),
  Description: z
    .string()
    .refine((text) => Buffer.byteLength(text) <= 1024, "it must be at most 1,024 bytes")
    .optional(),
  Parameters: z.record(logicalId, parameterShape).optional(),
  Mappings: z
    .record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())))
    .optional(),
  Conditions: z.record(logicalId, z.unknown()).optional(),
  Resources: z.record(
    logicalId,
    z.strictObject({
      Type: z.string(),
      Condition: z.string().optional(),
      DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
      Properties: z.record(z.string(), z.unknown()).optional(),
      Metadata: z.unknown().optional(),
      DeletionPolicy: fate,
      UpdateReplacePolicy: fate,
    }),
  ),
  Outputs: z
    .record(
      z.string(),
      z.strictObject({
        Value: z.unknown(),
        Description: z.string().optional(),
        Condition: z.string().optional(),
      }),
    )
    .optional(),
});

type Body = z.output<typeof shape>["Resources"][string];

/** The types that a template may hold: another one may change the path of an event unseen. */
const templateTypes = new Map(
  [...resourceTypes].flatMap(([type, { template: form }]) =>
    form?.type === undefined ? [] : [[form.type, { type, form }] as const],
  ),
);

const templates = new Cache<Template>(100);

/** @throws TemplateError that names all that is not analyzed */
export function readTemplate(json: string): Template {
  return templates.get(json, () => templateOf(json));
}

function templateOf(text: string): Template {
  const json = jsonIn(text);
  if (json === undefined) throw new TemplateError(["it is not valid JSON"]);
  const twice = repeatedKey(text);
  if (twice !== undefined) throw new TemplateError([`it has the key ${shownJson(twice)} twice`]);
  const parsed = shape.safeParse(json);
  if (!parsed.success) throw new TemplateError(parsed.error.issues.flatMap(problemsOf));
  const { Conditions: conditions = {}, Resources: bodies, Outputs: told = {} } = parsed.data;
  const { Parameters: parameters = {}, Mappings: mappings = {} } = parsed.data;
  const problems: string[] = [];
  const circle = circleIn(bodies);
  if (circle.length > 0) {
    problems.push(`Resources: they wait for each other in a circle: ${circle.join(", ")}`);
  }
  const resources = Object.entries(bodies).flatMap(([id, body]): readonly TemplateResource[] => {
    const found = templateTypes.get(body.Type);
    if (found === undefined) {
      problems.push(`Resources.${id}: the type ${body.Type} is not analyzed`);
      return [];
    }
    problems.push(...unknownNames(id, body, found.form, bodies));
    const { Condition: condition, Properties: properties = {} } = body;
    return [{ id, ...found, ...(condition !== undefined && { condition }), properties }];
  });
  if (problems.length > 0) throw new TemplateError(problems);
  const outputs = Object.entries(told).map(
    ([name, { Value: value, Condition: condition }]) =>
      [name, { value, ...(condition !== undefined && { condition }) }] as const,
  );
  return {
    parameters,
    mappings,
    conditions,
    resources: new Map(resources.map((resource) => [resource.id, resource])),
    outputs: new Map(outputs),
  };
}

function problemsOf(issue: z.core.$ZodIssue): readonly string[] {
  const at = issue.path.map(String);
  if (issue.code === "invalid_key")
    return issue.issues.map(({ message }) => `${at.join(".")}: ${message}`);
  if (issue.code !== "unrecognized_keys") return [`${at.join(".")}: ${issue.message}`];
  return issue.keys.map((key) => `${[...at, key].join(".")} is not analyzed`);
}

/** Also of what is created nowhere: properties that are not analyzed, and orders that name nothing. */
function unknownNames(
  id: string,
  { Properties: properties = {}, DependsOn: order = [] }: Body,
  form: TemplateForm,
  all: Readonly<Record<string, Body>>,
): readonly string[] {
  return [
    ...Object.keys(properties)
      .filter((name) => !Object.hasOwn(form.properties, name))
      .map((name) => `Resources.${id}.Properties.${name} is not analyzed`),
    ...[order]
      .flat()
      .filter((name) => !Object.hasOwn(all, name))
      .map((name) => `Resources.${id}.DependsOn: the resource ${name} does not exist`),
  ];
}
