import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runFolder } from "../run-folder";
import { copyRepository } from "./repository-copy";

/** What `npm pack --json` says of a package. */
interface PackReport {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** The package as it is published. */
export interface Tarball {
  /** Path of the file. */
  readonly file: string;
  readonly report: PackReport;
}

/**
 * The package, built from a clean copy of the repository by the first test file of a run that asks.
 * One that asks while it is built waits.
 */
export function tarball(): Tarball {
  const folder = join(runFolder(), "tarball");
  const result = join(folder, "report.json");
  // Of two that ask at once, only one makes the folder.
  if (!made(folder)) wait(() => existsSync(result));
  else write(result, builtIn(folder));
  const report = JSON.parse(readFileSync(result, "utf8")) as PackReport | null;
  if (report === null) throw new Error("the package could not be built: another test file failed");
  return { file: join(folder, report.filename), report };
}

function builtIn(folder: string): PackReport | null {
  try {
    const copy = join(folder, "repository");
    copyRepository(copy);
    const packed = execFileSync("npm", ["pack", "--json", "--silent", "--pack-destination", ".."], {
      cwd: copy,
      encoding: "utf8",
    });
    // The build's own lines come first.
    const [report] = JSON.parse(packed.slice(packed.indexOf("[\n"))) as readonly PackReport[];
    if (report === undefined) throw new Error(`npm pack reports no package: ${packed}`);
    return report;
  } catch (error) {
    process.stderr.write(`npm pack failed: ${String(error)}\n`);
    return null;
  }
}

function made(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Whole or not at all: another test file waits for it. */
function write(file: string, report: PackReport | null): void {
  writeFileSync(`${file}.part`, JSON.stringify(report));
  renameSync(`${file}.part`, file);
}

function wait(until: () => boolean): void {
  const sleeping = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 0; !until(); tries++) {
    if (tries === 3000) throw new Error("the package is not built after five minutes");
    Atomics.wait(sleeping, 0, 0, 100);
  }
}
