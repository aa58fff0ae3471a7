import { allowedCount, allowedNumbers } from "../src/config/forms/limits";
import type { Form } from "../src/config/forms/form";
import { configuration } from "../src/config/keys";
import type { GroupKey, Key } from "../src/config/keys/key";

/** The part of JSON Schema that the configuration uses. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** The sentence that says what is allowed. */
export const sentence = (allowed: string): string => `Allowed: ${allowed}.`;

/** What is allowed of a value, in a few words, or undefined where anything of its type is. */
export function allowedOf(key: Key): string | undefined {
  switch (key.type) {
    case "text":
      return key.form?.title ?? key.form?.allowed;
    case "number":
      return allowedNumbers(key);
    case "choice":
      return key.choices.join(", ");
    case "word-or-group":
      return `${key.word.choices.join(", ")}, or a group of ${Object.keys(key.group.keys).join(", ")}`;
    case "list": {
      const each = allowedOf(key.item);
      const size = key.size && allowedCount(key.size);
      const ofEach = each === undefined ? undefined : `each ${each}`;
      return [size, ofEach].filter((part) => part !== undefined).join(", ") || undefined;
    }
    case "map":
      return key.name?.title ?? key.name?.allowed;
    default:
      return undefined;
  }
}

/** What holds where a key is left out. */
export function defaultOf(key: Key): string | undefined {
  return key.default === undefined ? key.otherwise : String(key.default);
}

function described(key: Key): string {
  const allowed = allowedOf(key);
  const otherwise = defaultOf(key);
  return [
    key.description,
    ...(allowed === undefined ? [] : [sentence(allowed)]),
    ...(otherwise === undefined ? [] : [`Default: ${otherwise}.`]),
  ].join(" ");
}

/** A pattern says what is allowed, known texts are offered for completion; both, where new ones may come. */
function ofForm({ pattern, known }: Form): JsonSchema {
  const texts = {
    type: "string",
    ...(pattern?.flags.includes("i") === false && { pattern: pattern.source }),
  };
  if (!known) return texts;
  return pattern ? { anyOf: [{ enum: known }, texts] } : { enum: known };
}

function ofGroup({ keys }: GroupKey, type?: string): JsonSchema {
  const required = Object.entries(keys).filter(([, key]) => key.required);
  return {
    type: "object",
    properties: {
      ...(type !== undefined && { type: { const: type } }),
      ...Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, ofKey(key)])),
    },
    required: [...(type === undefined ? [] : ["type"]), ...required.map(([name]) => name)],
    additionalProperties: false,
  };
}

function ofType(key: Key): JsonSchema {
  switch (key.type) {
    case "text":
      return key.form ? ofForm(key.form) : { type: "string" };
    case "number":
      return "least" in key.limits
        ? { type: "integer", minimum: key.limits.least, maximum: key.limits.most }
        : { enum: key.limits };
    case "flag":
      return { type: "boolean" };
    case "choice":
      return { enum: key.choices };
    case "list": {
      const { least, most } = key.size ?? {};
      return {
        type: "array",
        items: ofKey(key.item),
        ...(least !== undefined && { minItems: least }),
        ...(most !== undefined && { maxItems: most }),
        ...(key.once?.by === undefined && key.once && { uniqueItems: true }),
      };
    }
    case "map":
      return {
        type: "object",
        ...(key.name?.known && { propertyNames: { enum: key.name.known } }),
        additionalProperties: ofKey(key.value),
        ...(key.size?.most !== undefined && { maxProperties: key.size.most }),
      };
    case "word-or-group":
      return { anyOf: [ofType(key.word), ofGroup(key.group)] };
    case "group":
      return ofGroup(key);
    case "variants":
      return {
        oneOf: Object.entries(key.variants).map(([type, each]) => ({
          ...ofGroup(each, type),
          description: each.description,
        })),
      };
  }
}

function ofKey(key: Key): JsonSchema {
  const description = described(key);
  return {
    ...ofType(key),
    ...(description !== "" && { description }),
    ...(key.default !== undefined && { default: key.default }),
  };
}

/** Schema of the configuration file for editors, which understand draft 7 best. */
export function configurationJsonSchema(): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "signin-alerts.yaml",
    ...ofKey(configuration),
  };
}
