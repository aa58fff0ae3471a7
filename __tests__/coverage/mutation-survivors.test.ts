import { judge } from "./mutation/judgement";
import { mutated } from "./mutation/mutant";
import { reasonToSurvive, survivors } from "./mutation/survivors";
import { asItComes, withChannels, withStackSet } from "./mutation/unbroken";
import { reportOf } from "./small-organization";

const tried = [asItComes(), withChannels(), withStackSet()].flatMap(
  ({ stacks, expected, mutants }) =>
    mutants.map((mutant) => ({ mutant, stacks, expected, because: reasonToSurvive(mutant) })),
);

test.each(survivors.map(({ of, change, because }) => [`${of}, ${change}`, because] as const))(
  "%s: there is such a change, and it loses nothing",
  (_, because) => {
    const survives = tried
      .filter((each) => each.because === because)
      .some(
        ({ mutant, stacks, expected }) =>
          judge(reportOf(mutated(stacks, mutant), expected), mutant) === "survived",
      );
    expect(survives).toBe(true);
  },
);

test("each reason is given once", () => {
  const reasons = survivors.map(({ because }) => because);
  expect(new Set(reasons).size).toBe(reasons.length);
});
