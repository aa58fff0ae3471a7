import { printedJson } from "../../json/printed";
import type { DeployedStack } from "../deployment-order";
import { writtenBy, type Format } from "./format";

/** A label in Terraform, which begins with a letter and has no dot. */
const label = (name: string): string => `stack_${name.replaceAll(".", "_")}`;

const idOf = (name: string): string => `\${spacelift_stack.${label(name)}.id}`;

function stackOf({ name, folder }: DeployedStack) {
  return {
    name,
    repository: "${var.repository}",
    branch: "${var.branch}",
    project_root: folder,
    labels: ["signin-alerts"],
    // The generated Terraform names its own backend.
    manage_state: false,
    // A person confirms each plan.
    autodeploy: false,
    protect_from_deletion: true,
  };
}

/**
 * Terraform for a stack of Spacelift that manages others: theirs, and who waits for whom.
 * @see https://docs.spacelift.io/concepts/stack/stack-dependencies
 */
export const spacelift: Format = {
  name: "spacelift",
  summary: "Terraform for an administrative stack: a stack for each, and their dependencies",
  write: (order) => {
    const stacks = order.flat();
    const dependencies = stacks.flatMap(({ name, after }) =>
      after.map((other) => [
        `${label(name)}-${label(other)}`,
        { stack_id: idOf(name), depends_on_stack_id: idOf(other) },
      ]),
    );
    return printedJson({
      "//": writtenBy("spacelift"),
      terraform: { required_providers: { spacelift: { source: "spacelift-io/spacelift" } } },
      variable: {
        repository: { type: "string", description: "Repository, without its owner." },
        branch: { type: "string", description: "Branch that is deployed.", default: "main" },
      },
      resource: {
        spacelift_stack: Object.fromEntries(
          stacks.map((stack) => [label(stack.name), stackOf(stack)]),
        ),
        ...(dependencies.length > 0 && {
          spacelift_stack_dependency: Object.fromEntries(dependencies) as unknown,
        }),
      },
    });
  },
};
