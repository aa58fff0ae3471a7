import { declarations, generatedSource } from "./generated-source";
import type { Attribute, Block, NestedBlock, TfType } from "./schema";

let known: Block | undefined;

/** The schema of the provider's own configuration, read from the installed `@cdktf/provider-aws`. */
export function providerSchema(): Block {
  if (known !== undefined) return known;
  const source = generatedSource("provider");
  if (source === undefined) throw new Error("@cdktf/provider-aws has no folder lib/provider");
  const parts = declarations(source);
  const provider = parts.get("AwsProvider") ?? "";
  // Both renderings name the same arguments; the last one is the one with types.
  const typed = provider.slice(provider.indexOf("synthesizeHclAttributes"));
  known = readArguments(typed, parts.get("AwsProviderConfig") ?? "", parts);
  return known;
}

function readArguments(
  code: string,
  properties: string,
  parts: ReadonlyMap<string, string>,
): Block {
  const attributes: Attribute[] = [];
  const blocks: NestedBlock[] = [];
  const argument =
    /(\w+): \{\s+value: (.+),\s+isBlock: (true|false),\s+type: "(\w+)",\s+storageClassType: "(\w+)",/g;
  for (const [, name = "", value = "", isBlock, type, storage = ""] of code.matchAll(argument)) {
    const required = isRequired(name, properties);
    if (isBlock === "true") {
      const mapper = /(\w+)ToHclTerraform/.exec(value)?.[1] ?? "";
      const nested = parts.get(`${mapper}ToHclTerraform`) ?? "";
      const own = parts.get(mapper.charAt(0).toUpperCase() + mapper.slice(1)) ?? "";
      blocks.push({
        name,
        block: readArguments(nested, own, parts),
        nesting: type === "set" ? "SET" : "LIST",
        minItems: required ? 1 : 0,
        maxItems: 0,
      });
    } else {
      attributes.push({
        name,
        type: argumentType(storage, type === "set"),
        required,
        optional: !required,
        computed: false,
      });
    }
  }
  return { attributes, blocks };
}

/** A property without a question mark is required. */
function isRequired(name: string, properties: string): boolean {
  const link = properties.indexOf(`#${name} `);
  return link !== -1 && /readonly \w+(\??):/.exec(properties.slice(link))?.[1] === "";
}

function argumentType(storage: string, set: boolean): TfType {
  const [, word = "string", collection] =
    /^(string|number|boolean)(List|Map)?$/.exec(storage) ?? [];
  const scalar = word === "boolean" ? "bool" : word === "number" ? "number" : "string";
  if (collection === "Map") return ["map", scalar];
  if (collection === "List") return [set ? "set" : "list", scalar];
  return scalar;
}
