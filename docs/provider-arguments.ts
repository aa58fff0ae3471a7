import { providerSchema } from "../__tests__/terraform/stand-in/provider-schema";
import { resourceSchema } from "../__tests__/terraform/stand-in/resource-schema";
import type { Attribute, Block, NestedBlock } from "../__tests__/terraform/stand-in/schema";
import { resourceTypes } from "../src/coverage/resource-types";

/** Data sources that stacks of other people may have, and that the export knows. */
const dataSources = [
  "aws_caller_identity",
  "aws_iam_policy_document",
  "aws_organizations_organization",
  "aws_partition",
  "aws_region",
  "aws_ssm_parameter",
];

/** A module with the arguments of each registered type, in the notation of `argument-schema.ts`. */
export function providerArgumentsModule(): string {
  const table = [...resourceTypes.keys()].map((type) => [type, schemaText(type)] as const);
  return argumentsModule(
    "providerArguments",
    "Arguments of each type in the provider's own schema; written by `npm run docs`.",
    table,
  );
}

/** The same of the provider's own configuration and of data sources. */
export function otherArgumentsModule(): string {
  return argumentsModule(
    "otherArguments",
    "Arguments of the provider and of data sources; written by `npm run docs`.",
    [
      ["provider.aws", textOf(providerSchema())],
      ...dataSources.map((type) => [`data.${type}`, schemaText(`data.${type}`)] as const),
    ],
  );
}

function argumentsModule(
  name: string,
  what: string,
  table: readonly (readonly [string, string])[],
): string {
  return [
    `/** ${what} */`,
    `export const ${name}: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(table))};`,
  ].join("\n");
}

function schemaText(type: string): string {
  const schema = resourceSchema(type);
  if (schema === undefined) throw new Error(`@cdktf/provider-aws has no ${type}`);
  return textOf(schema);
}

function textOf({ attributes, blocks }: Block): string {
  return [...attributes.map(attributeText), ...blocks.map(blockText)].join(" ");
}

function attributeText({ name, type, required, optional }: Attribute): string {
  const kind = typeof type === "string" ? type : collectionKind(type);
  const mark = required ? "!" : optional ? "" : "=";
  return `${name}${mark}${kind === "string" ? "" : `:${kind}`}`;
}

/** A collection of texts, or of something else. */
function collectionKind([kind, element]: readonly [string, unknown]): string {
  if (kind === "map" || kind === "object") return element === "string" ? "map" : "object";
  return element === "string" ? "list" : "objects";
}

function blockText({ name, block, nesting, minItems, maxItems }: NestedBlock): string {
  // Timeouts stand once.
  const most = nesting === "SINGLE" ? 1 : maxItems;
  return `${name}[${minItems}-${most === 0 ? "" : most}](${textOf(block)})`;
}
