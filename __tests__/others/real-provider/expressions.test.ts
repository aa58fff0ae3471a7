import { describeJudged, timed } from "../describe-judged";
import { plannedOutputs, refusedOutputs } from "./judged-outputs";
import { convertedValues, readLocals, readValues } from "./read-values";
import { acceptedSteps, refusedSteps, steppedLocals } from "./refused-steps";

describeJudged("Terraform, of expressions", ["terraform"], () => {
  test("refuses the steps that the check refuses, and no other", async () => {
    const refused = await timed("terraform", "steps into values", () =>
      refusedOutputs([...refusedSteps, ...acceptedSteps], steppedLocals),
    );
    expect(refused).toEqual([...refusedSteps].sort());
  });

  test("plans the values that the check reads, and has one for each that it does not read", async () => {
    const read = readValues.map(([expression]) => expression);
    const planned = await timed("terraform", "values of expressions", () =>
      plannedOutputs([...read, ...convertedValues], readLocals),
    );
    expect(planned.slice(0, read.length)).toEqual(readValues.map(([, value]) => value));
    expect(planned.slice(read.length)).toEqual(
      convertedValues.map((): unknown => expect.any(String)),
    );
  });
});
