import { parseArn } from "../aws/arn";
import type { PolicyConditions } from "../aws/policy-document";

/** What Terraform is run for. */
export type Use = "plan" | "deploy";

/** A deployment plans first, so it needs what a plan needs. */
export const planning: readonly Use[] = ["plan", "deploy"];

/** What a plan does not need. */
export const deploying: readonly Use[] = ["deploy"];

/** One action on one resource, in one region where the service has regions. */
export interface Permission {
  readonly uses: readonly Use[];
  readonly action: string;
  /** ARN with `*` for its region, or `*`. */
  readonly resource: string;
  /** @default - the service has no regions, or any may be meant */
  readonly region?: string;
  readonly conditions: PolicyConditions;
}

/** An ARN apart from its region, so that what is the same in several regions is seen to be. */
export function apartFromRegion(arn: string): Pick<Permission, "resource" | "region"> {
  const region = parseArn(arn)?.region;
  if (region === undefined || region === "" || region === "*") return { resource: arn };
  return { resource: inRegion(arn, "*"), region };
}

/** An ARN with another region. */
export function inRegion(arn: string, region: string): string {
  return arn
    .split(":")
    .map((part, at) => (at === 3 ? region : part))
    .join(":");
}
