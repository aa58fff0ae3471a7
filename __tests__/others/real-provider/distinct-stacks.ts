import type { SynthesizedStack } from "../../terraform/synthesized-stacks";

/** Stacks of several apps. */
export interface DistinctStacks<T> {
  /** They have every block that any of them has. */
  readonly judged: readonly T[];
  /** How many are left out: those whose every block a judged one has too. */
  readonly alike: number;
}

/**
 * Stacks that together have every block, those first that have the most of what is left for each process of the provider,
 * which Terraform starts for each region. Blocks are alike where they differ in tags, in how many and which regions,
 * accounts or units they name, in an id or in another number.
 */
export function distinctStacks<T extends SynthesizedStack>(
  stacks: readonly T[],
): DistinctStacks<T> {
  const left = new Map(stacks.map((stack) => [stack, new Set(blocksOf(stack))]));
  const judged: T[] = [];
  for (;;) {
    const [next] = [...left].sort((a, b) => worth(b) - worth(a));
    if (next === undefined || next[1].size === 0) break;
    const [stack, fresh] = next;
    judged.push(stack);
    left.delete(stack);
    for (const blocks of left.values()) for (const block of fresh) blocks.delete(block);
  }
  const inOrder = stacks.filter((stack) => judged.includes(stack));
  return { judged: inOrder, alike: left.size };
}

/** How many blocks a command judges for what it costs: Terraform, and a process for each provider. */
function worth([{ configuration }, blocks]: readonly [SynthesizedStack, ReadonlySet<string>]) {
  return blocks.size / (1 + Object.values(configuration["provider"] ?? {}).flat().length);
}

function blocksOf({ configuration }: SynthesizedStack): readonly string[] {
  return ["provider", "data", "resource"].flatMap((section) =>
    Object.entries(configuration[section] ?? {}).flatMap(([type, named]: [string, object]) =>
      Object.values(named).map((block: object) => `${section} ${type} ${withoutPlaces(block)}`),
    ),
  );
}

/** What makes no difference, and what stands for it. */
const differences: readonly (readonly [RegExp, string])[] = [
  [/_[0-9A-F]{8}(?![0-9A-F])/g, ""],
  [/"tags":\{[^}]*\}/g, "tags"],
  [/ou-[\w-]+/g, "ou"],
  [/[a-z]{2}(?:-[a-z]+)+-\d/g, "region"],
  [/\d+/g, "0"],
  // Lists, also within the text of an expression or of JSON, and the places in a filter of the log group.
  [/(?:\\*"(?:region|ou|0)\\*"(?:, ?)?)+/g, "places"],
  [
    /(?:\(?\$\.awsRegion = places(?: && \$\.recipientAccountId !?= places)*\)?(?: \|\| )?)+/g,
    "places",
  ],
];

/** The block without where it comes from and what makes no difference. */
function withoutPlaces(block: object): string {
  const own = Object.entries(block).filter(([key]) => key !== "//");
  const text = JSON.stringify(Object.fromEntries(own));
  return differences.reduce((rest, [from, to]) => rest.replaceAll(from, to), text);
}
