import type { SynthesizedStack } from "../../terraform/synthesized-stacks";

/** Stacks of several apps. */
export interface DistinctStacks<T> {
  /** They have every block that any of them has. */
  readonly judged: readonly T[];
  /** How many are left out: those whose every block a judged one has too. */
  readonly alike: number;
}

/**
 * The fewest regions first, as Terraform starts a process of the provider for each. Blocks are alike where they differ
 * in the name of a region, in an id or in another number.
 */
export function distinctStacks<T extends SynthesizedStack>(
  stacks: readonly T[],
): DistinctStacks<T> {
  const seen = new Set<string>();
  const blocks = stacks.map((stack) => ({ stack, texts: blocksOf(stack) }));
  const cheapest = blocks.sort((a, b) => providersOf(a.stack) - providersOf(b.stack));
  const judged = cheapest.flatMap(({ stack, texts }) => {
    const fresh = texts.filter((text) => !seen.has(text));
    for (const text of fresh) seen.add(text);
    return fresh.length > 0 ? [stack] : [];
  });
  return { judged, alike: stacks.length - judged.length };
}

function providersOf({ configuration }: SynthesizedStack): number {
  return Object.values(configuration["provider"] ?? {}).flat().length;
}

function blocksOf({ configuration }: SynthesizedStack): readonly string[] {
  return ["provider", "data", "resource"].flatMap((section) =>
    Object.entries(configuration[section] ?? {}).flatMap(([type, named]: [string, object]) =>
      Object.values(named).map((block: object) => `${section} ${type} ${withoutPlaces(block)}`),
    ),
  );
}

/** The block without where it comes from, which region it is of, and numbers. */
function withoutPlaces(block: object): string {
  const own = Object.entries(block).filter(([key]) => key !== "//");
  return JSON.stringify(Object.fromEntries(own))
    .replaceAll(/_[0-9A-F]{8}(?![0-9A-F])/g, "")
    .replaceAll(/[a-z]{2}(?:-[a-z]+)+-\d/g, "region")
    .replaceAll(/\d+/g, "0")
    .replaceAll(/(?:"region",?)+/g, "regions");
}
