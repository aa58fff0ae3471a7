import { realpathSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { readStacks, type StackDocument } from "../coverage/inventory";
import { isJsonObject, objectIn, textIn, type Json } from "../json/value";
import { assetsOf, type Asset } from "./assets";
import { ExportError } from "./export-error";
import type { ExportProblem, ReportAt } from "./report";
import { stackFiles } from "./stack-files";
import { targetFolder, writeTarget } from "./target-folder";

/** A stack that was written. */
export interface ExportedStack {
  readonly name: string;
  /** Paths from the folder of the stack, with slashes, sorted. */
  readonly files: readonly string[];
}

/**
 * Writes every stack of generated Terraform as HCL, in a folder each: all of it, or nothing.
 * @param from - folder that `cdktf synth` wrote
 * @param to - folder that does not exist yet, or is empty
 * @throws UnusableInputError where `from` is not generated Terraform
 * @throws ExportError with every problem
 */
export function exportHcl(from: string, to: string): readonly ExportedStack[] {
  const { stacks, problems: left } = readStacks(from);
  const target = targetFolder(from, to);
  const problems: ExportProblem[] = [
    ...target.problems,
    ...left.map(({ resource, detail }) => ({
      place: resource ? `${resource.stack} ${resource.address}` : from,
      problem: `${detail}, would not be exported: delete it, or generate anew`,
    })),
  ];
  const written = stacks.map((stack) => writtenStack(stack, target.path, problems));
  if (problems.length > 0) throw new ExportError(problems);
  writeTarget(target, new Map(written.flatMap(({ name, contents }) => contentsOf(name, contents))));
  return written.map(({ name, contents }) => ({ name, files: [...contents.keys()].sort() }));
}

interface WrittenStack {
  readonly name: string;
  readonly contents: ReadonlyMap<string, Asset>;
}

function writtenStack(
  stack: StackDocument,
  target: string,
  problems: ExportProblem[],
): WrittenStack {
  const { name, folder = "" } = stack;
  const reportAt =
    (ofHcl: boolean): ReportAt =>
    (address) =>
    (problem) => {
      problems.push({ place: `${name} ${address}`, problem, ofHcl });
    };
  if (!/^[\w-][\w.-]*$/u.test(name)) {
    problems.push({ place: name, problem: "the name of a stack has to be that of a folder" });
  }
  const moved = withStateOf(stack, (path) => pathFrom(join(target, name), folder, path));
  const files = stackFiles(moved, reportAt(true));
  return {
    name,
    contents: new Map<string, Asset>([...files, ...assetsOf(stack, reportAt(false))]),
  };
}

function contentsOf(
  stack: string,
  contents: ReadonlyMap<string, Asset>,
): readonly (readonly [string, Asset])[] {
  return [...contents].map(([path, content]) => [`${stack}/${path}`, content]);
}

/** The stack with the paths of its local state from another folder: it is the same state. */
function withStateOf(stack: StackDocument, moved: (path: string) => string): StackDocument {
  const settings = stack.document["terraform"];
  const local = objectIn(objectIn(settings)["backend"])["local"];
  if (!isJsonObject(settings) || !isJsonObject(local)) return stack;
  const paths = ["path", "workspace_dir"].flatMap((key): readonly (readonly [string, string])[] => {
    const path = textIn(local[key]);
    return path === undefined || isAbsolute(path) ? [] : [[key, moved(path)]];
  });
  const backend: Json = { local: { ...local, ...Object.fromEntries(paths) } };
  return { ...stack, document: { ...stack.document, terraform: { ...settings, backend } } };
}

function pathFrom(newFolder: string, folder: string, path: string): string {
  return relative(newFolder, resolve(realpathSync(folder), path))
    .split(sep)
    .join("/");
}
