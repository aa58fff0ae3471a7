import { oldestProvider, reaches, versionRange } from "../../aws/version-range";
import type { Form } from "./form";

// Terraform reads no number of more digits than 18.
const constraint = /^(=|!=|>=|<=|>|<|~>)?\s*\d{1,9}(\.\d{1,9}){0,2}(-[\w.]+)?$/;

// Without the blanks around them, which the pattern could only find by trying each run of them.
const isConstraint = (text: string): boolean =>
  text.split(",").every((part) => constraint.test(part.trim()));

/** The version constraint of the AWS provider. */
export const providerVersion: Form = {
  allowed: `conditions joined by commas that a version of ${oldestProvider.join(".")} or later meets, such as ">= 6.25.0, < 7.0.0" or "~> 6.25"`,
  test: (text) => isConstraint(text) && reaches(versionRange([text]), oldestProvider),
  explain: (text) =>
    isConstraint(text)
      ? {
          problem: `no version of the AWS provider that this allows is ${oldestProvider.join(".")} or later`,
          fix: "allow a later version, or leave the key out",
        }
      : {
          problem: "Terraform does not accept this version constraint",
          fix: "correct the constraint",
        },
};
