/** A column: its title, and what it shows of a row. */
export type Column<Row> = readonly [title: string, cell: (row: Row) => string];

/** A table in Markdown. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(([title]) => title)),
    // Figures are compared by their last digits.
    line(columns.map((_, i) => (i === 0 ? "---" : "---:"))),
    ...rows.map((row) => line(columns.map(([, cell]) => cell(row)))),
  ].join("\n");
}

/** 1234567 as 1,234,567. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}

/** Milliseconds as seconds. */
export function seconds(ms: number): string {
  if (Number.isNaN(ms)) return "–";
  return (ms / 1000).toFixed(ms < 10_000 ? 2 : 0);
}

/** Bytes as megabytes. */
export function megabytes(bytes: number): string {
  return Number.isNaN(bytes) ? "–" : whole(bytes / 2 ** 20);
}

/** A ratio, with the digits that it deserves. */
export function times(factor: number): string {
  if (Number.isNaN(factor)) return "–";
  return factor.toFixed(factor < 0.1 ? 3 : 2);
}
