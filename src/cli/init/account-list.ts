import { UnusableInputError } from "../../json/read-json";
import { isRead, type AccountRecord } from "./account-record";
import { csvRecords } from "./csv-records";
import { jsonRecords } from "./json-records";

/** An account as somebody listed it. */
export interface ListedAccount {
  readonly id: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Regions that need opt-in and are enabled, where that is known. */
  readonly optInRegions?: readonly string[];
  /** Regions that this version does not know and that are enabled. */
  readonly newRegions?: readonly string[];
  /** Where it was written, for people: `accounts.csv:5`. */
  readonly origin: string;
}

/** The accounts of an organization, and what else their list gives away. */
export interface AccountList {
  readonly accounts: readonly ListedAccount[];
  readonly organization?: string;
  readonly managementAccount?: string;
  /** Sentences for people: which accounts and columns are not used. */
  readonly notes: readonly string[];
}

/** @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Account.html */
const ofOrganization = /^arn:[\w-]+:organizations::(\d{12}):account\/(o-[a-z0-9]+)\//;

/** `env=prod; team=payments`: a text without = is a tag without a value. */
function tagsIn({
  fields: { tags = "", unit = "" },
  origin,
}: AccountRecord): ListedAccount["tags"] {
  const pairs = tags
    .split(/[;,|]/)
    .map((pair) => pair.trim())
    .filter((pair) => pair !== "")
    .map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return [name.trim(), value.join("=").trim()] as const;
    });
  const names = pairs.map(([name]) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (names.includes(""))
    throw new UnusableInputError(`${origin} has a tag without a name: write name=value`);
  if (twice !== undefined) {
    throw new UnusableInputError(`${origin} has the tag ${twice} twice: remove one`);
  }
  const units = unit.trim() === "" ? [] : [["organizational-unit", unit.trim()] as const];
  return Object.fromEntries([...pairs, ...units]);
}

/** As spreadsheets keep a number from losing its zeros: `="012345678901"`, or an apostrophe before it. */
const guarded = /^(?:="(?<formula>\d+)"|'(?<text>\d+))$/u;

function accountOf(record: AccountRecord): ListedAccount {
  const { id = "", name = "" } = record.fields;
  const { formula, text } = guarded.exec(id.trim())?.groups ?? {};
  return {
    id: formula ?? text ?? id.trim(),
    name: name.trim(),
    tags: tagsIn(record),
    origin: record.origin,
  };
}

function isActive({ fields: { state = "" } }: AccountRecord): boolean {
  return state.trim() === "" || state.trim().toUpperCase() === "ACTIVE";
}

function notesOf(file: string, records: readonly AccountRecord[]): readonly string[] {
  const unused = [...new Set(records.flatMap(({ fields }) => Object.keys(fields)))].filter(
    (column) => !isRead(column),
  );
  return [
    ...records
      .filter((record) => !isActive(record))
      .map(({ fields: { id = "", name = "", state = "" } }) => {
        return `Left out: account ${id} ${name} is ${state.trim()}.`;
      }),
    ...(unused.length === 0 ? [] : [`Not used from ${file}: ${unused.join(", ")}.`]),
  ];
}

/**
 * The accounts that a text lists: CSV with a first line of titles, or the JSON that
 * `aws organizations list-accounts` prints.
 * @param file what the text is called in messages
 * @throws UnusableInputError
 */
export function accountListIn(file: string, text: string): AccountList {
  if (text.includes("\uFFFD") || text.includes("\0")) {
    throw new UnusableInputError(
      `${file} is not text in UTF-8: save it as UTF-8, in a spreadsheet as "CSV UTF-8"`,
    );
  }
  const plain = text.replace(/^\uFEFF/, "");
  if (plain.trim() === "") {
    throw new UnusableInputError(
      `${file} is empty: the command that was to fill it may have failed, so read what it said and run it again. Without credentials of AWS, write the list by hand: CSV with the columns id and name`,
    );
  }
  const records = /^\s*[[{]/.test(plain) ? jsonRecords(file, plain) : csvRecords(file, plain);
  const accounts = records.filter(isActive).map(accountOf);
  if (accounts.length === 0) throw new UnusableInputError(`${file} lists no active account`);
  const [, managementAccount, organization] =
    records
      .map(({ fields: { arn = "" } }) => ofOrganization.exec(arn))
      .find((found) => found !== null) ?? [];
  return {
    accounts,
    ...(organization !== undefined && { organization }),
    ...(managementAccount !== undefined && { managementAccount }),
    notes: notesOf(file, records),
  };
}
