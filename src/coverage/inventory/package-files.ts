import { existsSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import type { PackageFile, Resource } from "./inventory";
import type { StackDocument } from "./stack-document";

/** The key of a file that a stack names. */
export function fileKey(stack: string, path: string): string {
  return `${stack}/${path}`;
}

/** The files that functions are made of, as far as they are in the folders of their stacks. */
export function packageFiles(
  stacks: readonly StackDocument[],
  resources: readonly Resource[],
): ReadonlyMap<string, PackageFile> {
  const folders = new Map(stacks.map(({ name, folder }) => [name, folder]));
  const files = new Map<string, PackageFile>();
  for (const { type, stack, attributes } of resources) {
    const folder = folders.get(stack);
    const { filename } = attributes;
    if (type !== "aws_lambda_function" || folder === undefined) continue;
    if (typeof filename === "string") files.set(fileKey(stack, filename), read(folder, filename));
  }
  return files;
}

function read(folder: string, filename: string): PackageFile {
  if (isAbsolute(filename)) return { unreadable: "its path is absolute" };
  const path = join(folder, filename);
  if (/^\.\.(?:[\\/]|$)/u.test(relative(folder, path))) {
    return { unreadable: "its path leads outside the folder of the stack" };
  }
  if (!existsSync(path)) return { unreadable: "it does not exist" };
  return statSync(path).isFile() ? readFileSync(path) : { unreadable: "it is no file" };
}
