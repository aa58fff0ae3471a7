import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CompilerOptions } from "typescript";

type Options = Omit<CompilerOptions, "module" | "moduleResolution" | "target"> & {
  readonly module: string;
  readonly moduleResolution: string;
};

/**
 * Checks all TypeScript files of a folder with the compiler of this repository.
 * @returns what the compiler complains about; empty where all is well.
 */
export function typeErrors(folder: string, compilerOptions: Options): string {
  const tsconfig = join(folder, "tsconfig.json");
  const options = {
    ...compilerOptions,
    strict: true,
    noEmit: true,
    target: "ES2022",
    lib: ["ES2023"],
  };
  writeFileSync(tsconfig, JSON.stringify({ compilerOptions: options, include: ["*.ts"] }));
  const compiler = require.resolve("typescript/bin/tsc");
  return spawnSync(process.execPath, [compiler, "--project", tsconfig], { encoding: "utf8" })
    .stdout;
}
