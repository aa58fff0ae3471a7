import { withoutAddresses } from "../aws/shown-endpoint";
import { findingRules, type RuleId } from "./finding-rules";

/** A resource of the generated Terraform, as people find it. */
export interface ResourceAddress {
  /** Stack that holds the resource. */
  readonly stack: string;
  /** Address in that stack, such as `aws_sns_topic.Resource`. */
  readonly address: string;
}

/** One step of an event: what it passed, and why it may go on. */
export interface Hop {
  /** What the step is, such as `forwarding rule` or `event bus policy`. */
  readonly name: string;
  readonly resource?: ResourceAddress;
  /** Why the event goes on, in words. */
  readonly reason: string;
}

/** Something that is wrong: of which rule, at which resource, and what in particular. */
export interface Finding {
  readonly rule: RuleId;
  readonly resource?: ResourceAddress;
  /** Names and values, such as the ARN that is missing; empty where the rule says it all. */
  readonly detail: string;
}

/** A finding at a resource. What it quotes may hold an address that is a credential, wherever it was put. */
export function finding(rule: RuleId, resource: ResourceAddress | undefined, detail = ""): Finding {
  return { rule, ...at(resource), detail: withoutAddresses(detail) };
}

/** A step of an event that it passed. */
export function step(name: string, resource: ResourceAddress | undefined, reason: string): Hop {
  // An organization's events take millions of steps, and few quote an address.
  const shown = reason.includes("://") ? withoutAddresses(reason) : reason;
  return { name, ...at(resource), reason: shown };
}

function at(resource: ResourceAddress | undefined): { readonly resource?: ResourceAddress } {
  if (resource === undefined) return {};
  const { stack, address } = resource;
  return { resource: { stack, address } };
}

/** A finding in one line: what is wrong, and what in particular. */
export function findingText({ rule, detail }: Finding): string {
  const { title } = findingRules[rule];
  return detail === "" ? title : `${title}: ${detail}`;
}

/** An event that goes no further; the tracer notes the finding. */
export class BlockedError extends Error {
  override readonly name = "BlockedError";

  constructor(
    readonly finding: Finding,
    /** Steps that the event took before, since the path branched. */
    readonly passed: readonly Hop[] = [],
  ) {
    super(findingText(finding));
  }
}

/** Goes on after some steps, which belong to the path where it ends in what follows. */
export function after<Result>(passed: readonly Hop[], follow: () => Result): Result {
  try {
    return follow();
  } catch (error) {
    if (!(error instanceof BlockedError)) throw error;
    throw new BlockedError(error.finding, [...passed, ...error.passed]);
  }
}

/** Ends a path. @throws BlockedError */
export function blocked(rule: RuleId, resource: ResourceAddress | undefined, detail = ""): never {
  throw new BlockedError(finding(rule, resource, detail));
}

/** What a function was blocked by, or nothing. */
export function blockersOf(run: () => unknown): readonly Finding[] {
  try {
    run();
    return [];
  } catch (error) {
    if (!(error instanceof BlockedError)) throw error;
    return [error.finding];
  }
}

/** A blocker with something added to its detail. */
export function withDetail({ detail, ...others }: Finding, change: (detail: string) => string) {
  return { ...others, detail: withoutAddresses(change(detail)) };
}
