import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { repository } from "../package/repository-copy";
import type { Workflow } from "../steps/workflow";
import { workflowErrors } from "./workflow-parser";

const github = join(repository, "examples/github-actions");
const workflows = [github, join(repository, ".github/workflows")].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yml"))
    .map((name) => join(folder, name)),
);

const shell = (run: string) => spawnSync("bash", ["-n"], { input: run, encoding: "utf8" });

test("GitHub's own parser finds nothing wrong in any workflow", () => {
  expect(workflows.length).toBeGreaterThan(4);
  expect(workflowErrors(workflows)).toEqual(
    Object.fromEntries(workflows.map((file) => [file, []])),
  );
});

test("fails for a workflow with a key and a name that GitHub does not know", () => {
  const folder = mkdtempSync(join(tmpdir(), "signin-alerts-workflow-"));
  const file = join(folder, "wrong.yml");
  try {
    writeFileSync(file, "on: push\njobs: { a: { runs-on: x, needz: b, steps: [{ run: y }] } }\n");
    expect(workflowErrors([file])[file]?.join()).toContain("needz");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const deploy = parse(readFileSync(join(github, "sign-in-alerts-deploy.yml"), "utf8")) as {
  readonly jobs: Readonly<
    Record<string, { readonly needs?: string | readonly string[]; readonly uses?: string }>
  >;
};

test("each stage is a job that waits for the one before it, and applies by the same workflow", () => {
  const { synth, ...stages } = deploy.jobs;
  expect(synth).toBeDefined();
  expect(Object.entries(stages).map(([name, { needs }]) => [name, [needs].flat().at(-1)])).toEqual([
    ["trail", "synth"],
    ["hub", "trail"],
    ["accounts", "hub"],
  ]);
  for (const { uses } of Object.values(stages)) {
    expect(uses).toBe("./.github/workflows/sign-in-alerts-deploy-stage.yml");
  }
});

test("the shell reads every step of deployment", () => {
  const runs = ["sign-in-alerts-deploy.yml", "sign-in-alerts-deploy-stage.yml"].flatMap((name) => {
    const { jobs } = parse(readFileSync(join(github, name), "utf8")) as Workflow;
    return Object.values(jobs).flatMap(({ steps = [] }) => steps.flatMap(({ run }) => run ?? []));
  });
  expect(runs.length).toBeGreaterThan(3);
  for (const run of runs) expect(shell(run)).toMatchObject({ status: 0, stderr: "" });
});

interface GitLabFile {
  readonly stages: readonly string[];
  readonly synth: { readonly script: readonly string[]; readonly artifacts: { paths: string[] } };
  readonly plan: GitLabTrigger;
  readonly deploy: GitLabTrigger;
}

interface GitLabTrigger {
  readonly variables: object;
  readonly trigger: { readonly include: readonly { artifact: string; job: string }[] };
}

test("GitLab's child pipelines are files that the job before them writes and keeps", () => {
  const file = join(repository, "examples/gitlab/.gitlab-ci.yml");
  const { synth, plan, deploy: apply } = parse(readFileSync(file, "utf8")) as GitLabFile;
  const script = synth.script.join("\n");
  expect(shell(script)).toMatchObject({ status: 0, stderr: "" });
  for (const { trigger, variables } of [plan, apply]) {
    const [{ artifact, job } = { artifact: "", job: "" }] = trigger.include;
    expect(job).toBe("synth");
    expect(script).toContain(`> ${artifact}`);
    expect(synth.artifacts.paths).toContain(artifact);
    expect(variables).toEqual({ PARENT_PIPELINE_ID: "$CI_PIPELINE_ID" });
  }
  expect(synth.artifacts.paths).toContain("cdktf.out");
});
