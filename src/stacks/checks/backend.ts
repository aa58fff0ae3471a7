import { findRegion } from "../../aws";
import type { Problem } from "../problem";
import type { SignInAlertsProps } from "../props";

const constraint = /^\s*(=|!=|>=|<=|>|<|~>)?\s*\d+(\.\d+){0,2}(-[\w.]+)?\s*$/;

function checkProviderVersion(value: string | undefined): readonly Problem[] {
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

/** State and provider version. */
export function checkBackend({
  backend,
  providerVersion,
}: Partial<SignInAlertsProps>): readonly Problem[] {
  const problems = [...checkProviderVersion(providerVersion)];
  if (backend?.type === "s3" && !findRegion(backend.region)) {
    problems.push({
      path: ["backend", "region"],
      value: backend.region,
      problem: "AWS has no region of this name",
      allowed: "the region of the state bucket, such as eu-central-1",
      fix: "correct the region",
    });
  }
  const empty = Object.entries(backend ?? {}).filter(([, value]) => value === "");
  for (const [key, value] of empty) {
    problems.push({
      path: ["backend", key],
      value,
      problem: "this part of the backend is empty",
      allowed: "a name",
      fix: "give the name, or use backend: { type: local }",
    });
  }
  return problems;
}
