import { configurationSchema } from "../src/stacks";

/** The part of JSON Schema that the configuration uses. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: string;
  readonly pattern?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
}

/** Schema of the configuration file for editors, which understand draft 7 best. */
export function configurationJsonSchema(): JsonSchema {
  const { $schema, ...schema } = configurationSchema.toJSONSchema({ target: "draft-7" });
  return { $schema, title: "signin-alerts.yaml", ...schema } as JsonSchema;
}
