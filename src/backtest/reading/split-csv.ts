import { isJsonObject, jsonIn } from "../../json/value";
import type { Item, Splitter } from "./item";
import { longestItem, tooLong } from "./item";
import { LineSplitter } from "./split-lines";

/** Column of CloudWatch Logs Insights that holds what was logged. */
export const messageColumn = "@message";

const field = /(?:"((?:[^"]|"")*)"|([^",][^,]*)?)(,|$)/y;

/** Fields of a row of CSV; undefined where quotes do not fit. @see https://www.rfc-editor.org/rfc/rfc4180 */
function fieldsOf(row: string): readonly string[] | undefined {
  const fields: string[] = [];
  for (field.lastIndex = 0; ;) {
    const found = field.exec(row);
    if (found === null) return undefined;
    const [, quoted, plain = "", end] = found;
    fields.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "") return fields;
  }
}

function isOdd(row: string): boolean {
  return (row.split('"').length - 1) % 2 === 1;
}

/**
 * Gives the messages in an export of Logs Insights as CSV. A field in quotes may go over lines; where quotes are
 * not closed, the next line that is a whole row with a record ends it.
 */
export class CsvSplitter implements Splitter {
  readonly #lines = new LineSplitter();
  #column: number | undefined;
  /** Lines of a row that is not whole yet. */
  #row: { readonly line: number; readonly text: string } | undefined;

  push(text: string): readonly Item[] {
    return this.#lines.push(text).flatMap((item) => this.#next(item));
  }

  end(): readonly Item[] {
    const last = this.#lines.end().flatMap((item) => this.#next(item));
    const row = this.#row;
    return row ? [...last, { line: row.line, broken: "quotes that are not closed" }] : last;
  }

  #next({ line, text, broken }: Item): readonly Item[] {
    if (text === undefined) return [{ line, broken: broken ?? tooLong }];
    const open = this.#row;
    if (open && this.#column !== undefined && this.#isWholeRow(text)) {
      this.#row = undefined;
      return [{ line: open.line, broken: "quotes that are not closed" }, ...this.#read(line, text)];
    }
    const row = open ? { line: open.line, text: `${open.text}\n${text}` } : { line, text };
    if (row.text.length > longestItem) {
      this.#row = undefined;
      return [{ line: row.line, broken: tooLong }];
    }
    if (isOdd(row.text)) {
      this.#row = row;
      return [];
    }
    this.#row = undefined;
    return this.#read(row.line, row.text);
  }

  #isWholeRow(text: string): boolean {
    if (isOdd(text)) return false;
    return isJsonObject(jsonIn(fieldsOf(text)?.[this.#column ?? 0] ?? ""));
  }

  #read(line: number, row: string): readonly Item[] {
    const fields = fieldsOf(row);
    if (this.#column === undefined) {
      this.#column = fields?.indexOf(messageColumn) ?? -1;
      return this.#column < 0 ? [{ line, broken: `no column ${messageColumn}` }] : [];
    }
    if (this.#column < 0) return [];
    const text = fields?.[this.#column];
    return [text === undefined ? { line, broken: "not a row of CSV" } : { line, text }];
  }
}
