import { stringify } from "yaml";
import type { DeployedStack } from "../deployment-order";
import { writtenBy, type Format } from "./format";

/** What the generated Terraform is made of, from the root of a project as `cdktf init` leaves it. */
const sources = ["signin-alerts.yaml", "main.ts", "package-lock.json"];

function projectOf({ name, folder }: DeployedStack, stage: number) {
  const up = "../".repeat(folder.split("/").length);
  return {
    name,
    dir: folder,
    execution_order_group: stage + 1,
    autoplan: {
      enabled: true,
      // With the generated Terraform in the repository, or made anew by a hook.
      when_modified: ["cdk.tf.json", "assets/**", ...sources.map((file) => `${up}${file}`)],
    },
  };
}

/**
 * `atlantis.yaml`, in the root of the repository. A group of which a project failed is the last one;
 * `depends_on` is not used: Atlantis has refused projects whose dependency was applied by the same
 * command.
 * @see https://www.runatlantis.io/docs/repo-level-atlantis-yaml.html
 */
export const atlantis: Format = {
  name: "atlantis",
  summary: "atlantis.yaml, with a project for each stack",
  write: (order) => {
    const file = {
      version: 3,
      automerge: false,
      parallel_plan: true,
      parallel_apply: true,
      abort_on_execution_order_fail: true,
      projects: order.flatMap((stacks, stage) => stacks.map((stack) => projectOf(stack, stage))),
    };
    return `# ${writtenBy("atlantis")}\n${stringify(file, { lineWidth: 0 })}`;
  },
};
