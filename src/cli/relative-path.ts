import { basename, relative, resolve, sep } from "node:path";

/** The path as a repository knows it: relative to where the command runs. */
export function relativePath(path: string): string {
  const own = relative(process.cwd(), resolve(path)).split(sep).join("/");
  return own.startsWith("..") ? basename(path) : own;
}
