import type { z } from "zod";
import { TemplateError } from "./template-error";

/** A step further into a template. */
export function stepInto(path: string, ...steps: readonly PropertyKey[]): string {
  return [...(path === "" ? [] : [path]), ...steps.map(String)].join(".");
}

/**
 * A part of a template as its schema has it.
 * @throws TemplateError that names every key that is not known, and every value of another kind
 */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  path: string,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new TemplateError(
    result.error.issues.flatMap((issue) => {
      const at = stepInto(path, ...issue.path);
      if (issue.code !== "unrecognized_keys") return [`${at}: ${issue.message}`];
      return issue.keys.map((key) => `${stepInto(at, key)} is not understood`);
    }),
  );
}
