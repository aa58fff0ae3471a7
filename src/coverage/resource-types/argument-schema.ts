import { providerArguments } from "./provider-arguments";

/** A type of Terraform, as far as values can be told by it; elements of `list` and `map` are texts. */
export type ArgumentKind =
  "string" | "number" | "bool" | "list" | "objects" | "map" | "object" | "dynamic";

/** One argument or attribute of a resource or block. */
export interface ArgumentSchema {
  readonly kind: ArgumentKind;
  /** `computed`: the provider alone sets it. */
  readonly use: "required" | "optional" | "computed";
}

/** Blocks of one name inside a resource or block. */
export interface NestedSchema {
  readonly least: number;
  /** @default - any number */
  readonly most?: number;
  readonly block: BlockSchema;
}

/** What a resource or block may hold. */
export interface BlockSchema {
  readonly arguments: ReadonlyMap<string, ArgumentSchema>;
  readonly blocks: ReadonlyMap<string, NestedSchema>;
}

const known = new Map<string, BlockSchema>();

/** The provider's schema of a type; undefined for one that is not registered. */
export function schemaOf(type: string): BlockSchema | undefined {
  const text = Object.hasOwn(providerArguments, type) ? providerArguments[type] : undefined;
  if (text === undefined) return undefined;
  const found = known.get(type) ?? blockSchema(text);
  known.set(type, found);
  return found;
}

const ENTRY =
  /(?<name>\w+)(?:\[(?<least>\d+)-(?<most>\d*)\](?<open>\()|(?<mark>[!=]?)(?::(?<kind>\w+))?)|(?<close>\))/gu;

/**
 * Reads `name! count:number state= rule[0-1](id! value)`: required, of another type than text, set by the
 * provider alone, and a block with how often it may stand.
 */
export function blockSchema(text: string): BlockSchema {
  const newBlock = (): {
    arguments: Map<string, ArgumentSchema>;
    blocks: Map<string, NestedSchema>;
  } => ({
    arguments: new Map(),
    blocks: new Map(),
  });
  const root = newBlock();
  const open = [root];
  for (const { groups = {} } of text.matchAll(ENTRY)) {
    const { name = "", least, most, mark, kind = "string", close } = groups;
    if (close !== undefined) {
      open.pop();
    } else if (least !== undefined) {
      const block = newBlock();
      const limit = most === "" ? {} : { most: Number(most) };
      open.at(-1)?.blocks.set(name, { least: Number(least), ...limit, block });
      open.push(block);
    } else {
      const use = mark === "!" ? "required" : mark === "=" ? "computed" : "optional";
      // Generated: the types are those of Terraform.
      open.at(-1)?.arguments.set(name, { kind: kind as ArgumentKind, use });
    }
  }
  return root;
}
