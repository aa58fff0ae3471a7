import type { Json } from "../../json/value";
import { isList, isObjectValue, isUnresolved, unresolved, type Value } from "./value";

/** What `each` and `count` stand for in one instance of a block. */
export interface Repetition {
  /** Part of the address: a text for `for_each`, a number for `count`. */
  readonly key?: string | number;
  readonly value: Value;
}

/** The names in a resource block that are no attributes. */
const META = new Set(["//", "provider", "depends_on", "lifecycle", "for_each", "count"]);
const IMPERATIVE = new Set(["provisioner", "connection", "dynamic"]);

/** Names of a resource block's attributes, but for those in blocks that Terraform generates. */
export function attributeNames(body: Json): readonly string[] {
  return Object.keys(body).filter(isAttribute);
}

/** An attribute as it is written; undefined where it is not. */
export function attributeOf(body: Json, name: string): unknown {
  return isAttribute(name) && Object.hasOwn(body, name) ? body[name] : undefined;
}

function isAttribute(name: string): boolean {
  return !META.has(name) && !IMPERATIVE.has(name);
}

/** Names of the blocks that Terraform generates from a collection. */
export function dynamicBlocks(body: Json): readonly string[] {
  const { dynamic } = body;
  return typeof dynamic === "object" && dynamic !== null ? Object.keys(dynamic) : [];
}

/** The instances that `for_each` makes of a set or a map, or undefined when it is not known. */
export function repetitionsOf(collection: Value): readonly Repetition[] | undefined {
  if (isList(collection)) {
    const keys = collection.filter((item) => typeof item === "string");
    if (keys.length !== collection.length) return undefined;
    return keys.map((key) => ({ key, value: key }));
  }
  if (isObjectValue(collection)) {
    return Object.entries(collection).map(([key, value]) => ({ key, value }));
  }
  return undefined;
}

/** The number that `count` says, or undefined when it is not known. */
export function countOf(count: Value): number | undefined {
  const number = typeof count === "string" && count !== "" ? Number(count) : count;
  return typeof number === "number" && Number.isInteger(number) && number >= 0 ? number : undefined;
}

/** The instances that `count` makes. */
export function countedRepetitions(count: number): readonly Repetition[] {
  return Array.from({ length: count }, (_, key) => ({ key, value: null }));
}

/** What `each` or `count` is in an instance that is not known. */
export function unknownRepetition(collection?: Value): Repetition {
  const value = isUnresolved(collection)
    ? collection
    : unresolved("count or for_each", "it is neither a number nor a collection that is analyzed");
  return { value };
}

/** The end of an address: `["eu-central-1"]`, `[0]` or nothing. */
export function instanceSuffix({ key }: Repetition): string {
  return key === undefined ? "" : `[${JSON.stringify(key)}]`;
}
