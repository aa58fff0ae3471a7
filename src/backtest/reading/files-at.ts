import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { orUnusable } from "../../json/file-system";
import { shownName } from "../../json/printed";
import { UnusableInputError } from "../../json/read-json";

const read = /\.(?:json|jsonl|ndjson|csv)(?:\.gz)?$/iu;
/** What CloudTrail keeps beside its log files: digests of them. */
const besides = /(?:^|[/\\])CloudTrail-Digest(?:[/\\]|$)/u;

/**
 * The files at a path: itself, or those of a folder and its folders that may hold records, in order.
 * @throws UnusableInputError where it cannot be read
 */
export function filesAt(path: string): readonly string[] {
  const found = orUnusable(path, "read", () => statSync(path, { throwIfNoEntry: false }));
  if (found === undefined) {
    throw new UnusableInputError(
      `${shownName(path)} does not exist: name a file or folder with records of CloudTrail`,
    );
  }
  return orUnusable(path, "read", () =>
    found.isDirectory()
      ? readdirSync(path, { recursive: true, encoding: "utf8" })
          .filter((name) => read.test(name) && !besides.test(name))
          .sort()
          .map((name) => join(path, name))
      : [path],
  );
}
