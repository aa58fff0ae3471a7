import { catalog } from "../src/catalog";

/** Every alert kind, from the catalog. */
export function kindsTable(): string {
  const rows = catalog.map(
    ({ name, title, severity, onByDefault }) =>
      `| \`${name}\` | ${title} | ${severity} | ${onByDefault ? "on" : "off"} |`,
  );
  return ["| kind | what | severity | default |", "| --- | --- | --- | --- |", ...rows].join("\n");
}
