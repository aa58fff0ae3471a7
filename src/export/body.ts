import { isJsonObject, listIn, type Json } from "../json/value";
import { argumentLimits, type BlockSchema } from "../coverage/resource-types";
import type { Block, Paragraph } from "./hcl/block";
import { jsonencodeLines } from "./hcl/json-text";
import type { Assignment, Lines } from "./hcl/lines";
import { evaluated, valueLines } from "./hcl/value";
import { orReport, type Report } from "./report";

/** What the arguments and blocks of a body belong to. */
export interface BodyOwner {
  /** Such as `aws_sqs_queue`, in messages too. */
  readonly type: string;
  /** Path of the block in it, each name with a dot behind it. @default "" */
  readonly path?: string;
}

/** A body by its schema: what JSON syntax writes alike is an argument or a block there. */
export function schemaBody(
  body: Json,
  schema: BlockSchema,
  owner: BodyOwner,
  report: Report,
): readonly Paragraph[] {
  const members = Object.entries(body).filter(([name]) => name !== "//");
  const assignments = members.flatMap(([name, value]): readonly Assignment[] =>
    schema.arguments.has(name) ? [[name, argumentLines(name, value, owner, report)]] : [],
  );
  const blocks = members.flatMap(([name, value]): readonly Block[] => {
    const nested = schema.blocks.get(name);
    if (nested) return nestedBlocks(name, value, nested.block, owner, report);
    if (name === "dynamic") return dynamicBlocks(value, schema, owner, report);
    if (!schema.arguments.has(name)) {
      const path = `${owner.path ?? ""}${name}`;
      report(`${path} is neither an argument nor a block of ${owner.type}`);
    }
    return [];
  });
  return [
    assignments.filter(([, lines]) => lines.length === 1),
    ...assignments.filter(([, lines]) => lines.length > 1).map((assignment) => [assignment]),
    ...blocks,
  ];
}

function argumentLines(name: string, value: unknown, owner: BodyOwner, report: Report): Lines {
  const { type, path = "" } = owner;
  const reportHere: Report = (problem) => {
    report(`${path}${name}: ${problem}`);
  };
  return orReport(reportHere, [], () => {
    if (typeof value !== "string") return valueLines(value, evaluated);
    const isDocument =
      argumentLimits[type]?.forms?.[`${path}${name}`] === "json" || name === "template_body";
    return jsonencodeLines(value, isDocument) ?? evaluated.value(value);
  });
}

function nestedBlocks(
  name: string,
  value: unknown,
  schema: BlockSchema,
  { type, path = "" }: BodyOwner,
  report: Report,
): readonly Block[] {
  return objectsIn(name, value, report).map((body) => ({
    type: name,
    body: schemaBody(body, schema, { type, path: `${path}${name}.` }, report),
  }));
}

/** Blocks that Terraform makes of a collection. */
function dynamicBlocks(
  value: unknown,
  schema: BlockSchema,
  owner: BodyOwner,
  report: Report,
): readonly Block[] {
  return objectsIn("dynamic", value, report).flatMap((named) =>
    Object.entries(named).flatMap(([name, bodies]) => {
      const nested = schema.blocks.get(name);
      if (nested === undefined)
        report(`${owner.path ?? ""}${name} is not a block of ${owner.type}`);
      if (nested === undefined) return [];
      return objectsIn(name, bodies, report).map(({ content, ...settings }) => ({
        type: "dynamic",
        labels: [name],
        body: [
          Object.entries(settings).map(([key, setting]): Assignment => [
            key,
            dynamicSetting(key, setting, report),
          ]),
          ...nestedBlocks(name, content, nested.block, owner, report).map((block) => ({
            ...block,
            type: "content",
          })),
        ],
      }));
    }),
  );
}

function dynamicSetting(key: string, setting: unknown, report: Report): Lines {
  if (key === "for_each") return orReport(report, [], () => valueLines(setting, evaluated));
  if (key === "iterator" && typeof setting === "string" && /^[A-Za-z_][\w-]*$/u.test(setting)) {
    return [setting];
  }
  report(`${key} of a dynamic block is not supported`);
  return [];
}

/** The bodies of blocks of one name: an object, a list of those, or nothing. */
export function objectsIn(name: string, value: unknown, report: Report): readonly Json[] {
  const bodies = listIn(value).filter((body) => body !== null);
  const objects = bodies.filter(isJsonObject);
  if (objects.length < bodies.length) report(`${name} is a block, which has to be an object`);
  return objects;
}

/** The members of an object by their labels, such as names; those of a list of objects add up. */
export function membersIn(
  name: string,
  value: unknown,
  report: Report,
): readonly (readonly [label: string, value: unknown])[] {
  return objectsIn(name, value, report)
    .flatMap(Object.entries<unknown>)
    .filter(([label]) => label !== "//");
}
