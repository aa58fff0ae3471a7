import { catalog } from "../src/catalog";

/** Every alert kind, from the catalog. */
export function kindsTable(): string {
  const rows = catalog.map(
    ({ name, title, severity, onByDefault, causedBy }) =>
      `| \`${name}\` | ${title} | ${severity} | ${onByDefault ? "on" : "off"} | ${causedBy} |`,
  );
  return [
    "| kind | what | severity | default | caused by |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}
