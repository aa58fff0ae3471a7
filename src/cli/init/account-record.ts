/** A row of a table or an entry of a list, by the name of its column, and where it was written. */
export interface AccountRecord {
  readonly fields: Readonly<Record<string, string>>;
  readonly origin: string;
}

/** How people, the console and the command line of AWS call a column. */
const columns: Readonly<Record<string, string>> = {
  account: "id",
  accountid: "id",
  accountname: "name",
  organizationalunit: "unit",
  ou: "unit",
  // AWS replaces Status by State.
  status: "state",
};

/** Columns that are read. */
const read = ["id", "name", "tags", "unit", "state", "arn"];

/** Whether a column is one that is read. */
export function isRead(column: string): boolean {
  return read.includes(column);
}

/**
 * The column that a title means: upper case, spaces, hyphens and underscores do not matter. A title that
 * means none stays as it is written.
 */
export function columnOf(title: string): string {
  const plain = title.toLowerCase().replaceAll(/[\s_-]/g, "");
  const column = columns[plain] ?? plain;
  return isRead(column) ? column : title.trim();
}
