import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runFolder } from "../../__tests__/run-folder";
import type { Judges } from "./judges";

/** What is kept between runs: programs that were installed. */
export const cacheOfJudges = join(__dirname, "../../node_modules/.cache/judges");

/** Where the set-up of a run writes which judges there are. */
export const judgesFile = (): string => join(runFolder(), "judges.json");

/** Where the suites of a run write what the judges did. */
export const journalFile = (): string => join(runFolder(), "judges.jsonl");

/** The judges that the set-up found. */
export function judgesOfRun(): Judges {
  // Edge: written by the set-up.
  return JSON.parse(readFileSync(judgesFile(), "utf8")) as Judges;
}
