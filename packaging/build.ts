import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");
const dist = join(root, "dist");

// From clean: a file whose source is gone must not be packed.
rmSync(dist, { recursive: true, force: true });
const tsc = [require.resolve("typescript/bin/tsc"), "--project", "tsconfig.build.json"];
// Docstrings are for editors, which read them in the types: the code comes without.
for (const options of [
  ["--emitDeclarationOnly"],
  // The types have been checked by then.
  ["--declaration", "false", "--removeComments", "--noCheck"],
]) {
  execFileSync(process.execPath, [...tsc, ...options], { cwd: root, stdio: "inherit" });
}
// What is not TypeScript is read as it is, by path.
for (const folder of ["src", "modules"]) {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => /\.js$|style\.css$/.test(name))) {
    cpSync(join(root, folder, file), join(dist, folder, file));
  }
}
