import { isJsonObject, listIn, objectIn, ownValue, type Json } from "../../json/value";

/** A resource without an instance of it. */
const resource = /^(?!module\.|data\.)(?<type>[a-z]\w*)\.(?<name>[A-Za-z_][\w-]*)$/u;

/**
 * Whether all blocks of a name change what the state has and nothing else: after the apply AWS has what the
 * resources of the stack say. One of another shape, or that Terraform refuses, is not of these.
 */
export function changesStateAlone(name: string, document: Json): boolean {
  const blocks = listIn(document[name]);
  if (!blocks.every(isJsonObject)) return false;
  if (name === "import") return areImports(blocks, document);
  return name === "removed" && blocks.every((block) => isRemoval(block, document));
}

/**
 * Each takes something else under the management of one resource.
 * @see https://developer.hashicorp.com/terraform/language/block/import
 */
function areImports(blocks: readonly Json[], document: Json): boolean {
  const isOnce = (argument: string): boolean =>
    new Set(blocks.map((block) => block[argument])).size === blocks.length;
  return (
    isOnce("to") &&
    isOnce("id") &&
    blocks.every(({ to, id, provider, ...others }) => {
      const body = declaredAt(document, to);
      return (
        isJsonObject(body) &&
        !("count" in body || "for_each" in body) &&
        typeof id === "string" &&
        id !== "" &&
        !/[$%]\{/u.test(id) &&
        (provider === undefined || provider === body["provider"]) &&
        Object.keys(others).length === 0
      );
    })
  );
}

/**
 * A resource that the stack does not have any more, whether it is destroyed or left as it is.
 * @see https://developer.hashicorp.com/terraform/language/block/removed
 */
function isRemoval({ from, lifecycle, ...others }: Json, document: Json): boolean {
  const settings = listIn(lifecycle);
  const { destroy, ...more } = objectIn(settings[0]);
  return (
    typeof from === "string" &&
    resource.test(from) &&
    declaredAt(document, from) === undefined &&
    settings.length === 1 &&
    typeof destroy === "boolean" &&
    Object.keys({ ...others, ...more }).length === 0
  );
}

/** What a stack says of a resource; undefined where it has none at that address. */
function declaredAt(document: Json, address: unknown): unknown {
  const { type = "", name = "" } = resource.exec(String(address))?.groups ?? {};
  return ownValue(objectIn(ownValue(objectIn(document["resource"]), type)), name);
}
