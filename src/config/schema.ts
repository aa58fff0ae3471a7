import { z } from "zod";
import { configuration } from "./keys";
import type { GroupKey, Key, VariantsKey } from "./keys/key";

function ofGroup({ keys }: GroupKey, type?: string): z.ZodObject {
  const shape = Object.entries(keys).map(([name, key]) => {
    const schema = schemaOf(key);
    return [name, key.required ? schema : schema.optional()] as const;
  });
  return z.strictObject({
    ...(type !== undefined && { type: z.literal(type) }),
    ...Object.fromEntries(shape),
  });
}

function ofVariants({ variants }: VariantsKey): z.ZodType {
  const [first, ...others] = Object.entries(variants).map(([type, each]) => ofGroup(each, type));
  return first ? z.discriminatedUnion("type", [first, ...others]) : z.never();
}

function schemaOf(key: Key): z.ZodType {
  switch (key.type) {
    case "text":
      return z.string();
    case "number":
      return z.number();
    case "flag":
      return z.boolean();
    case "choice":
      return z.enum(key.choices);
    case "list":
      return z.array(schemaOf(key.item));
    case "map":
      return z.record(z.string(), schemaOf(key.value));
    case "word-or-group":
      return z.union([schemaOf(key.word), ofGroup(key.group)]);
    case "group":
      return ofGroup(key);
    case "variants":
      return ofVariants(key);
  }
}

/** Shape of the configuration; what its values must be is checked beside it. */
export const configurationSchema: z.ZodType = ofGroup(configuration);
