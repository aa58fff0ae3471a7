/** A type in Terraform's own JSON notation. */
export type TfType =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | readonly ["list" | "set" | "map", TfType]
  | readonly ["object", { readonly [name: string]: TfType }];

/** One argument or attribute. */
export interface Attribute {
  readonly name: string;
  readonly type: TfType;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
}

/** How often a nested block may occur. */
export type Nesting = "SINGLE" | "LIST" | "SET" | "MAP";

/** A block inside a block. */
export interface NestedBlock {
  readonly name: string;
  readonly block: Block;
  readonly nesting: Nesting;
  readonly minItems: number;
  /** 0 means any number. */
  readonly maxItems: number;
}

/** The arguments and nested blocks of a resource, a data source, a provider or a nested block. */
export interface Block {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly NestedBlock[];
}

/** The attribute of that name. */
export function attributeOf(block: Block, name: string): Attribute | undefined {
  return block.attributes.find((attribute) => attribute.name === name);
}

/** The schema as protocol 6 carries it. */
export function schemaToWire(block: Block): object {
  return { version: 0, block: blockToWire(block) };
}

function blockToWire(block: Block): object {
  return {
    version: 0,
    attributes: block.attributes.map(({ type, ...attribute }) => ({
      ...attribute,
      type: Buffer.from(JSON.stringify(type)),
    })),
    block_types: block.blocks.map((nested) => ({
      type_name: nested.name,
      block: blockToWire(nested.block),
      nesting: nested.nesting,
      min_items: nested.minItems,
      max_items: nested.maxItems,
    })),
  };
}
