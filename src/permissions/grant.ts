import type { Place } from "../aws/arn";
import type { PolicyConditions } from "../aws/policy-document";

/** A resource before the apply, as the ARNs of its calls are made of it. */
export interface NamedResource {
  readonly place: Required<Place>;
  /** An argument where it is a text that is known; `*` where it is not. */
  readonly text: (argument: string) => string;
  /** An argument where it is a text; undefined where it is left out. */
  readonly optional: (argument: string) => string | undefined;
  /** ARN of a role of its account, by name: its path is known to the role alone. */
  readonly role: (name: string) => string;
}

/**
 * What a call is about:
 * - `anything in its region`: IAM knows no resource for it, or AWS gives the resource its id
 * - `anything`: the same of a service without regions
 * - else ARNs; those of a region name it
 */
export type Target =
  "anything in its region" | "anything" | ((resource: NamedResource) => readonly string[]);

/** Calls of Terraform's provider that are about the same, by the actions that IAM knows them as. */
export interface Grant {
  readonly on: Target;
  /** What a refresh calls, and so a plan. @default - nothing */
  readonly plan?: readonly string[];
  /** What creating, changing and destroying call beside it. @default - nothing */
  readonly deploy?: readonly string[];
  /** @default - none */
  readonly conditions?: (resource: NamedResource) => PolicyConditions;
}

/** The grants of resource types, by their names in Terraform. */
export type TypeGrants = Readonly<Record<string, readonly Grant[]>>;
