import { readFileSync, writeFileSync } from "node:fs";
import { formatted } from "../docs/formatted";

/** A column: its title, and what it shows of a row. */
export type Column<Row> = readonly [title: string, cell: (row: Row) => string];

/** A table whose first column is text. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(([title]) => title)),
    // Figures are compared by their last digits.
    line(columns.map((_, i) => (i === 0 ? "---" : "---:"))),
    ...rows.map((row) => line(columns.map(([, cell]) => cell(row)))),
  ].join("\n");
}

/** Puts a text into a page, between the marks of this name. */
export async function writeBetween(page: string, name: string, text: string): Promise<void> {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const [before, rest] = readFileSync(page, "utf8").split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`${page} has no ${begin} … ${end} to put the results between`);
  }
  const written = `${before}${begin}\n\n${text}\n\n${end}${after}`;
  writeFileSync(page, await formatted(written, "markdown"));
}
