import { isDeepStrictEqual } from "node:util";

/** A value that Terraform learns only at apply. */
export class Unknown {
  readonly unknown = true;
}

/** The one unknown value. */
export const UNKNOWN = new Unknown();

/** A value of Terraform's type system, as the plugin protocol carries it. */
export type TfValue = null | boolean | number | string | Unknown | TfValue[] | TfObject;

/** An object or a map. */
export interface TfObject {
  [name: string]: TfValue;
}

/** Whether the value is learnt only at apply. */
export function isUnknown(value: TfValue | undefined): value is Unknown {
  return value === UNKNOWN;
}

/** Whether the value is an object or a map. */
export function isObject(value: TfValue | undefined): value is TfObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isUnknown(value);
}

/** Whether two values are the same to Terraform; unknown equals nothing but itself. */
export function sameValue(left: TfValue | undefined, right: TfValue | undefined): boolean {
  return isDeepStrictEqual(left ?? null, right ?? null);
}

/** The text of an attribute, where it has one. */
export function textOf(value: TfValue | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
