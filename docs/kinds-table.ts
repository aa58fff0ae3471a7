import { catalog } from "../src/catalog";

const begin = "<!-- kinds:begin -->";
const end = "<!-- kinds:end -->";

function kindsTable(): string {
  const rows = catalog.map(
    ({ name, title, severity, onByDefault }) =>
      `| \`${name}\` | ${title} | ${severity} | ${onByDefault ? "on" : "off"} |`,
  );
  return ["| kind | what | severity | default |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/**
 * The page with the table of alert kinds, from the catalog, between its two marks.
 * @throws Error when the page lacks a mark.
 */
export function withKindsTable(page: string): string {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`the page has no ${begin} … ${end} to put the table of kinds between`);
  }
  return `${before}${begin}\n\n${kindsTable()}\n\n${end}${after}`;
}
