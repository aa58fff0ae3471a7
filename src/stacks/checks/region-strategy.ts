import type { Problem } from "../../config/problem";
import type { ConfigurationDraft } from "../../config/draft";

/** A change of region strategy that changes nothing. */
export function checkRegionStrategy({
  regionStrategy = "provider-per-region",
  movedFrom,
}: ConfigurationDraft): readonly Problem[] {
  if (movedFrom === undefined || movedFrom !== regionStrategy) return [];
  return [
    {
      path: ["movedFrom"],
      value: movedFrom,
      problem: `the accounts have this strategy: there is nothing to move from`,
      allowed: "the other strategy, or nothing",
      fix: "remove movedFrom, or say which regionStrategy to change to",
    },
  ];
}
