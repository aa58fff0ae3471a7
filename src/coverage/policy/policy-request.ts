import { PolicyRequestError } from "./errors";

/** The value of a condition key in a request; several values only for keys that AWS calls multivalued. */
export type ContextValue = string | boolean | readonly string[];

/** An AWS service that acts for itself, for example EventBridge publishing to a topic. */
export interface ServicePrincipal {
  /** For example `events.amazonaws.com`. */
  readonly service: string;
}

/** An account, or a role of it. */
export interface AccountPrincipal {
  /** Twelve digits. */
  readonly account: string;
  /**
   * The organization the account belongs to.
   * @default - the account is in no organization, so `aws:PrincipalOrgID` is absent
   */
  readonly organization?: string;
  /**
   * The ARN of the role that acts.
   * @default - not known: a policy that names a role does not match, one that asks for `aws:PrincipalArn` is refused
   */
  readonly arn?: string;
}

/** Who asks. */
export type RequestPrincipal = ServicePrincipal | AccountPrincipal;

/** One call, as AWS authorizes it: who, what, on which resource, in which context. */
export interface PolicyRequest {
  /** Who asks. Not compared with an identity policy, which belongs to its principal. */
  readonly principal: RequestPrincipal;
  /** One action without wildcards, for example `events:PutEvents`. */
  readonly action: string;
  /** The ARN of one resource; for a trust policy, the role's. */
  readonly resource: string;
  /**
   * The condition keys of the call, names in any case. `aws:PrincipalOrgID`, `aws:PrincipalAccount`,
   * `aws:PrincipalArn`, `aws:PrincipalIsAWSService` and `aws:PrincipalServiceName` follow from the principal.
   * An empty list says that the key is absent.
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
   */
  readonly context: Readonly<Record<string, ContextValue>>;
}

const ACTION = /^[a-z0-9-]+:[a-z0-9]+$/i;
const RESOURCE = /^arn:[^:*?]+:[^:*?]+:[^:]*:[^:]*:./su;

/**
 * Refuses a request that cannot be one, before it is answered with a misleading "no".
 * @throws PolicyRequestError when the action, the resource or the principal is not a concrete one
 */
export function checkRequest(request: PolicyRequest): void {
  const { action, resource, principal } = request;
  if (!ACTION.test(action)) {
    throw new PolicyRequestError(
      `the action must be one action such as sns:Publish, got: ${action}`,
    );
  }
  if (!RESOURCE.test(resource)) {
    throw new PolicyRequestError(`the resource must be the ARN of one resource, got: ${resource}`);
  }
  if ("service" in principal || principal.arn === undefined) return;
  if (principal.arn.split(":")[4] !== principal.account) {
    throw new PolicyRequestError(
      `the principal's ARN must be of its account ${principal.account}, got: ${principal.arn}`,
    );
  }
}
