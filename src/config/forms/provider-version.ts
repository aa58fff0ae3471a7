import type { Form } from "./form";

// Terraform reads no number of more digits than 18.
const constraint = /^(=|!=|>=|<=|>|<|~>)?\s*\d{1,9}(\.\d{1,9}){0,2}(-[\w.]+)?$/;

/** Oldest version that knows all that is generated. */
const oldest = [6, 25, 0] as const;

/** Less than 0 where the first version is older. */
function compared(one: readonly number[], other: readonly number[]): number {
  return [0, 1, 2].map((i) => (one[i] ?? 0) - (other[i] ?? 0)).find((apart) => apart !== 0) ?? 0;
}

/** Whether a condition lets only versions through that are too old. */
function isTooOld(condition: string): boolean {
  const [, operator = "=", text = ""] = /^([=!<>~]*)\s*([\d.]+)/.exec(condition) ?? [];
  const version = text.split(".").map(Number);
  const [major = 0, minor = 0] = version;
  if (operator === "<") return compared(version, oldest) <= 0;
  if (operator === "<=" || operator === "=" || operator === "") {
    return compared(version, oldest) < 0;
  }
  if (operator !== "~>") return false;
  const next = version.length < 3 ? [major + 1] : [major, minor + 1];
  return compared(next, oldest) <= 0;
}

/** Without the blanks around them, which a pattern could only find by trying each run of them. */
const conditionsOf = (text: string): readonly string[] =>
  text.split(",").map((part) => part.trim());

const isConstraint = (text: string): boolean =>
  conditionsOf(text).every((part) => constraint.test(part));

/** The version constraint of the AWS provider. */
export const providerVersion: Form = {
  allowed: `conditions joined by commas that a version of ${oldest.join(".")} or later meets, such as ">= 6.25.0, < 7.0.0" or "~> 6.25"`,
  test: (text) => isConstraint(text) && !conditionsOf(text).some(isTooOld),
  explain: (text) =>
    isConstraint(text)
      ? {
          problem: `no version of the AWS provider that this allows is ${oldest.join(".")} or later`,
          fix: "allow a later version, or leave the key out",
        }
      : {
          problem: "Terraform does not accept this version constraint",
          fix: "correct the constraint",
        },
};
