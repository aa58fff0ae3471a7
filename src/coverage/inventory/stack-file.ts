import { readFileSync, statSync } from "node:fs";
import { join, normalize } from "node:path";
import { isRefusal } from "../../json/file-system";
import { objectIn, type Json } from "../../json/value";
import { refuse } from "./constants";

/** Bytes of a file that is read. */
const LARGEST = 100_000;

/**
 * What a file says that a function reads; undefined for one that is outside of the stack's folder, too large, or
 * no text.
 * @throws RefusalError where the folder does not have it
 * @see https://developer.hashicorp.com/terraform/language/functions/file
 */
export function stackFile(
  document: Json,
  folder: string | undefined,
  path: string,
): string | undefined {
  const isInFolder = !/^(?:[/\\~]|[A-Za-z]:)|\0/u.test(path) && !normalize(path).startsWith("..");
  if (folder === undefined || !isInFolder || mayWrite(document)) return undefined;
  const file = join(folder, path);
  const found = orUnknown(() => statSync(file, { throwIfNoEntry: false }) ?? "missing");
  if (found === "missing") return refuse("the folder of the stack has no such file");
  if (found?.isDirectory() === true) return refuse("it is a folder, not a file");
  if (found?.isFile() !== true || found.size > LARGEST) return undefined;
  const bytes = orUnknown(() => readFileSync(file));
  const text = bytes?.toString("utf8");
  return bytes && text !== undefined && Buffer.from(text, "utf8").equals(bytes) ? text : undefined;
}

/** What is read, or nothing where the file system refuses: a link that leads in a circle, a path that is too long. */
function orUnknown<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** Whether data sources of other providers are read before, which may write files. */
function mayWrite(document: Json): boolean {
  return Object.keys(objectIn(document["data"])).some((type) => !type.startsWith("aws_"));
}
