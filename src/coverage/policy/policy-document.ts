import type { ConditionOperator } from "./condition-operators";
import type { PolicyVersion } from "./policy-text";

/**
 * What a policy is attached to: a principal (`identity`: no Principal), a resource (`resource`:
 * Principal and Resource) or a role as its trust policy (`trust`: Principal, no Resource).
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html
 */
export type PolicyKind = "identity" | "resource" | "trust";

/** A value a policy asks for: its text for a reader, and its test, compiled once. */
export interface PolicyPattern {
  /** As the policy spells it. */
  readonly text: string;
  /** Whether a value of the request fits. */
  readonly matches: (value: string) => boolean;
}

/** One principal that a statement names. */
export type PolicyPrincipal =
  | { readonly kind: "everyone" }
  | { readonly kind: "service"; readonly service: string }
  | { readonly kind: "account"; readonly account: string; readonly partition?: string }
  | { readonly kind: "identity"; readonly arn: string };

/** One operator applied to one condition key. */
export interface PolicyCondition {
  readonly operator: ConditionOperator;
  /** As the policy spells it. */
  readonly key: string;
  /** The values: one has to fit, or none for a negated operator. */
  readonly patterns: readonly PolicyPattern[];
}

/** One statement, its patterns compiled. */
export interface PolicyStatement {
  /** Its Sid, or its place: `#1` is the first. */
  readonly name: string;
  readonly effect: "Allow" | "Deny";
  /** Absent in an identity policy. */
  readonly principals?: readonly PolicyPrincipal[];
  readonly actions: readonly PolicyPattern[];
  /** Absent in a trust policy. */
  readonly resources?: readonly PolicyPattern[];
  /** All of them have to hold. */
  readonly conditions: readonly PolicyCondition[];
}

/** A policy that this evaluator understands completely. Immutable: parse once, evaluate often. */
export interface PolicyDocument {
  readonly kind: PolicyKind;
  readonly version: PolicyVersion;
  readonly statements: readonly PolicyStatement[];
}
