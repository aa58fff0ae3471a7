import { parseArn } from "../../aws";
import { boundaryArn } from "../../aws/permissions-boundary";
import { blocked, step, type Hop } from "../finding";
import type { Resource } from "../inventory";
import type { Call } from "../policy";
import {
  accountOf,
  optionalText,
  requireAllowed,
  text,
  type ResourceIndex,
} from "../resource-index";

/** Whether a policy is the one that the configuration names for every role. */
export function isNamedBoundary(role: Resource, arn: string, named: string | undefined): boolean {
  const { partition, account } = parseArn(text(role, "arn")) ?? {};
  if (named === undefined || partition === undefined || account === undefined) return false;
  return boundaryArn({ partition, account }, named) === arn;
}

/**
 * AWS makes no role whose boundary is a policy of another account.
 * @throws BlockedError for such a role
 */
export function requireOwnBoundary(role: Resource): void {
  const arn = optionalText(role, "permissions_boundary");
  const owner = arn === undefined ? undefined : parseArn(arn)?.account;
  // Policies of AWS itself are of the account `aws`.
  if (arn === undefined || owner === "aws" || owner === accountOf(role)) return;
  blocked("not-analyzed-policy", role, `permissions_boundary: ${arn} is of another account`);
}

/**
 * Why the permissions boundary of a role lets it act; nothing where it has none. One that does not exist
 * here is taken at the word of the configuration that names it.
 * @param named boundary of every role, as the configuration has it
 * @throws BlockedError where the boundary does not allow, or is not known and the configuration names another
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function boundaryHops(
  index: ResourceIndex,
  role: Resource,
  call: Call,
  named: string | undefined,
): readonly Hop[] {
  const arn = optionalText(role, "permissions_boundary");
  if (arn === undefined) return [];
  const name = "permissions boundary";
  const [policy] = index.find("aws_iam_policy", arn);
  if (policy) {
    const document = { resource: policy, json: text(policy, "policy"), kind: "identity" } as const;
    const statement = requireAllowed(index, "role-boundary-denies", policy, [document], call);
    return [step(name, policy, `statement ${statement} allows ${call.action}`)];
  }
  if (!isNamedBoundary(role, arn, named)) {
    blocked("not-analyzed-policy", role, `permissions_boundary: ${arn} does not exist here`);
  }
  return [step(name, role, `assumed: the existing policy ${arn} allows ${call.action}`)];
}
