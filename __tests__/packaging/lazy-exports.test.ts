import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportLazily } from "../../packaging/lazy-exports";

const folder = mkdtempSync(join(tmpdir(), "signin-alerts-lazy-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("an index loads the module of a name when the name is used, and has all names as before", () => {
  const loads = (name: string) => `(globalThis.loaded ??= []).push("${name}");`;
  writeFileSync(join(folder, "one.js"), `${loads("one")} exports.one = 1;`);
  writeFileSync(join(folder, "two.js"), `${loads("two")} exports.two = 2;`);
  const index = join(folder, "index.js");
  writeFileSync(index, `Object.assign(exports, require("./one"), require("./two"));`);
  exportLazily(index);
  const program = `const names = require("./index"); console.log(Object.keys(names), names.two, globalThis.loaded);`;
  const output = execFileSync(process.execPath, ["-e", program], { cwd: folder, encoding: "utf8" });
  expect(output).toBe("[ 'one', 'two' ] 2 [ 'two' ]\n");
});

test("fails for an index that defines a name itself", () => {
  writeFileSync(join(folder, "three.js"), "exports.three = 3;");
  const index = join(folder, "own.js");
  writeFileSync(index, `Object.assign(exports, require("./three")); exports.own = {};`);
  expect(() => {
    exportLazily(index);
  }).toThrow(/must only re-export, but defines: own/);
});
