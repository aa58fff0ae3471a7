/**
 * A value that is not certain: AWS always sends the key but its value is not known, or AWS may leave the
 * key out. What is said of neither `oneOf` nor `startsWith` may be anything.
 */
export interface UncertainValue {
  /** `perhaps`: AWS's documentation does not say whether this call carries the key. */
  readonly sent: "always" | "perhaps";
  /** All values that it may have. @default - any */
  readonly oneOf?: readonly string[];
  /** How its value begins. @default "" */
  readonly startsWith?: string;
  /** Keys of one name here are sent together, or none of them is. @default - the key alone */
  readonly together?: string;
}

/** The value of a condition key in a request; a list of none says that the key is absent. */
export type ContextValue = string | boolean | readonly string[] | UncertainValue;

/** An AWS service that acts for itself, for example EventBridge publishing to a topic. */
interface ServicePrincipal {
  /** For example `events.amazonaws.com`. */
  readonly service: string;
}

/** An account, or a role of it. */
interface AccountPrincipal {
  /** Twelve digits. */
  readonly account: string;
  /**
   * The organization the account belongs to.
   * @default - the account is in no organization, so `aws:PrincipalOrgID` is absent
   */
  readonly organization?: string;
  /**
   * The ARN of the role that acts.
   * @default - not known: whether a policy that names a role means it cannot be decided
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
  /** Whether {@link resource} is only how the ARN begins, as for a log stream yet to be named. @default false */
  readonly isResourceOpen?: boolean;
  /**
   * The condition keys of the call, names in any case. Those of the principal follow from it; for the
   * others AWS's own table says whether a call that does not list them carries them.
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
   */
  readonly context: Readonly<Record<string, ContextValue>>;
}

/** A request that AWS could not make: the caller's mistake, not the policy's. */
export class PolicyRequestError extends Error {
  override readonly name = "PolicyRequestError";
}

const ACTION = /^[a-z0-9-]+:[a-z0-9]+$/i;
const RESOURCE = /^arn:[^:*?]+:[^:*?]+:[^:]*:[^:]*:./su;

/**
 * Refuses a request that cannot be one, before it is answered with a misleading "no".
 * @throws PolicyRequestError when the action, the resource, the principal or the context is not a concrete one
 */
export function checkRequest({ action, resource, principal, context }: PolicyRequest): void {
  if (!ACTION.test(action)) {
    throw new PolicyRequestError(
      `the action must be one action such as sns:Publish, got: ${action}`,
    );
  }
  if (!RESOURCE.test(resource)) {
    throw new PolicyRequestError(`the resource must be the ARN of one resource, got: ${resource}`);
  }
  const listed = new Set<string>();
  for (const key of Object.keys(context)) {
    if (listed.has(key.toLowerCase())) {
      throw new PolicyRequestError(`the request lists ${key} twice`);
    }
    listed.add(key.toLowerCase());
  }
  if ("service" in principal || principal.arn === undefined) return;
  if (principal.arn.split(":")[4] !== principal.account) {
    throw new PolicyRequestError(
      `the principal's ARN must be of its account ${principal.account}, got: ${principal.arn}`,
    );
  }
}
