import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync, type ZippableFile } from "fflate";
import { isJsonObject } from "../json/value";
import type { AccountNames } from "../catalog";

/** What Lambda is given: a zip file. */
export interface FunctionPackage {
  readonly zip: Uint8Array;
  /** SHA-256 of the file in base64, as Lambda computes it of what it has. */
  readonly hash: string;
}

/** The function's code in this package, built by `npm run bundle`. */
export const functionFile = join(__dirname, "function.js");

const accountsFile = "accounts.json";

/**
 * A file with the same bytes wherever and whenever it is created: not compressed, as versions of zlib
 * differ; of one time; of a day without summer time, as the format knows no time zone; readable by all.
 */
function zipped(text: string): ZippableFile {
  return [
    strToU8(text),
    { level: 0, mtime: new Date(1980, 0, 15, 12), os: 3, attrs: (0o100644 << 16) >>> 0 },
  ];
}

/** SHA-256 of bytes in base64. */
export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64");
}

const packages = new WeakMap<AccountNames, FunctionPackage>();

/** The code of the function and the names it shows, in one file. */
export function functionPackage(accountNames: AccountNames): FunctionPackage {
  const known = packages.get(accountNames);
  if (known) return known;
  const names = Object.entries(accountNames).sort(([a], [b]) => (a < b ? -1 : 1));
  const zip = zipSync({
    "index.js": zipped(readFileSync(functionFile, "utf8")),
    [accountsFile]: zipped(`${JSON.stringify(Object.fromEntries(names), null, 2)}\n`),
  });
  const made = { zip, hash: hashOf(zip) };
  packages.set(accountNames, made);
  return made;
}

/** The names in a package; undefined for a file that is none. */
export function accountNamesIn(zip: Uint8Array): AccountNames | undefined {
  try {
    const { [accountsFile]: file } = unzipSync(zip);
    const names: unknown = file && JSON.parse(strFromU8(file));
    if (!isJsonObject(names)) return undefined;
    const texts = Object.entries(names).filter(([, name]) => typeof name === "string");
    // Edge: only texts are left.
    return Object.fromEntries(texts) as AccountNames;
  } catch {
    return undefined;
  }
}
