import { tuple, type Constant } from "../constant";
import { refuse } from "../refusal";

/** One field, and what stands before the next: a separator, the end of a line, or nothing. */
const FIELD = /(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^",\r\n][^",\r\n]*|))(?<end>,|\r?\n|\r?$)/uy;

/**
 * What `csvdecode` makes of a text: objects by the names in its first line.
 * @throws RefusalError for what is not CSV, or has lines of other lengths
 * @see https://developer.hashicorp.com/terraform/language/functions/csvdecode
 */
export function ofCsv(text: string): Constant {
  // A carriage return alone is text.
  if (/\r(?!\n|$)/u.test(text)) return undefined;
  const [names, ...rows] = rowsOf(text);
  if (names === undefined) return refuse("the text has no line of names");
  if (new Set(names).size < names.length) return refuse("two columns have one name");
  return tuple(
    rows.map((row): Constant => {
      if (row.length !== names.length) {
        return refuse(`a line has ${row.length} fields, and the first one ${names.length}`);
      }
      return { kind: "object", entries: new Map(names.map((name, at) => [name, row[at]])) };
    }),
  );
}

function rowsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length || row.length > 0) {
    const { quoted, plain = "", end } = FIELD.exec(text)?.groups ?? refuseQuotes();
    const field = quoted?.replaceAll('""', '"').replaceAll("\r\n", "\n") ?? plain;
    const isBlank = row.length === 0 && quoted === undefined && plain === "" && end !== ",";
    if (!isBlank) row.push(field);
    if (end === ",") continue;
    if (row.length > 0) rows.push(row);
    row = [];
  }
  return rows;
}

function refuseQuotes(): never {
  return refuse("a quotation mark stands within a field, or the quotes of a field do not end");
}
