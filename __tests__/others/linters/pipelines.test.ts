import { spawnSync } from "node:child_process";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deploymentOrder, type Action } from "../../../src/deployment";
import { gitlab } from "../../../src/deployment/formats/gitlab";
import { madeRepository, organizationOf } from "../../deployment/made-manifest";
import { describeJudged, tell } from "../describe-judged";
import { reading } from "./reading";

/** A job of a pipeline as the reader found it. */
interface Job {
  readonly name: string;
  readonly stage: string;
  readonly needs?: readonly { readonly job: string }[];
}

const { manifest } = madeRepository();
const file = "pipeline.yml";

function written(accounts: number, action: Action): string {
  manifest(organizationOf(accounts));
  return gitlab.write(deploymentOrder("cdktf.out"), action);
}

describeJudged("gitlab-ci-local", ["gitlab-ci-local"], ({ "gitlab-ci-local": { script } }) => {
  /** How it ends and what it says of the file in this folder. */
  function said() {
    const args = [script, "--file", file, "--home", ".", "--list-json"];
    return spawnSync(process.execPath, args, { encoding: "utf8" });
  }

  function jobs(): readonly Job[] {
    const { stdout, stderr } = said();
    expect(stderr).toContain("json schema validated");
    // Edge: it wrote this JSON.
    return reading(stdout, stderr) as readonly Job[];
  }

  test("finds the jobs of the example", () => {
    copyFileSync(join(__dirname, "../../../examples/gitlab/.gitlab-ci.yml"), file);
    expect(jobs().map(({ name, stage }) => [name, stage])).toEqual([
      ["synth", "synth"],
      ["plan", "run"],
      ["deploy", "run"],
    ]);
  });

  test("finds that of 40 accounts each waits for the hub, and the hub for the trail", () => {
    const start = performance.now();
    writeFileSync(file, written(40, "apply"));
    const found = jobs();
    tell("gitlab-ci-local", "a pipeline of 40 accounts", (performance.now() - start) / 1000);
    const [trail, hub, ...accounts] = found.map(({ name, stage, needs = [] }) => [
      name,
      stage,
      ...needs.map(({ job }) => job),
    ]);
    expect(trail).toEqual(["signin-trail", "stage-1"]);
    expect(hub).toEqual(["signin-hub", "stage-2", "signin-trail"]);
    expect(accounts).toHaveLength(40);
    for (const [name, ...rest] of accounts) {
      expect(name).toMatch(/^signin-account-\d{12}$/u);
      expect(rest).toEqual(["stage-3", "signin-hub"]);
    }
  });

  test("finds that plans wait for no other stack", () => {
    writeFileSync(file, written(3, "plan"));
    expect(jobs().map(({ needs }) => needs)).toEqual([[], [], [], [], []]);
  });

  test.each([
    ["a job that waits for one that is not there", "- signin-hub", "- signin-hubb", "signin-hubb"],
    ["a stage that is not there", "  stage: stage-3", "  stage: stage-4", "stage-4"],
    ["more retries than GitLab has", "max: 2", "max: 9", "max"],
  ])("fails for %s", (_, text, other, word) => {
    const right = written(1, "apply");
    expect(right).toContain(text);
    writeFileSync(file, right.replaceAll(text, other));
    const { status, stdout, stderr } = said();
    expect(`${stdout}${stderr}`).toContain(word);
    expect(status).toBe(1);
  });
});
