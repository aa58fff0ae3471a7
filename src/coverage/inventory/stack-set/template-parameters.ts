import { z } from "zod";
import { refuseTemplate } from "./template-error";

/** A parameter of a template, as far as it is analyzed: a text or number, from a list if it says so. */
export const parameterShape = z.strictObject({
  Type: z.enum(["String", "Number"]),
  Default: z.union([z.string(), z.number()]).optional(),
  AllowedValues: z.array(z.union([z.string(), z.number()])).optional(),
  Description: z.string().optional(),
  ConstraintDescription: z.string().optional(),
  NoEcho: z.union([z.boolean(), z.enum(["true", "false"])]).optional(),
});

/** By name. */
export type TemplateParameters = Readonly<Record<string, z.output<typeof parameterShape>>>;

/** Values that a stack set gives to parameters of its template, by name. */
export type GivenParameters = Readonly<Record<string, string>>;

/**
 * The value of each parameter.
 * @throws TemplateError for one without a value, with another than is allowed, and for a value of none
 */
export function parameterValues(
  declared: TemplateParameters,
  given: GivenParameters,
): ReadonlyMap<string, string> {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(declared, name)) {
      refuseTemplate(`Parameters.${name}`, "the stack set gives it a value, and it does not exist");
    }
  }
  return new Map(
    Object.entries(declared).map(
      ([name, { Type: type, Default: usual, AllowedValues: allowed }]) => {
        const at = `Parameters.${name}`;
        const value = Object.hasOwn(given, name) ? given[name] : usual;
        if (value === undefined) return refuseTemplate(at, "it has no value");
        const text = String(value);
        if (type === "Number" && (text.trim() === "" || Number.isNaN(Number(text)))) {
          return refuseTemplate(at, `its value is not a number: ${text}`);
        }
        if (allowed !== undefined && !allowed.map(String).includes(text)) {
          return refuseTemplate(at, `its value is not one of AllowedValues: ${text}`);
        }
        return [name, text] as const;
      },
    ),
  );
}
