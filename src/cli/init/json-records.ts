import { parseJson, UnusableInputError } from "../../json/read-json";
import { isJsonObject, objectIn } from "../../json/value";
import { columnOf, type AccountRecord } from "./account-record";

const form =
  "it must be what `aws organizations list-accounts` prints as JSON: { Accounts: [{ Id, Name, … }] }";

/**
 * Entries of the JSON that `aws organizations list-accounts` prints, or of the list in it.
 * @throws UnusableInputError
 */
export function jsonRecords(file: string, text: string): readonly AccountRecord[] {
  const json = parseJson(file, text);
  const entries = Array.isArray(json) ? (json as readonly unknown[]) : objectIn(json)["Accounts"];
  if (!Array.isArray(entries)) throw new UnusableInputError(`${file} lists no accounts: ${form}`);
  if ("NextToken" in objectIn(json)) {
    throw new UnusableInputError(
      `${file} is incomplete, because it has a NextToken: list the accounts again without --max-items and --no-paginate`,
    );
  }
  return entries.map((entry: unknown, i) => {
    const origin = `${file}, account ${i + 1}`;
    if (!isJsonObject(entry)) throw new UnusableInputError(`${origin} is not an account: ${form}`);
    const fields = Object.entries(entry).flatMap(([key, value]) =>
      typeof value === "string" || typeof value === "number"
        ? [[columnOf(key), String(value)] as const]
        : [],
    );
    return { fields: Object.fromEntries(fields), origin };
  });
}
