/** Whom a statement of a resource policy speaks of. */
export type PolicyPrincipal =
  | "*"
  | { readonly AWS: string | readonly string[] }
  | { readonly Service: string | readonly string[] };

/** Condition operators, each with the keys it tests and the values allowed. */
export type PolicyConditions = Readonly<
  Record<string, Readonly<Record<string, string | readonly string[]>>>
>;

/**
 * One statement of a policy.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export interface PolicyStatement {
  /** Letters and digits only; states in the policy why the statement exists. */
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  /** Left out in a policy of an identity. */
  readonly Principal?: PolicyPrincipal;
  readonly Action: string | readonly string[];
  /** Left out in the trust policy of a role. */
  readonly Resource?: string | readonly string[];
  readonly Condition?: PolicyConditions;
}

/** An IAM policy, for languages that accept it as an object. */
export interface Policy {
  readonly Version: "2012-10-17";
  readonly Statement: readonly PolicyStatement[];
}

/** An IAM policy with these statements. */
export function policy(...statements: readonly PolicyStatement[]): Policy {
  return { Version: "2012-10-17", Statement: statements };
}

/** The JSON text of an IAM policy with these statements: the one place that writes policies. */
export function policyDocument(...statements: readonly PolicyStatement[]): string {
  return JSON.stringify(policy(...statements));
}

/**
 * A statement that refuses every request to a resource that is not encrypted in transit.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-securetransport
 */
export function onlyWithTls(
  action: string,
  ...resources: readonly [string, ...string[]]
): PolicyStatement {
  return {
    Sid: "NobodyWithoutTLS",
    Effect: "Deny",
    Principal: "*",
    Action: action,
    Resource: resources.length === 1 ? resources[0] : resources,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}
