import { cpSync, symlinkSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The root of the repository. */
export const repository = join(__dirname, "../..");

const leftOut = new Set([".git", "node_modules", "dist", "cdktf.out", "coverage"]);

/** Copies what is checked in, and links `node_modules`, so that a test may build and change it. */
export function copyRepository(folder: string): void {
  cpSync(repository, folder, {
    recursive: true,
    filter: (path) => !leftOut.has(relative(repository, path).split(sep)[0] ?? ""),
  });
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
}
