import { allMutants } from "../mutation/all-mutants";
import { mutated, type Mutant } from "../mutation/mutant";
import { selected } from "../mutation/selection";
import { alikeOrganization, compared, judgedOf, MEMBERS, type Judged } from "./alike-organization";

const SEED = 20_261_127;
/** Every one; else one of each sort, a fifth of those in CI and fewer where a developer waits. */
const tried = process.env["MUTANTS"] ?? process.env["CI"];

function sampleOf(mutants: readonly Mutant[]): readonly Mutant[] {
  if (tried === "all") return mutants;
  const every = tried === undefined ? 30 : 5;
  return selected(mutants, SEED, 0).filter((_, at) => at % every === 0);
}

/** What is reported otherwise than when each account is judged by itself, and how many were not. */
function differencesOf(broken: readonly (readonly [Mutant, Judged])[]): readonly string[] {
  let abridged = 0;
  const differences = broken.flatMap(([{ stack, address, change }, judged]) => {
    const { isAbridged, isSame } = compared(judged);
    if (isAbridged) abridged++;
    return isSame ? [] : [`${stack} ${address}: ${change}`];
  });
  process.stdout.write(`${broken.length} mutants, ${abridged} judged by accounts that are alike\n`);
  expect(abridged).toBeGreaterThan(0);
  return differences;
}

const judged = judgedOf(alikeOrganization);
const mutants = sampleOf(allMutants(judged.stacks));

test("one fault anywhere is reported as it is when each account is judged by itself", () => {
  const broken = mutants.map(
    (mutant) => [mutant, { ...judged, stacks: mutated(judged.stacks, mutant) }] as const,
  );
  expect(differencesOf(broken)).toEqual([]);
}, 600_000);

test("a fault that three accounts share, and three have not, is reported as it is when each is judged by itself", () => {
  const three = MEMBERS.slice(0, 3).map((id) => `signin-account-${id}`);
  const broken = mutants
    .filter(({ stack }) => three.includes(stack))
    .map((mutant) => {
      const stacks = three.reduce(
        (all, stack) => mutated(all, { ...mutant, stack }),
        judged.stacks,
      );
      return [mutant, { ...judged, stacks }] as const;
    });
  expect(differencesOf(broken)).toEqual([]);
}, 600_000);
