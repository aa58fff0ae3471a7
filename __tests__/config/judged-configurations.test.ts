import { catalog } from "../../src/catalog";
import { configuration } from "../../src/config/keys";
import type { Key } from "../../src/config/keys/key";
import { listIn, objectIn } from "../../src/json/value";
import { configurations } from "../others/real-provider/configurations";

const word = (path: string, value: unknown) => `${path}: ${JSON.stringify(value)}`;

/** What can be written: every key, and every word of a choice. */
function possible(path: string, key: Key): readonly string[] {
  switch (key.type) {
    case "flag":
      return [word(path, false), word(path, true)];
    case "choice":
      return key.choices.map((each) => word(path, each));
    case "list":
      return [path, ...possible(`${path}[]`, key.item)];
    case "map":
      return [path, ...possible(`${path}.NAME`, key.value)];
    case "word-or-group":
      return [...possible(path, key.word), ...possible(path, key.group)];
    case "group":
      return Object.entries(key.keys).flatMap(([name, each]) => possible(`${path}.${name}`, each));
    case "variants":
      return Object.entries(key.variants).flatMap(([type, each]) =>
        possible(`${path} ${type}`, each),
      );
    default:
      return [path];
  }
}

/** What a value has of that. A word that is left out is the default. */
function used(path: string, key: Key, value: unknown): readonly string[] {
  if (value === undefined) return key.default === undefined ? [] : [word(path, key.default)];
  switch (key.type) {
    case "flag":
    case "choice":
      return [word(path, value)];
    case "list":
      return [path, ...listIn(value).flatMap((item) => used(`${path}[]`, key.item, item))];
    case "map":
      return [
        path,
        ...Object.values(objectIn(value)).flatMap((each) => used(`${path}.NAME`, key.value, each)),
      ];
    case "word-or-group":
      return used(path, typeof value === "string" ? key.word : key.group, value);
    case "group":
      return Object.entries(key.keys).flatMap(([name, each]) =>
        used(`${path}.${name}`, each, objectIn(value)[name]),
      );
    case "variants": {
      const type = String(objectIn(value)["type"]);
      const variant = key.variants[type];
      return variant === undefined ? [] : used(`${path} ${type}`, variant, value);
    }
    default:
      return [path];
  }
}

test("the configurations that others judge have every key, and every word of a choice", () => {
  const written = new Set(configurations.flatMap(([, props]) => used("", configuration, props)));
  const missing = possible("", configuration).filter((each) => !written.has(each));
  expect(missing).toEqual([]);
});

test("the configurations that others judge have every kind, in one all on, in one all off but one", () => {
  const props = new Map(configurations);
  const kinds = (name: string) => Object.entries(props.get(name)?.kinds ?? {});
  const names = catalog.map(({ name }) => name).sort();
  const all = kinds("all-kinds");
  expect(all.map(([name]) => name).sort()).toEqual(names);
  expect(all.filter(([, choice]) => choice !== "on")).toEqual([]);
  const off = kinds("all-off-but-one");
  expect(off.map(([name]) => name).sort()).toEqual(names);
  expect(off.filter(([, choice]) => choice !== "off")).toEqual([["root-sign-in", "on"]]);
});
