import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { manifest } from "./packed-package";
import { repository } from "./repository-copy";

/** The test files that a script of the package runs, by the arguments that it gives to Jest. */
function filesOf(script: string): readonly string[] {
  const [, ...words] = (manifest.scripts[script] ?? "").split(/\bjest(?= |$)/u);
  const jest = join(repository, "node_modules/jest/bin/jest.js");
  const given = words.join("").trim().split(" ").filter(Boolean);
  const options = { cwd: repository, encoding: "utf8" } as const;
  const env = { ...process.env, EVERY_CONFIGURATION: "1" };
  const listed = execFileSync(process.execPath, [jest, "--listTests", ...given], {
    ...options,
    env,
  });
  return listed
    .split("\n")
    .filter(Boolean)
    .map((file) => relative(repository, file));
}

test("every test file is run by exactly one command", () => {
  const written = readdirSync(join(repository, "__tests__"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => join("__tests__", file));
  const run = ["test", "test:installed", "test:others", "test:from-npm"].flatMap(filesOf);
  expect(run.sort()).toEqual(written.sort());
});
