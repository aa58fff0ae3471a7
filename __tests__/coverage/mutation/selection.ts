import type { Mutant } from "./mutant";

/** Numbers from 0 to 1 that are the same in every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What is broken and how, without the account, the region and the kind of alert. */
function signature({ stack, address, change }: Mutant): string {
  const part = stack.replace(/\d{12}/u, "account");
  const type = address.split(".")[0] ?? "";
  const role = /_Target_|_DeadLetters_|Policy|Role_|Rule-/u.exec(address)?.[0] ?? "";
  const how = change
    .replace(/aws\.[a-z]+-[a-z]+-\d/u, "region")
    .replace(/input_paths\.\w+/u, "input_paths.name");
  return [part, type, role, how].join(" ");
}

/** One mutant of each sort, drawn at random, and some more of all. */
export function selected(
  mutants: readonly Mutant[],
  seed: number,
  more: number,
): readonly Mutant[] {
  const random = randomNumbers(seed);
  const sorts = new Map<string, Mutant[]>();
  for (const mutant of mutants) {
    sorts.set(signature(mutant), [...(sorts.get(signature(mutant)) ?? []), mutant]);
  }
  const chosen = new Set<Mutant>();
  const draw = (from: readonly Mutant[]): void => {
    const mutant = from[Math.floor(random() * from.length)];
    if (mutant) chosen.add(mutant);
  };
  for (const sort of sorts.values()) draw(sort);
  for (let count = 0; count < more; count++) draw(mutants);
  return [...chosen];
}
