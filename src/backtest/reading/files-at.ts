import { readdirSync, statSync, type Dirent } from "node:fs";
import { join } from "node:path";
import { orUnusable } from "../../json/file-system";
import { shownName } from "../../json/printed";
import { UnusableInputError } from "../../json/read-json";

/** What is at a path: a file to be read, or why it is not. */
export interface FileAt {
  readonly path: string;
  /** Absent: it can be tried. */
  readonly problem?: string;
}

const read = /\.(?:json|jsonl|ndjson|csv)(?:\.gz)?$/iu;
/** What CloudTrail keeps beside its log files: digests of them. */
const besides = /(?:^|[/\\])CloudTrail-Digest(?:[/\\]|$)/u;

/** What a link leads to; undefined for nothing that can be reached. */
function targetOf(path: string): ReturnType<typeof statSync> | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** One entry of a folder. Links to folders are not followed: they may lead back. */
function entryAt(path: string, entry: Dirent): readonly FileAt[] {
  if (entry.isDirectory()) return inFolder(path);
  if (!entry.isSymbolicLink()) {
    if (!read.test(entry.name)) return [];
    return [entry.isFile() ? { path } : { path, problem: "no file: it is not read" }];
  }
  const target = targetOf(path);
  if (target?.isDirectory()) return [{ path, problem: "a link to a folder: it is not followed" }];
  if (!read.test(entry.name)) return [];
  return [target?.isFile() ? { path } : { path, problem: "a link that leads to no file" }];
}

function inFolder(folder: string): readonly FileAt[] {
  const entries = orUnusable(folder, "read", () => readdirSync(folder, { withFileTypes: true }));
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => [join(folder, entry.name), entry] as const)
    .filter(([path]) => !besides.test(path))
    .flatMap(([path, entry]) => entryAt(path, entry));
}

/**
 * The files at a path: itself, or those of a folder and its folders that may hold records, in order.
 * @throws UnusableInputError where it cannot be read
 */
export function filesAt(path: string): readonly FileAt[] {
  const found = orUnusable(path, "read", () => statSync(path, { throwIfNoEntry: false }));
  if (found === undefined) {
    throw new UnusableInputError(
      `${shownName(path)} does not exist: name a file or folder with records of CloudTrail`,
    );
  }
  return found.isDirectory() ? inFolder(path) : [{ path }];
}
