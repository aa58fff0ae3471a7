import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import type { Workflow } from "../steps/workflow";

const file = join(__dirname, "../../examples/github-actions/sign-in-alerts-coverage.yml");
const { jobs, permissions } = parse(readFileSync(file, "utf8")) as Workflow;
const runs = jobs["coverage"]?.steps.flatMap(({ run }) => run ?? []) ?? [];
const [, judge = "", verdict = ""] = runs;

test("the only job reads, writes nothing, and shows its page before its verdict", () => {
  expect(permissions).toEqual({});
  expect(Object.keys(jobs)).toEqual(["coverage"]);
  expect(jobs["coverage"]?.permissions).toEqual({ contents: "read", "id-token": "write" });
  const steps = jobs["coverage"]?.steps.map(({ uses = "", run = "" }) => uses || run) ?? [];
  expect(steps.slice(-3)).toEqual([judge, expect.stringContaining("upload-artifact"), verdict]);
});

test.each([".", "template", "examples/organization"])("%s has the script it runs", (folder) => {
  const manifest = readFileSync(join(__dirname, "../..", folder, "package.json"), "utf8");
  const { scripts } = JSON.parse(manifest) as { readonly scripts: object };
  expect(judge).toContain("npm run --silent signin-alerts -- coverage --live --format html");
  expect(scripts).toHaveProperty("signin-alerts");
});

describe("what is judged", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "signin-coverage-workflow-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test.each([
    [0, "", "run --silent signin-alerts -- coverage --live --format html"],
    [1, "Reader", "run --silent signin-alerts -- coverage --live --format html --role-name Reader"],
    [2, "", "run --silent signin-alerts -- coverage --live --format html"],
  ])("with the end %d and the role '%s' the page and the code are kept", (code, role, argv) => {
    const npm = join(folder, "npm");
    writeFileSync(npm, `#!/bin/sh\necho "$@"\nexit ${code}\n`, { mode: 0o755 });
    const output = join(folder, "output");
    const env = {
      PATH: `${folder}:${process.env["PATH"] ?? ""}`,
      GITHUB_OUTPUT: output,
      ACCOUNT_ROLE: role,
    };
    const { status } = spawnSync("bash", ["-e"], { input: judge, env, cwd: folder });
    expect(status).toBe(0);
    expect(readFileSync(join(folder, "coverage.html"), "utf8")).toBe(`${argv}\n`);
    expect(readFileSync(output, "utf8")).toBe(`code=${code}\n`);
  });
});

test.each([
  ["0", 0],
  ["1", 1],
  ["2", 1],
  ["", 1],
])("with the code '%s' the verdict is %d", (CODE, status) => {
  const env = { PATH: process.env["PATH"], CODE };
  expect(spawnSync("bash", ["-e"], { input: verdict, env }).status).toBe(status);
});
