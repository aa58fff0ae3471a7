import type { Problem } from "../problem";
import type { ConfigurationDraft } from "./draft";

const constraint = /^\s*(=|!=|>=|<=|>|<|~>)?\s*\d+(\.\d+){0,2}(-[\w.]+)?\s*$/;

/** The version constraint of the provider. */
export function checkProviderVersion({
  providerVersion: value,
}: ConfigurationDraft): readonly Problem[] {
  if (value === undefined || value.split(",").every((part) => constraint.test(part))) return [];
  return [
    {
      path: ["providerVersion"],
      value,
      problem: "Terraform does not understand this version constraint",
      allowed: 'conditions joined by commas, such as ">= 6.25.0, < 7.0.0" or "~> 6.25"',
      fix: "correct the constraint",
    },
  ];
}
