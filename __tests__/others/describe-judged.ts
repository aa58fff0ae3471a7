import { writeNote } from "../../steps/judges/journal";
import { titles, type JudgeName, type Judges } from "../../steps/judges/judges";
import { journalFile, judgesOfRun } from "../../steps/judges/run-files";

/** The judges of these names, all of them there. */
export type Present<N extends JudgeName> = {
  readonly [K in N]: Exclude<Judges[K], { readonly missing: string }>;
};

/** Writes into the table at the end of the run what a judge did; without a reason it ran. */
export function tell(judge: JudgeName, what: string, seconds: number): void {
  writeNote(journalFile(), { judge, what, seconds });
}

/** Writes into the table what a judge could not do, and why. */
export function tellNot(judge: JudgeName, what: string, not: string): void {
  writeNote(journalFile(), { judge, what, not });
}

/** Does something and writes into the table that the judge did, and how long it took. */
export async function timed<T>(judge: JudgeName, what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  tell(judge, what, (performance.now() - start) / 1000);
  return result;
}

/**
 * A group of tests that need judges. Where one is missing the group is left out, and the table at the end says why; with
 * `REQUIRE_ALL_JUDGES=1` it is a failing test.
 */
export function describeJudged<N extends JudgeName>(
  name: string,
  needed: readonly N[],
  tests: (judges: Present<N>) => void,
): void {
  const judges = judgesOfRun();
  const missing = needed.flatMap((judge) => {
    const found = judges[judge];
    return "missing" in found ? [`${titles[judge]}: ${found.missing}`] : [];
  });
  if (missing.length === 0) {
    // Checked above, which the compiler does not follow from name to name.
    describe(name, () => {
      tests(judges as unknown as Present<N>);
    });
    return;
  }
  const reason = missing.join("; ");
  for (const judge of needed) tellNot(judge, name, reason);
  if (process.env["REQUIRE_ALL_JUDGES"] === "1") {
    test(`${name}: every judge is there`, () => {
      throw new Error(reason);
    });
    return;
  }
  process.stderr.write(`\nSKIPPED, ${reason}: ${name}\n`);
  describe.skip(name, () => {
    test("needs a judge that is missing", () => undefined);
  });
}
