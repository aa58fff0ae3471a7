import type { DeployedStack } from "../deployment-order";
import type { Format } from "./format";

/** @see https://docs.github.com/en/actions/reference/limits */
const mostJobs = 256;

/** The stacks of a job: one, or as many as it takes to stay under the limit of jobs. */
function jobOf(stacks: readonly DeployedStack[]) {
  const [first, ...others] = stacks.map(({ name }) => name);
  return {
    name: others.length === 0 ? first : `${first ?? ""} and ${others.length} more`,
    folders: stacks.map(({ folder }) => folder).join(" "),
  };
}

function jobsOf(stage: readonly DeployedStack[]) {
  const size = Math.ceil(stage.length / mostJobs);
  return Array.from({ length: Math.ceil(stage.length / size) }, (_, at) =>
    jobOf(stage.slice(at * size, (at + 1) * size)),
  );
}

/**
 * A line for the outputs of a job of GitHub Actions: later jobs make a matrix of each stage.
 * @see https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations
 */
export const github: Format = {
  name: "github",
  summary: "an output of a job, stages=[…], for the matrices of the jobs after it",
  write: (stages) => `stages=${JSON.stringify(stages.map(jobsOf))}\n`,
};
