import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseJson, readText, UnusableInputError } from "../../json/read-json";
import { objectIn } from "../../json/value";
import { isRefusal, refusal } from "../../json/file-system";
import { withEngine, type EngineName } from "./engines";
import { template } from "./template";

/** A file of a project: its path in the folder, and what it holds. */
export type ProjectFile = readonly [path: string, text: string];

/** Puts values in the place of `{{name}}`, as `cdktf init` does. */
function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{\s*([$\w]*)\s*\}\}/g, (_, name: string) => values[name] ?? "");
}

/** The name of a folder as npm accepts it for a package. */
function packageName(folder: string): string {
  const plain = basename(resolve(folder))
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return plain === "" ? "sign-in-alerts" : plain;
}

/** The files of a new project, in order. */
export function projectFiles(
  folder: string,
  configuration: string,
  engine: EngineName,
): readonly ProjectFile[] {
  const name = packageName(folder);
  const values = {
    ...{ "": "", $base: name, Description: "Notifies of every console sign-in" },
    ...{ projectId: name, sendCrashReports: "false" },
  };
  return (
    readdirSync(template)
      // What `cdktf init` runs is none of the project's.
      .filter((file) => file !== ".hooks.sscaff.js")
      .map((file): ProjectFile => {
        const path = filled(file, values);
        if (path === "signin-alerts.yaml") return [path, configuration];
        const text = filled(readText(join(template, file)), values);
        if (path !== "package.json") return [path, text];
        const manifest = withEngine(objectIn(parseJson(path, text)), engine);
        return [path, `${JSON.stringify(manifest, null, 2)}\n`];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1))
  );
}

/** @throws UnusableInputError where a file exists already, or the folder is none */
export function requireNew(folder: string, files: readonly ProjectFile[]): void {
  const exists = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  try {
    const there = files.map(([path]) => path).filter((path) => exists(join(folder, path)));
    if (there.length === 0) return;
    throw new UnusableInputError(
      `${folder} has ${there.join(", ")} already, and nothing was written: name another folder: signin-alerts init FOLDER`,
    );
  } catch (error) {
    if (isRefusal(error)) throw new UnusableInputError(refusal(folder, "read", error));
    throw error;
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    // It was not created, or another program has written to it.
    if (!isRefusal(error)) throw error;
  }
}

/**
 * Writes all files, or none.
 * @throws UnusableInputError where the file system refuses
 */
export function writeProject(folder: string, files: readonly ProjectFile[]): void {
  const hadFolder = existsSync(folder);
  const written: string[] = [];
  try {
    mkdirSync(folder, { recursive: true });
    for (const [path, text] of files) {
      // Fails where another program has written it meanwhile.
      writeFileSync(join(folder, path), text, { flag: "wx" });
      written.push(path);
    }
  } catch (error) {
    for (const path of written) rmSync(join(folder, path), { force: true });
    if (!hadFolder) removeEmpty(folder);
    if (isRefusal(error)) throw new UnusableInputError(refusal(folder, "written", error));
    throw error;
  }
}
