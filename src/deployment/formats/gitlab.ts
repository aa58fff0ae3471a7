import { stringify } from "yaml";
import { UnusableInputError } from "../../json/read-json";
import type { DeployedStack } from "../deployment-order";
import { writtenBy, type Action, type Format } from "./format";

/** @see https://docs.gitlab.com/ci/yaml/#needs */
const mostNeeds = 50;

const commands: Readonly<Record<Action, readonly string[]>> = {
  // Without a lock: a lock is a write.
  plan: ['terraform -chdir="$FOLDER" plan -input=false -lock=false'],
  apply: ['terraform -chdir="$FOLDER" apply -input=false -auto-approve'],
};

function jobOf({ name, folder, after }: DeployedStack, stage: string, action: Action) {
  // With the output of the job that made this file.
  const needs = [
    { pipeline: "$PARENT_PIPELINE_ID", job: "synth" },
    ...(action === "plan" ? [] : after),
  ];
  if (needs.length > mostNeeds) {
    throw new UnusableInputError(
      `${name} waits for ${after.length} stacks, and a job of GitLab for ${mostNeeds - 1} at most`,
    );
  }
  return {
    extends: ".stack",
    stage,
    needs,
    variables: { FOLDER: folder },
    // One at a time, pipelines of other commits included.
    ...(action === "apply" && { resource_group: name }),
  };
}

/**
 * A child pipeline of GitLab, with a job for each stack.
 * @see https://docs.gitlab.com/ci/pipelines/downstream_pipelines/#dynamic-child-pipelines
 */
export const gitlab: Format = {
  name: "gitlab",
  summary: "a child pipeline, with a job for each stack",
  write: (order, action) => {
    const stages = order.map((_, at) => `stage-${at + 1}`);
    const jobs = order.flatMap((stacks, at) =>
      stacks.map((stack) => [stack.name, jobOf(stack, stages[at] ?? "", action)] as const),
    );
    const settings = {
      // Without rules of its own, GitLab would leave every job out of a pipeline of a merge request.
      workflow: { rules: [{ when: "always" }] },
      stages,
      variables: { TERRAFORM_IMAGE: "hashicorp/terraform:1.14", TF_IN_AUTOMATION: "1" },
      ".stack": {
        image: { name: "$TERRAFORM_IMAGE", entrypoint: [""] },
        retry: { max: 2, when: ["runner_system_failure", "stuck_or_timeout_failure"] },
        script: ['terraform -chdir="$FOLDER" init -input=false', ...commands[action]],
      },
    };
    const taken = jobs.map(([name]) => name).filter((name) => Object.hasOwn(settings, name));
    if (taken.length > 0) {
      throw new UnusableInputError(
        `${taken.join(", ")}: a job of GitLab cannot have the name of a setting; give the stack another one`,
      );
    }
    const pipeline = { ...settings, ...Object.fromEntries(jobs) };
    return `# ${writtenBy("gitlab")}\n${stringify(pipeline, { lineWidth: 0, aliasDuplicateObjects: false })}`;
  },
};
