import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** File of the first of these commands that a folder of the PATH holds, or undefined. */
export function onPath(
  commands: readonly string[],
  path = process.env["PATH"] ?? "",
): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  return commands
    .flatMap((command) => folders.map((folder) => join(folder, command)))
    .find(isExecutable);
}
