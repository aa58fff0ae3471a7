import { describeJudged, timed } from "../describe-judged";
import { refusedOutputs } from "./judged-outputs";
import { acceptedFiles, files, locals, refusedFiles } from "./refused-files";
import { acceptedLanguages, refusedLanguages } from "./refused-languages";

describeJudged("Terraform, of texts of other languages", ["terraform"], () => {
  test("refuses the expressions that the check refuses, and no other", async () => {
    const refused = await timed("terraform", "expressions of other languages", () =>
      refusedOutputs([...refusedLanguages, ...acceptedLanguages]),
    );
    expect(refused).toEqual([...refusedLanguages].sort());
  });

  test("refuses the files and templates that the check refuses, and no other", async () => {
    const refused = await timed("terraform", "files and templates", () =>
      refusedOutputs([...refusedFiles, ...acceptedFiles], locals, files),
    );
    expect(refused).toEqual([...refusedFiles].sort());
  });
});
