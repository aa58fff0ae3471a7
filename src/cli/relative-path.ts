import { basename, relative, resolve, sep } from "node:path";

/** The path as a repository knows it: relative to where the command runs; outside of it the name alone. */
export function relativePath(path: string): string {
  const own = relative(process.cwd(), resolve(path)).split(sep).join("/");
  return own === ".." || own.startsWith("../") ? basename(path) : own;
}

/** {@link relativePath} of two files; where that is the same name for both, as many folders as tell them apart. */
export function relativePathsApart(one: string, other: string): readonly [string, string] {
  const names = [relativePath(one), relativePath(other)] as const;
  if (names[0] !== names[1] || resolve(one) === resolve(other)) return names;
  const end = (path: string, count: number) => resolve(path).split(sep).slice(-count).join("/");
  let count = 1;
  while (end(one, count) === end(other, count)) count += 1;
  return [end(one, count), end(other, count)];
}
