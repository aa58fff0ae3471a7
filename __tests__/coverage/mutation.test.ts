import { allMutants } from "./mutation/all-mutants";
import { judge } from "./mutation/judgement";
import { mutated } from "./mutation/mutant";
import { selected } from "./mutation/selection";
import { reasonToSurvive } from "./mutation/survivors";
import { reportOf, stacksOf } from "./small-organization";

const SEED = 20_260_115;
const MORE = 100;

describe("coverage of Terraform that was broken in one place", () => {
  const stacks = stacksOf();
  const all = allMutants(stacks);
  // MUTANTS=all tries every one, which takes a minute.
  const mutants = process.env["MUTANTS"] === "all" ? all : selected(all, SEED, MORE);

  test("nothing is reported while nothing is broken", () => {
    const { cells, findings } = reportOf(stacks);
    expect(cells.filter(({ covered }) => !covered)).toEqual([]);
    expect(findings).toEqual([]);
    expect(cells.length).toBeGreaterThan(80);
  });

  test("every mutant is reported, and what is broken is named", () => {
    const judged = mutants.map((mutant) => ({
      mutant,
      judgement: judge(reportOf(mutated(stacks, mutant)), mutant),
    }));
    const missed = judged.filter(({ judgement }) => judgement !== "named");
    const reasons = new Map<string, number>();
    for (const { mutant, judgement } of missed) {
      const reason = judgement === "survived" ? reasonToSurvive(mutant) : undefined;
      if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    const harmless = [...reasons].map(([reason, count]) => `  ${count} survived: ${reason}`);
    process.stdout.write(
      `${mutants.length} of ${all.length} mutants tried, ${mutants.length - missed.length} caught and named\n${harmless.join("\n")}\n`,
    );
    const unexplained = missed
      .filter(({ mutant, judgement }) => judgement !== "survived" || !reasonToSurvive(mutant))
      .map(
        ({ mutant, judgement }) =>
          `${judgement}: ${mutant.stack} ${mutant.address}: ${mutant.change}`,
      );
    expect(unexplained).toEqual([]);
  }, 300_000);
});
