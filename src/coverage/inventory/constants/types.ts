/** A type as the type constraints of Terraform's language say it. */
export type Type =
  | { readonly is: "any" | "string" | "number" | "bool" }
  | { readonly is: "list" | "set" | "map"; readonly of: Type }
  | { readonly is: "tuple"; readonly items: readonly Type[] }
  | { readonly is: "object"; readonly attributes: ReadonlyMap<string, Attribute> };

export interface Attribute {
  readonly type: Type;
  readonly isOptional: boolean;
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
