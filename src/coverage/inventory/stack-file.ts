import { readFileSync, statSync } from "node:fs";
import { join, normalize } from "node:path";
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
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return refuse("the folder of the stack has no such file");
  if (found.isDirectory()) return refuse("it is a folder, not a file");
  if (!found.isFile() || found.size > LARGEST) return undefined;
  const bytes = readFileSync(file);
  const text = bytes.toString("utf8");
  return Buffer.from(text, "utf8").equals(bytes) ? text : undefined;
}

/** Whether data sources of other providers are read before, which may write files. */
function mayWrite(document: Json): boolean {
  return Object.keys(objectIn(document["data"])).some((type) => !type.startsWith("aws_"));
}
