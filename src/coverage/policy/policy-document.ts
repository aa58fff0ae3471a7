import type { ConditionOperator } from "./condition-operators";
import type { PolicyPattern } from "./policy-pattern";
import type { PolicyVersion } from "./policy-text";

/**
 * What a policy is attached to: a principal (`identity`: no Principal), a resource (`resource`:
 * Principal and Resource) or a role as its trust policy (`trust`: Principal, no Resource).
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html
 */
export type PolicyKind = "identity" | "resource" | "trust";

/** One principal that a statement names. */
export type PolicyPrincipal =
  | { readonly kind: "everyone" }
  | { readonly kind: "service"; readonly service: string }
  | { readonly kind: "account"; readonly account: string; readonly partition?: string }
  | { readonly kind: "identity"; readonly arn: string }
  /** A session, a unique id or a canonical user: perhaps one of an account, never a service. */
  | { readonly kind: "unresolved"; readonly text: string }
  /** Somebody that an identity provider vouches for: neither a service nor one of an account. */
  | { readonly kind: "federated"; readonly text: string };

/** One operator applied to one condition key. */
export interface PolicyCondition {
  readonly operator: ConditionOperator;
  /** As the policy spells it. */
  readonly key: string;
  /** The values: one has to fit, or none for a negated operator. */
  readonly patterns: readonly PolicyPattern[];
  readonly open?: undefined;
}

/** A condition that AWS understands and this evaluator does not. */
export interface OpenCondition {
  readonly key: string;
  /** Where it stands, and why it is not analyzed. */
  readonly open: string;
}

/** Values that a statement lists, or with `Not` before its name all others. */
export interface Selection<T> {
  readonly isNegated: boolean;
  readonly listed: readonly T[];
}

/** One statement, its patterns compiled. */
export interface PolicyStatement {
  /** Its Sid, or its place: `#1` is the first. */
  readonly name: string;
  readonly effect: "Allow" | "Deny";
  /** Absent in an identity policy. */
  readonly principals?: Selection<PolicyPrincipal>;
  readonly actions: Selection<PolicyPattern>;
  /** Absent in a trust policy. */
  readonly resources?: Selection<PolicyPattern>;
  /** All of them have to hold. */
  readonly conditions: readonly (PolicyCondition | OpenCondition)[];
}

/** A policy as AWS would take it; what is not analyzed in it stands open. Parse once, evaluate often. */
export interface PolicyDocument {
  readonly kind: PolicyKind;
  readonly version: PolicyVersion;
  readonly statements: readonly PolicyStatement[];
}
