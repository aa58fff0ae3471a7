import { configuration } from ".";
import type { ProblemPath } from "../problem";
import { valueAt } from "../edit";
import { ownValue } from "../../json/value";
import type { GroupKey, Key } from "./key";

/** The group of keys that a value has or may have; of variants the one that its `type` names. */
export function groupOf(key: Key | undefined, value: unknown): GroupKey | undefined {
  if (key?.type === "group") return key;
  if (key?.type === "word-or-group") return typeof value === "string" ? undefined : key.group;
  if (key?.type !== "variants") return undefined;
  const type = valueAt(value, ["type"]);
  return typeof type === "string" && Object.hasOwn(key.variants, type)
    ? key.variants[type]
    : undefined;
}

function inner(key: Key | undefined, step: string | number, value: unknown): Key | undefined {
  if (key?.type === "list") return key.item;
  if (key?.type === "map") return key.value;
  const keys = groupOf(key, value)?.keys ?? {};
  return Object.hasOwn(keys, step) ? keys[step] : undefined;
}

/** What is known of the key at a path of a configuration. */
export function keyAt(path: ProblemPath, value: unknown): Key | undefined {
  return path.reduce<Key | undefined>(
    (key, step, i) => inner(key, step, valueAt(value, path.slice(0, i))),
    configuration,
  );
}

/** The names of the keys that are known at a path. */
export function namesAt(path: ProblemPath, value: unknown): readonly string[] {
  const key = keyAt(path, value);
  const names = Object.keys(groupOf(key, valueAt(value, path))?.keys ?? {});
  return key?.type === "variants" ? ["type", ...names] : names;
}

/** The types that a section of several forms may have, with the names of the keys of each. */
export function typesAt(path: ProblemPath, value: unknown): ReadonlyMap<string, readonly string[]> {
  const key = keyAt(path, value);
  if (key?.type !== "variants") return new Map();
  return new Map(
    Object.entries(key.variants).map(([type, { keys }]) => [type, ["type", ...Object.keys(keys)]]),
  );
}

/** The environment variable of a secret that does not belong there, by its name here or in Terraform. */
export function secretAt(path: ProblemPath, value: unknown, key: string): string | undefined {
  const { secrets = {} } = groupOf(keyAt(path, value), valueAt(value, path)) ?? {};
  const name = key.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
  return ownValue(secrets, name);
}
