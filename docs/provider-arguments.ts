import { resourceSchema } from "../__tests__/terraform/stand-in/resource-schema";
import type { Attribute, Block, NestedBlock } from "../__tests__/terraform/stand-in/schema";
import { resourceTypes } from "../src/coverage/resource-types";

/** A module with the arguments of each registered type, in the notation of `argument-schema.ts`. */
export function providerArgumentsModule(): string {
  const table = Object.fromEntries(
    [...resourceTypes.keys()].map((type) => {
      const schema = resourceSchema(type);
      if (schema === undefined) throw new Error(`@cdktf/provider-aws has no ${type}`);
      return [type, textOf(schema)] as const;
    }),
  );
  return [
    "/** Arguments of each type in the provider's own schema; written by `npm run docs`. */",
    `export const providerArguments: Readonly<Record<string, string>> = ${JSON.stringify(table)};`,
  ].join("\n");
}

function textOf({ attributes, blocks }: Block): string {
  return [...attributes.map(attributeText), ...blocks.map(blockText)].join(" ");
}

function attributeText({ name, type, required, optional }: Attribute): string {
  const kind = typeof type === "string" ? type : type[0] === "set" ? "list" : type[0];
  const mark = required ? "!" : optional ? "" : "=";
  return `${name}${mark}${kind === "string" ? "" : `:${kind}`}`;
}

function blockText({ name, block, nesting, minItems, maxItems }: NestedBlock): string {
  // Timeouts stand once.
  const most = nesting === "SINGLE" ? 1 : maxItems;
  return `${name}[${minItems}-${most === 0 ? "" : most}](${textOf(block)})`;
}
