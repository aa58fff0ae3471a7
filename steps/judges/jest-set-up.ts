import { writeFileSync } from "node:fs";
import makeRunFolder from "../../__tests__/run-folder";
import { defaults } from "../../src/plan/defaults";
import { cacheOfJudges, judgesFile } from "./run-files";
import { findJudges } from "./judges";

/** Jest's globalSetup: the folder of the run, and in it what judges there are, before any suite starts. */
export default async function setUpJudges(): Promise<void> {
  makeRunFolder();
  const judges = await findJudges(cacheOfJudges, defaults.providerVersion);
  writeFileSync(judgesFile(), JSON.stringify(judges));
}
