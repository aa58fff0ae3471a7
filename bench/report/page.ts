import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatted } from "../../docs/formatted";

const file = join(__dirname, "../README.md");
const begin = "<!-- results:begin -->";
const end = "<!-- results:end -->";

/** Puts the report into bench/README.md, between its marks. */
export async function writePage(report: string): Promise<void> {
  const page = readFileSync(file, "utf8");
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`bench/README.md has no ${begin} … ${end} to put the results between`);
  }
  const text = `${before}${begin}\n\n${report}\n\n${end}${after}`;
  writeFileSync(file, await formatted(text, "markdown"));
}
