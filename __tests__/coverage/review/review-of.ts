import { coverageOf, inventoryOfStacks, type StackDocument } from "../../../src/coverage";
import {
  isHarmless,
  reviewMarkdown,
  reviewOf,
  type PlanFile,
  type Review,
  type Version,
} from "../../../src/coverage/report";
import { expectationsOf, resolve } from "../../../src/plan";
import type { SignInAlertsProps } from "../../../src/stacks";
import { organizationWith, stacksOf } from "../small-organization";

/** Changes the Terraform of stacks by hand. */
export type Edit = (stacks: readonly StackDocument[]) => readonly StackDocument[];

const versions = new Map<string, Version>();

/** A version of the small organization, some of it replaced, and its Terraform edited. */
export function versionOf(change: Partial<SignInAlertsProps> = {}, edit?: Edit): Version {
  const key = JSON.stringify(change);
  const kept = edit === undefined ? versions.get(key) : undefined;
  if (kept) return kept;
  const stacks = stacksOf(change);
  const inventory = inventoryOfStacks(edit === undefined ? stacks : edit(stacks));
  const expected = expectationsOf(resolve(organizationWith(change)));
  const version = {
    coverage: coverageOf(inventory, { expected }),
    inventory,
    configuration: "signin-alerts.yaml",
    watches: expected.watches,
  };
  if (edit === undefined) versions.set(key, version);
  return version;
}

/** An edit of the text of all stacks. */
export function rewriting(rewrite: (text: string) => string): Edit {
  // Edge: it was JSON before.
  return (stacks) => JSON.parse(rewrite(JSON.stringify(stacks))) as readonly StackDocument[];
}

/** How a review ended. */
export interface Reviewed {
  readonly review: Review;
  readonly harmless: boolean;
  readonly markdown: string;
}

/** The review of a change. */
export function reviewed(base: Version, head: Version, plans: readonly PlanFile[] = []): Reviewed {
  const review = reviewOf(base, head, plans);
  return { review, harmless: isHarmless(review), markdown: reviewMarkdown(review) };
}
