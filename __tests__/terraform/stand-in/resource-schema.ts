import { declarations, generatedSource } from "./generated-source";
import type { Attribute, Block, NestedBlock, Nesting, TfType } from "./schema";

type Declarations = ReadonlyMap<string, string>;
interface Flags {
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
}

const known = new Map<string, Block | undefined>();

/**
 * The schema of a resource (`aws_sqs_queue`) or data source (`data.aws_region`), read from the
 * installed `@cdktf/provider-aws`. Undefined where the provider has no such type.
 */
export function resourceSchema(type: string): Block | undefined {
  if (!known.has(type)) known.set(type, readSchema(type));
  return known.get(type);
}

function readSchema(type: string): Block | undefined {
  const data = type.startsWith("data.");
  const name = data ? type.slice("data.".length) : type;
  const folder = (data ? `data-${name}` : name.replace(/^aws_/, "")).replaceAll("_", "-");
  const source = generatedSource(folder);
  if (source === undefined) return undefined;
  const classes = declarations(source);
  for (const body of classes.values()) {
    if (/^class \w+ extends cdktf\.Terraform(Resource|DataSource) /.test(body))
      return readBlock(body, classes);
  }
  throw new Error(`no resource class in the generated source of ${type}`);
}

function readBlock(body: string, classes: Declarations): Block {
  const attributes: Attribute[] = [];
  const blocks: NestedBlock[] = [];
  for (const { name, code, flags } of accessors(body)) {
    const nested = nestedClass(code, classes);
    if (nested === undefined) attributes.push({ name, ...flags, type: simpleType(name, code) });
    // Blocks can't be computed: where a nested structure is, Terraform knows it as an attribute.
    else if (flags.computed) {
      const type = wrap(nested, objectType(nested.body, classes));
      attributes.push({ name, ...flags, type });
    } else blocks.push(nestedBlock(name, nested, flags, classes));
  }
  return { attributes, blocks };
}

/** Each attribute's comment with its flags, and the accessors that follow it. */
function accessors(body: string): { name: string; code: string; flags: Flags }[] {
  const comment =
    /^ {2}\/\/ (\w+) - computed: (true|false), optional: (true|false), required: (true|false)$/gm;
  const matches = [...body.matchAll(comment)];
  return matches.map((match, index) => ({
    name: match[1] ?? "",
    code: body.slice(match.index + match[0].length, matches[index + 1]?.index),
    flags: {
      computed: match[2] === "true",
      optional: match[3] === "true",
      required: match[4] === "true",
    },
  }));
}

interface NestedClass {
  readonly body: string;
  readonly nesting: Nesting;
  readonly atMostOne: boolean;
}

function nestedClass(code: string, classes: Declarations): NestedClass | undefined {
  const [, name, set] = / = new (\w+)\(this, "\w+"(?:, (true|false))?\)/.exec(code) ?? [];
  if (name === undefined) return undefined;
  const body = (className: string) => {
    const found = classes.get(className);
    if (found === undefined) throw new Error(`no class ${className} in the generated source`);
    return found;
  };
  const own = body(name);
  if (own.includes("extends cdktf.ComplexObject")) {
    const list = own.includes("super(terraformResource, terraformAttribute, false, 0)");
    return { body: own, nesting: list ? "LIST" : "SINGLE", atMostOne: list };
  }
  const element = body(name.replace(/(List|Map)$/, "OutputReference"));
  if (own.includes("extends cdktf.ComplexMap"))
    return { body: element, nesting: "MAP", atMostOne: false };
  return { body: element, nesting: set === "true" ? "SET" : "LIST", atMostOne: false };
}

function nestedBlock(
  name: string,
  nested: NestedClass,
  flags: Flags,
  classes: Declarations,
): NestedBlock {
  const single = nested.nesting === "SINGLE";
  const minItems = flags.required ? 1 : 0;
  return {
    name,
    block: readBlock(nested.body, classes),
    nesting: nested.nesting,
    minItems,
    maxItems: single ? minItems : nested.atMostOne ? 1 : 0,
  };
}

function objectType(body: string, classes: Declarations): TfType {
  const { attributes, blocks } = readBlock(body, classes);
  const fields = attributes.map(({ name, type }) => [name, type] as const);
  // Inside an attribute everything is a type, whatever its flags.
  const nested = blocks.map(
    (block) => [block.name, wrap(block, typeOfBlock(block.block))] as const,
  );
  return ["object", Object.fromEntries([...fields, ...nested])];
}

function typeOfBlock(block: Block): TfType {
  return [
    "object",
    Object.fromEntries([
      ...block.attributes.map(({ name, type }) => [name, type] as const),
      ...block.blocks.map((inner) => [inner.name, wrap(inner, typeOfBlock(inner.block))] as const),
    ]),
  ];
}

function wrap({ nesting }: { readonly nesting: Nesting }, type: TfType): TfType {
  if (nesting === "SINGLE") return type;
  if (nesting === "LIST") return ["list", type];
  return [nesting === "SET" ? "set" : "map", type];
}

const scalar: Readonly<Record<string, TfType>> = {
  String: "string",
  Number: "number",
  Boolean: "bool",
  Any: "dynamic",
};

function simpleType(name: string, code: string): TfType {
  const [, before, getter] = /return (.*)this\.get(\w+)Attribute\('\w+'\)/.exec(code) ?? [];
  const [, collection, set] =
    / = new cdktf\.(\w+)\(this, "\w+"(?:, (true|false))?\)/.exec(code) ?? [];
  const word = getter ?? collection;
  if (word === undefined) throw new Error(`cannot read the type of the attribute ${name}`);
  return typeOfWord(name, word, before?.includes("Fn.tolist(") === true || set === "true");
}

/** `String`, `List`, `NumberList`, `StringMapList`: the generator's names for types. */
function typeOfWord(name: string, word: string, set: boolean): TfType {
  const plain = scalar[word];
  if (plain !== undefined) return plain;
  const [, inner, outer] = /^(\w*?)(List|Map|Set)$/.exec(word) ?? [];
  if (inner === undefined || outer === undefined)
    throw new Error(`cannot read the type ${word} of the attribute ${name}`);
  const element = inner === "" ? "string" : typeOfWord(name, inner, false);
  if (outer === "Map") return ["map", element];
  return [set || outer === "Set" ? "set" : "list", element];
}
