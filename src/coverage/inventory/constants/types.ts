/** A type as the type constraints of Terraform's language say it. */
export type Type =
  | { readonly is: "any" | "string" | "number" | "bool" }
  | CollectionType
  | { readonly is: "tuple"; readonly items: readonly Type[] }
  | { readonly is: "object"; readonly attributes: ReadonlyMap<string, Attribute> };

interface CollectionType {
  readonly is: "list" | "set" | "map";
  readonly of: Type;
  /** True where there surely is an element, so that the body of `for` is worked out. */
  readonly isFilled?: true;
}

export interface Attribute {
  readonly type: Type;
  readonly isOptional: boolean;
}

/** What a type is like, of which others can be made. */
export type Form = "any" | "plain" | "sequence" | "mapping";

export function formOf({ is }: Type): Form {
  switch (is) {
    case "any":
      return "any";
    case "string":
    case "number":
    case "bool":
      return "plain";
    case "list":
    case "set":
    case "tuple":
      return "sequence";
    case "map":
    case "object":
      return "mapping";
  }
}

/** A type as people write it. */
export function typeText(type: Type): string {
  switch (type.is) {
    case "list":
    case "set":
    case "map":
      return `${type.is}(${typeText(type.of)})`;
    case "tuple":
      return `tuple([${type.items.map(typeText).join(", ")}])`;
    case "object": {
      const attributes = [...type.attributes].map(
        ([name, { type: of }]) => `${name} = ${typeText(of)}`,
      );
      return `object({ ${attributes.join(", ")} })`;
    }
    default:
      return type.is;
  }
}
