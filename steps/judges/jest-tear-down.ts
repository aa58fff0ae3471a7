import { notesIn, tableOf } from "./journal";
import { journalFile, judgesOfRun } from "./run-files";

/** Jest's globalTeardown: one table of what ran and what could not. */
export default function tellOfJudges(): void {
  process.stdout.write(`\n${tableOf(judgesOfRun(), notesIn(journalFile()))}\n`);
}
