import type { ExpectedCoverage, StackDocument } from "../../../src/coverage";
import { reportOf } from "../small-organization";
import { judge } from "./judgement";
import { mutated, type Mutant } from "./mutant";
import { selected } from "./selection";
import { reasonToSurvive } from "./survivors";

const SEED = 20_260_115;
const MORE = 100;
/** Every one; else one of each sort in CI, and a twentieth of those where a developer waits. */
const tried = process.env["MUTANTS"] ?? process.env["CI"];

/** Terraform that is right, and the ways to break it. */
export interface Unbroken {
  readonly stacks: readonly StackDocument[];
  readonly expected: ExpectedCoverage;
  readonly mutants: readonly Mutant[];
}

/** Tests that each mutant, or a sample of them, is reported. MUTANTS=all tries every one, which takes minutes. */
export function testMutants({ stacks, expected, mutants: all }: Unbroken): void {
  const sample = selected(all, SEED, MORE);
  const mutants = tried === "all" ? all : sample.filter((_, i) => tried === "true" || i % 20 === 0);

  test("nothing is reported while nothing is broken", () => {
    const { cells, findings } = reportOf(stacks, expected);
    expect(cells.filter(({ covered }) => !covered)).toEqual([]);
    expect(findings).toEqual([]);
    expect(cells.length).toBeGreaterThan(80);
  });

  test("every mutant is reported, and what is broken is named", () => {
    const judged = mutants.map((mutant) => ({
      mutant,
      judgement: judge(reportOf(mutated(stacks, mutant), expected), mutant),
    }));
    const missed = judged.filter(({ judgement }) => judgement !== "named");
    const reasons = new Map<string, number>();
    for (const { mutant, judgement } of missed) {
      const reason = judgement === "survived" ? reasonToSurvive(mutant) : undefined;
      if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    const harmless = [...reasons].map(([reason, count]) => `  ${count} harmless: ${reason}`);
    process.stdout.write(
      [
        `${mutants.length} of ${all.length} mutants tried, ${mutants.length - missed.length} caught and named`,
        ...harmless,
        "",
      ].join("\n"),
    );
    const unexplained = missed
      .filter(({ mutant, judgement }) => judgement !== "survived" || !reasonToSurvive(mutant))
      .map(
        ({ mutant, judgement }) =>
          `${judgement}: ${mutant.stack} ${mutant.address}: ${mutant.change}`,
      );
    expect(unexplained).toEqual([]);
  }, 600_000);
}
