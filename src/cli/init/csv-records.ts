import { UnusableInputError } from "../../json/read-json";
import { columnOf, type AccountRecord } from "./account-record";

/** A row and the line where it begins, from 1. */
interface Row {
  readonly line: number;
  readonly fields: readonly string[];
}

/** One field, and what stands before the next: a separator, the end of a line, or nothing. */
const fieldOf = (separator: string) =>
  new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*)?)(${separator}|\\r\\n|\\n|\\r|$)`,
    "y",
  );

/**
 * Rows of a text in CSV; a field in quotes may hold separators, line breaks and doubled quotes.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 * @throws UnusableInputError where quotes are not closed, or text follows them
 */
function rowsOf(file: string, text: string, separator: string): readonly Row[] {
  const field = fieldOf(separator);
  const rows: Row[] = [];
  let [line, begin] = [1, 1];
  let fields: string[] = [];
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const found = field.exec(text);
    if (found === null) {
      throw new UnusableInputError(
        `${file}:${line} a field in quotes does not end where the quotes end: double a " that belongs to it, and close those that surround it`,
      );
    }
    const [whole, quoted, plain = "", end] = found;
    fields.push(quoted?.replaceAll('""', '"') ?? plain);
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    const isLast = at + whole.length === text.length;
    if (end === separator && !isLast) continue;
    if (end === separator) fields.push("");
    rows.push({ line: begin, fields });
    [begin, fields] = [line, []];
  }
  return rows.filter(({ fields: each }) => each.some((value) => value.trim() !== ""));
}

/** The sign that separates the titles: spreadsheets of many languages write semicolons. */
function separatorOf(text: string): string {
  const titles = (/^[^\r\n]*/.exec(text.trimStart())?.[0] ?? "").replaceAll(/"[^"]*"/g, "");
  const count = (sign: string) => titles.split(sign).length;
  return [";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ",");
}

/**
 * Rows of a CSV file, by the titles in its first line, separated by commas, semicolons or tabs.
 * @throws UnusableInputError
 */
export function csvRecords(file: string, text: string): readonly AccountRecord[] {
  // Excel reads the separator from a first line of its own.
  const [, told] = /^\s*sep=([,;\t])\r?\n/iu.exec(text) ?? [];
  const all = rowsOf(file, text, told ?? separatorOf(text));
  const [titles, ...rows] = told === undefined ? all : all.slice(1);
  const names = (titles?.fields ?? []).map(columnOf);
  const missing = ["id", "name"].filter((name) => !names.includes(name));
  if (missing.length > 0) {
    throw new UnusableInputError(
      `${file}: the first line must name the columns id and name, and perhaps tags and organizational unit, separated by commas; it has no ${missing.join(" and no ")}`,
    );
  }
  const twice = names.find((name, i) => name !== "" && names.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new UnusableInputError(`${file}: two columns are called ${twice}: remove one`);
  }
  return rows.map(({ line, fields }) => {
    const origin = `${file}:${line}`;
    if (fields.slice(names.length).some((value) => value.trim() !== "")) {
      throw new UnusableInputError(
        `${origin} has more fields than the first line has columns: put a field that holds the separator in quotes`,
      );
    }
    const named = names.flatMap((name, i) =>
      name === "" ? [] : [[name, fields[i] ?? ""] as const],
    );
    return { fields: Object.fromEntries(named), origin };
  });
}
