import { knownConditionKey } from "./condition-keys";
import type { PolicyCondition, PolicyStatement } from "./policy-document";

/** The value of a condition key in a request; several values only for keys that AWS calls multivalued. */
type ContextValue = string | boolean | readonly string[];

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

/** A condition key whose value, or absence, the evaluator cannot know: no answer is better than a guess. */
export class ConditionKeyError extends Error {
  override readonly name = "ConditionKeyError";

  /**
   * @param statement - the name of the statement that needs the keys
   * @param keys - the keys, as the policy spells them
   * @param why - for each key, why it cannot be decided
   */
  constructor(
    readonly statement: string,
    readonly keys: readonly string[],
    why: readonly string[],
  ) {
    super(`statement ${statement} cannot be decided: ${why.join("; ")}`);
  }
}

/** A request that AWS could not make: the caller's mistake, not the policy's. */
export class PolicyRequestError extends Error {
  override readonly name = "PolicyRequestError";
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

/** The values of a key in a request, as IAM compares them; an absent key has none. */
export type KeyValues = readonly string[];

const ABSENT: KeyValues = [];

/**
 * The values of each condition's key, in the order of the conditions.
 * @throws ConditionKeyError naming every key whose value or absence is not known
 * @throws PolicyRequestError when the request lists a key twice, or gives one value where `Bool` cannot read it
 */
export function contextValues(
  statement: PolicyStatement,
  request: PolicyRequest,
): readonly KeyValues[] {
  const values: KeyValues[] = [];
  const undecided: string[] = [];
  for (const condition of statement.conditions) {
    const found = valuesOf(condition.key, request);
    if (found === undefined) undecided.push(condition.key);
    else values.push(checked(found, condition));
  }
  if (undecided.length > 0) {
    throw new ConditionKeyError(statement.name, undecided, undecided.map(whyUndecided));
  }
  return values;
}

function whyUndecided(key: string): string {
  return knownConditionKey(key) === undefined
    ? `the condition key ${key} is not known`
    : `the request does not say what ${key} is`;
}

function valuesOf(key: string, request: PolicyRequest): KeyValues | undefined {
  const listed = listedValue(key, request.context) ?? principalValue(key, request.principal);
  if (listed === undefined) {
    return knownConditionKey(key)?.unlisted === "absent" ? ABSENT : undefined;
  }
  if (typeof listed === "string") return [listed];
  return typeof listed === "boolean" ? [String(listed)] : listed;
}

/** Names of condition keys are compared in any case. */
function listedValue(key: string, context: PolicyRequest["context"]): ContextValue | undefined {
  let found: ContextValue | undefined;
  let wanted: string | undefined;
  for (const name in context) {
    if (name.length !== key.length) continue;
    if (name !== key && name.toLowerCase() !== (wanted ??= key.toLowerCase())) continue;
    if (found !== undefined) throw new PolicyRequestError(`the request lists ${key} twice`);
    found = context[name];
  }
  return found;
}

/** What follows from who asks, where the request does not list it. */
function principalValue(key: string, principal: RequestPrincipal): ContextValue | undefined {
  const isService = "service" in principal;
  switch (key.toLowerCase()) {
    case "aws:principalisawsservice":
      return isService;
    case "aws:principalservicename":
      return isService ? principal.service : undefined;
    case "aws:principalorgid":
      return isService ? undefined : principal.organization;
    case "aws:principalaccount":
      return isService ? undefined : principal.account;
    case "aws:principalarn":
      return isService ? undefined : principal.arn;
    default:
      return undefined;
  }
}

function checked(values: KeyValues, { operator, key }: PolicyCondition): KeyValues {
  if (operator.presence) return values;
  // AWS defines a comparison of several values only for the set operators.
  if (values.length > 1 && operator.set === undefined) {
    throw new PolicyRequestError(
      `${key} has ${values.length} values, but ${operator.name} compares one: it needs ForAnyValue or ForAllValues`,
    );
  }
  const odd = values.find((value) => value !== "true" && value !== "false");
  if (operator.values === "boolean" && odd !== undefined) {
    throw new PolicyRequestError(`${key} must be true or false for ${operator.name}, got: ${odd}`);
  }
  return values;
}
