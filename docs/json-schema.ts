import type { Form } from "../src/config/forms/form";
import { configuration } from "../src/config/keys";
import { described } from "../src/config/keys/described";
import type { GroupKey, Key } from "../src/config/keys/key";

/** The part of JSON Schema that the configuration uses. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
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
