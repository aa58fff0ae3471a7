import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Workflow } from "../steps/workflow";

const file = join(__dirname, "../../examples/github-actions/sign-in-alerts-discover.yml");
const { jobs, permissions } = parse(readFileSync(file, "utf8")) as Workflow;
const runsOf = (name: string) => jobs[name]?.steps.map(({ run = "" }) => run).join("\n") ?? "";

test("the job that runs code of packages may write nothing, the one that writes runs none", () => {
  expect(permissions).toEqual({});
  expect(jobs["discover"]?.permissions).toEqual({ contents: "read", "id-token": "write" });
  expect(runsOf("discover")).toMatch(/npm ci/);
  expect(jobs["pull-request"]?.permissions).toEqual({
    contents: "write",
    "pull-requests": "write",
  });
  expect(runsOf("pull-request")).not.toMatch(/\b(npm|npx|node)\b/);
});

test.each([".", "template", "examples/organization"])("%s has the script it runs", (folder) => {
  const manifest = readFileSync(join(__dirname, "../..", folder, "package.json"), "utf8");
  const { scripts } = JSON.parse(manifest) as { readonly scripts: object };
  expect(runsOf("discover")).toContain("npm run --silent signin-alerts -- discover --write");
  expect(scripts).toHaveProperty("signin-alerts");
});

test("the shell reads every step", () => {
  const runs = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  expect(runs).toHaveLength(4);
  for (const run of runs) {
    const { status, stderr } = spawnSync("bash", ["-n"], { input: run, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  }
});

test.each([
  ["0", "success", 0],
  ["0", "skipped", 0],
  ["0", "failure", 1],
  ["1", "success", 1],
  ["2", "skipped", 1],
  ["", "skipped", 1],
])("with the code %j and a pull request that is a %s the verdict is %d", (CODE, result, status) => {
  const env = { PATH: process.env["PATH"], CODE, PULL_REQUEST: result };
  expect(spawnSync("bash", ["-e"], { input: runsOf("verdict"), env }).status).toBe(status);
});
