import { appendFileSync, existsSync, readFileSync } from "node:fs";
import Table from "cli-table3";
import { titles, type JudgeName, type Judges } from "./judges";

/** A thing that a judge did, or could not do. */
export interface Note {
  readonly judge: JudgeName;
  readonly what: string;
  readonly seconds?: number;
  /** Why it could not. */
  readonly not?: string;
}

/** Adds a line; the suites run in processes of their own. */
export function writeNote(journal: string, note: Note): void {
  appendFileSync(journal, JSON.stringify(note) + "\n");
}

export function notesIn(journal: string): readonly Note[] {
  if (!existsSync(journal)) return [];
  const lines = readFileSync(journal, "utf8").trimEnd().split("\n");
  // Edge: written by writeNote.
  return lines.map((line) => JSON.parse(line) as Note);
}

/** Every judge: its version, what ran, how long, and what could not run and why. */
export function tableOf(judges: Judges, notes: readonly Note[]): string {
  const table = new Table({
    head: ["judge", "version", "what ran", "seconds", "what could not run, and why"],
    colWidths: [18, 10, 44, 9, 60],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  // Edge: Object.keys forgets the type of the keys.
  for (const judge of Object.keys(titles) as JudgeName[]) {
    const found = judges[judge];
    const own = notes.filter((note) => note.judge === judge);
    const ran = own.filter(({ not }) => not === undefined);
    const missing = "missing" in found ? [`MISSING: ${found.missing}`] : [];
    const could = own.flatMap(({ what, not }) => (not === undefined ? [] : [`${what}: ${not}`]));
    table.push([
      titles[judge],
      "missing" in found ? "–" : found.version,
      [...new Set(ran.map(({ what }) => what))].join("\n"),
      ran.reduce((sum, { seconds = 0 }) => sum + seconds, 0).toFixed(0),
      [...missing, ...new Set(could)].join("\n"),
    ]);
  }
  return table.toString();
}
