import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { isRefusal, refused } from "../json/file-system";
import type { Asset } from "./assets";
import { ExportError } from "./export-error";
import type { ExportProblem } from "./report";

/** A folder that is to be written. */
export interface TargetFolder {
  /** As the user named it. */
  readonly name: string;
  /** Its path, without symbolic links as far as it exists. */
  readonly path: string;
  readonly problems: readonly ExportProblem[];
}

/** The folder that is to be written, and what stands against it. */
export function targetFolder(from: string, name: string): TargetFolder {
  const path = realPath(resolve(name));
  return {
    name,
    path,
    problems: problemsOf(path, realPath(resolve(from))).map((problem) => ({
      place: name,
      problem,
    })),
  };
}

function problemsOf(path: string, from: string): readonly string[] {
  const way = relative(from, path);
  if (way === "" || (way !== ".." && !way.startsWith(`..${sep}`))) {
    return [
      "it is within the generated Terraform, which `cdktf synth` writes anew: name another folder",
    ];
  }
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found === undefined) return [];
    if (!found.isDirectory()) return ["it is not a folder: name one that does not exist"];
    return readdirSync(path).length > 0
      ? ["the folder is not empty: name one that is, or that does not exist"]
      : [];
  } catch (error) {
    return [unwritable(error)];
  }
}

/** The path without symbolic links; what does not exist yet, after the last folder that does. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const isMissing = isRefusal(error) && error.code === "ENOENT";
    if (dirname(path) === path || !isMissing) return path;
    return join(realPath(dirname(path)), basename(path));
  }
}

/**
 * Writes files into the folder: beside it first, so that it never holds a part of them.
 * @param files - contents by path from the folder, with slashes
 * @throws ExportError
 */
export function writeTarget({ name, path }: TargetFolder, files: ReadonlyMap<string, Asset>): void {
  let unfinished: string | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    unfinished = mkdtempSync(`${path}.unfinished-`);
    const finished = join(unfinished, "export");
    mkdirSync(finished);
    for (const [file, content] of files) {
      mkdirSync(dirname(join(finished, file)), { recursive: true });
      writeFileSync(join(finished, file), content);
    }
    if (lstatSync(path, { throwIfNoEntry: false })) rmdirSync(path);
    renameSync(finished, path);
  } catch (error) {
    throw new ExportError([{ place: name, problem: unwritable(error) }]);
  } finally {
    if (unfinished !== undefined) rmSync(unfinished, { recursive: true, force: true });
  }
}

/** Without the path that the system names, which is that of the unfinished folder. */
function unwritable(error: unknown): string {
  return `it ${refused("written", error)}`;
}
