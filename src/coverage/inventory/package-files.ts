import { existsSync, readFileSync, statSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import type { Resource } from "./inventory";
import type { StackDocument } from "./stack-document";

/** The key of a file that a stack names. */
export function fileKey(stack: string, path: string): string {
  return `${stack}/${path}`;
}

/** The files in the folders of stacks that functions are made of; those that are not there are left out. */
export function packageFiles(
  stacks: readonly StackDocument[],
  resources: readonly Resource[],
): ReadonlyMap<string, Uint8Array> {
  const folders = new Map(stacks.map(({ name, folder }) => [name, folder]));
  const files = new Map<string, Uint8Array>();
  for (const { type, stack, attributes } of resources) {
    const folder = folders.get(stack);
    const { filename } = attributes;
    if (type !== "aws_lambda_function" || folder === undefined) continue;
    if (typeof filename !== "string" || isAbsolute(filename)) continue;
    const path = join(folder, filename);
    if (relative(folder, path).startsWith("..")) continue;
    if (!existsSync(path) || !statSync(path).isFile()) continue;
    files.set(fileKey(stack, filename), readFileSync(path));
  }
  return files;
}
