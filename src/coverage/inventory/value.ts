import { ownValue } from "../../json/value";

const mark: unique symbol = Symbol.for("cdktf-aws-signin-alerts.unresolved");

/** A value that the generated Terraform alone does not say. */
export interface Unresolved {
  readonly [mark]: true;
  /** As it stands in the file; of a long one, its beginning. */
  readonly expression: string;
  readonly reason: string;
  /** Whether it refers to something that does not exist, so that Terraform itself would refuse it. */
  readonly dangling: boolean;
  /** Where the value is kept: `var.NAME`, or the ARN of a parameter. @default - that is not known, or it is made of others */
  readonly keptIn?: string;
}

/** A value of an attribute, references resolved. */
export type Value =
  string | number | boolean | null | Unresolved | readonly Value[] | ValueObject | undefined;

/** An attribute that has attributes: a block or a map. */
export interface ValueObject {
  readonly [name: string]: Value;
}

/** A value that is not known, and why. */
export function unresolved(expression: string, reason: string, dangling = false): Unresolved {
  // A text of a million characters says no more than its beginning.
  const shown = expression.length > 200 ? `${expression.slice(0, 200)}…` : expression;
  return { [mark]: true, expression: shown, reason, dangling };
}

/** A value that a variable or a parameter holds until Terraform runs. */
export function keptElsewhere(expression: string, keptIn: string): Unresolved {
  return { ...unresolved(expression, "it is known only where Terraform runs"), keptIn };
}

/** True for what the generated Terraform does not say, such as an attribute that AWS decides. */
export function isUnresolved(value: unknown): value is Unresolved {
  return typeof value === "object" && value !== null && mark in value;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isObjectValue(value: Value): value is ValueObject {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !isUnresolved(value)
  );
}

/** Whether a value says nothing: absent, null, an empty text or list. */
export function isBlank(value: Value): boolean {
  if (value === undefined || value === null || value === "") return true;
  return isList(value) && value.length === 0;
}

/** The first unresolved value in a value, or undefined. */
export function firstUnresolved(value: Value): Unresolved | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (isUnresolved(value)) return value;
  for (const part of isList(value) ? value : Object.values(value)) {
    const found = firstUnresolved(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The value that steps such as `.name` and `[0]` lead to. */
export function walk(value: Value, steps: readonly (string | number)[], text: string): Value {
  let found = value;
  for (const step of steps) {
    if (isUnresolved(found)) return found;
    if (isObjectValue(found)) found = ownValue(found, String(step));
    else if (isList(found)) found = found[Number(step)];
    else found = undefined;
    if (found === undefined) return unresolved(text, `it has no ${String(step)}`, true);
  }
  return found;
}
