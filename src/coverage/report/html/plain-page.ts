import { escaped } from "./markup";

/** The looks of a page of text and tables, which runs nothing: on a screen by day and night, on a phone and on paper. */
export const plainStyle = `
:root { color-scheme: light dark; --page: #fff; --text: #1b1f24; --soft: #57606a; --line: #d0d7de; --good: #17613a; --bad: #a40e26; }
@media screen and (prefers-color-scheme: dark) { :root { --page: #0d1117; --text: #e6edf3; --soft: #9aa4af; --line: #30363d; --good: #8bdaa8; --bad: #ff7b72; } }
body { background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
.soft { color: var(--soft); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: 0.25rem 0.6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { overflow-wrap: normal; }
@media screen and (max-width: 48rem) {
  .short { font-size: 0.75rem; white-space: nowrap; }
  .short :is(th, td) { padding: 0.15rem 0.3rem; }
  .long, .long :is(tbody, tr) { display: block; }
  .long thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .long tr { border: 1px solid var(--line); border-radius: 8px; margin-bottom: 0.6rem; padding: 0.35rem 0.7rem; }
  .long td { border: 0; display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: 0.5rem; padding: 0.1rem 0; }
  .long td::before { content: attr(data-head); color: var(--soft); }
}
`;

/** A cell of a table: its text, and the class that it has where its look means something. */
export interface TableCell {
  readonly text: string;
  readonly className?: string;
}

/** Columns and characters of a cell that fit side by side on a phone. */
const narrow = { columns: 7, characters: 10 };

/**
 * A table. Where it is too wide for a phone each row is a card there, whose cells say what they are of; roles keep it a
 * table for screen readers.
 */
export function table(head: readonly string[], rows: readonly (readonly TableCell[])[]): string {
  const heads = head.map((text) => `<th scope="col" role="columnheader">${escaped(text)}</th>`);
  const lines = rows.map((cells) => {
    const all = cells.map(({ text, className }, i) => {
      const look = className === undefined ? "" : ` class="${escaped(className)}"`;
      return `<td role="cell"${look} data-head="${escaped(head[i] ?? "")}">${escaped(text)}</td>`;
    });
    return `<tr role="row">${all.join("")}</tr>`;
  });
  const isShort =
    head.length <= narrow.columns &&
    rows.flat().every(({ text }) => Array.from(text).length <= narrow.characters);
  return `<table role="table" class="${isShort ? "short" : "long"}">
<thead role="rowgroup"><tr role="row">${heads.join("")}</tr></thead>
<tbody role="rowgroup">
${lines.join("\n")}
</tbody>
</table>`;
}
