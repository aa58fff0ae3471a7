import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { Module } from "node:module";
import { dirname, join, relative } from "node:path";
import { compileFunction } from "node:vm";
import { transformSync } from "@swc/core";

const root = join(__dirname, "../..");
const cache = join(root, "node_modules/.cache/signin-alerts-tests");

/** Node's own `require` compiles TypeScript from now on. */
export function loadTypeScript(): void {
  (Module as unknown as { _extensions: Record<string, Loader> })._extensions[".ts"] = load;
}

type Loader = (module: NodeJS.Module, file: string) => void;

function load(module: NodeJS.Module, file: string): void {
  const { path, code } = compiled(file);
  // Under the path of the compiled file, so that a stack trace finds its source map.
  const run = compileFunction(code, ["exports", "require", "module", "__filename", "__dirname"], {
    filename: path,
  }) as (...scope: readonly unknown[]) => void;
  // What import() loads has its ending in compiled code, and another one here.
  const named = (id: string) => id.replace(/^((?:\.\.\/)+live\/index)\.js$/, "$1");
  const require = Object.assign((id: string): unknown => module.require(named(id)), {
    resolve: Module.createRequire(file).resolve,
  });
  run(module.exports, require, module, file, dirname(file));
}

/** A file as JavaScript, kept for the next worker and the next run. */
function compiled(file: string): { readonly path: string; readonly code: string } {
  const source = readFileSync(file, "utf8");
  const mark = `\n// of ${createHash("sha1").update(source).digest("hex")}`;
  const path = join(cache, `${relative(root, file)}.js`);
  const kept = readOrNothing(path);
  if (kept?.endsWith(mark)) return { path, code: kept };
  const { code } = transformSync(source, {
    filename: file,
    sourceMaps: "inline",
    jsc: { target: "es2022", parser: { syntax: "typescript" } },
    module: { type: "commonjs" },
  });
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, code + mark);
  renameSync(`${path}.${process.pid}`, path);
  return { path, code };
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
