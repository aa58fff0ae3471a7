import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tableOf } from "../../steps/judges/journal";
import type { Judges } from "../../steps/judges/judges";
import { findProvider } from "../../steps/judges/provider";
import { findPython, pythonEnvironment } from "../../steps/judges/python";
import { MotoServer } from "../../steps/judges/server";
import { runFolder } from "../run-folder";

const folder = (): string => mkdtempSync(join(runFolder(), "judges-"));

/** A program that does what a script of a shell says. */
function program(script: string): string {
  const file = join(folder(), "program");
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

const registryDown = program(
  "printf '\\nError: Failed to query available provider packages\\n\\nCould not connect to the\\nregistry.\\n\\n' >&2; exit 1",
);

describe("what a judge lacks is one line", () => {
  test.each([
    [
      "no Python",
      () => findPython(["/no/such/python"]),
      "no Python on the PATH; 3.11 or later is needed",
    ],
    [
      "too old a Python",
      () => findPython([program("echo 3.9"), program("echo 2.7")]),
      "Python 3.9 and 2.7 is too old; 3.11 or later is needed",
    ],
    [
      "a mirror without the provider",
      () => findProvider({ mirror: folder(), cache: folder(), versions: ">= 6", terraform: "no" }),
      /^TF_AWS_PROVIDER_MIRROR has no registry\.terraform\.io.hashicorp.aws for \w+; set it to the folder above registry\.terraform\.io$/,
    ],
    [
      "a registry that cannot be reached",
      () =>
        findProvider({
          mirror: undefined,
          cache: folder(),
          versions: ">= 6",
          terraform: registryDown,
          searched: folder(),
        }),
      "the registry cannot be reached: Failed to query available provider packages; Could not connect to the registry.",
    ],
    [
      "no Terraform to download with",
      () =>
        findProvider({
          mirror: undefined,
          cache: folder(),
          versions: ">= 6",
          terraform: "/no/such/terraform",
          searched: folder(),
        }),
      /^the registry cannot be reached: .*ENOENT$/,
    ],
    [
      "packages that cannot be installed",
      () =>
        pythonEnvironment(folder(), [
          program('[ "$1" = -c ] && echo 3.12 && exit; echo "ERROR: no connection" >&2; exit 1'),
        ]),
      "the judges cannot be installed: ERROR: no connection",
    ],
  ])("%s", (_, find, line) => {
    expect(find()).toMatch(line);
  });

  test.each([
    [
      "ends",
      program('echo "No module named moto" >&2; exit 1'),
      "it ended with 1; No module named moto",
    ],
    ["does not exist", "/no/such/python", "spawn /no/such/python ENOENT; "],
  ])("fails with it where the server %s", async (_, python, words) => {
    const started = MotoServer.start({ python, accounts: [], log: join(folder(), "log") });
    await expect(started).rejects.toThrow(`moto's server does not start: ${words}`);
  });
});

test("the table has a line for each missing judge, and what the others did", () => {
  const missing = { missing: "no Python on the PATH" };
  const judges: Judges = {
    terraform: { version: "1.11.4" },
    provider: { missing: "the registry cannot be reached" },
    server: missing,
    "cfn-lint": missing,
    parliament: missing,
    checkov: missing,
    "cfn-guard": { missing: "no program for this system" },
    "gitlab-ci-local": { missing: "npm cannot install it" },
    chromium: { missing: "no Chromium on the PATH" },
  };
  const notes = [
    { judge: "terraform", what: "33 stacks", seconds: 4 },
    { judge: "cfn-lint", what: "templates", not: "no Python on the PATH" },
  ] as const;
  const rows = tableOf(judges, notes).split("\n");
  const row = (title: string) => rows.find((each) => each.includes(title));
  expect(row("Terraform")).toMatch(/1\.11\.4 +│ 33 stacks +│ 4 /);
  expect(row("hashicorp/aws")).toMatch(/– .*MISSING: the registry cannot be reached/);
  for (const title of ["moto's server", "cfn-lint", "parliament", "checkov"])
    expect(row(title)).toContain("MISSING: no Python on the PATH");
  expect(rows.join()).toContain("templates: no Python on the PATH");
});
