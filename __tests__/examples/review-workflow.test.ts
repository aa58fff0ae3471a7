import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { reviewMarker } from "../../src/coverage/report";
import type { Workflow } from "../steps/workflow";

const file = join(__dirname, "../../examples/github-actions/sign-in-alerts-review.yml");
const text = readFileSync(file, "utf8");
const { jobs } = parse(text) as Workflow;

test("a job that runs code of the pull request may write nothing", () => {
  const running = Object.values(jobs).filter(({ steps }) =>
    steps.some(({ uses }) => uses?.startsWith("actions/checkout@")),
  );
  expect(running).toHaveLength(1);
  expect(running[0]?.permissions).toEqual({ contents: "read", "id-token": "write" });
});

test.each([".", "template", "examples/organization"])(
  "%s has the scripts that the job runs",
  (folder) => {
    const manifest = readFileSync(join(__dirname, "../..", folder, "package.json"), "utf8");
    const { scripts } = JSON.parse(manifest) as { readonly scripts: object };
    const names = [...text.matchAll(/npm run (?:--silent )?([\w-]+)/g)].map(({ 1: name }) => name);
    expect(names).toEqual(["synth", "signin-alerts"]);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(names));
  },
);

test("the shell reads every step", () => {
  const runs = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  expect(runs.length).toBeGreaterThan(3);
  for (const run of runs) {
    const { status, stderr } = spawnSync("bash", ["-n"], { input: run, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  }
});

test("the comment is found by the first line of a review", () => {
  const writing = jobs["comment"]?.steps.map(({ run = "" }) => run).join("\n");
  expect(writing).toContain(`startswith("${reviewMarker}")`);
});

test("the verdict is given even where the review failed", () => {
  expect(jobs["verdict"]?.if).toContain("always()");
});
