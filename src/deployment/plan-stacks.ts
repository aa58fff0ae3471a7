import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { orUnusable } from "../json/file-system";
import { jsonIn, listIn, objectIn, textIn } from "../json/value";
import type { DeployedStack } from "./deployment-order";
import type { TerraformProgram } from "./terraform-program";

/** How many resources a plan changes. */
export interface PlannedChanges {
  readonly create: number;
  readonly update: number;
  readonly replace: number;
  readonly delete: number;
}

/** A stack and its plan, or what Terraform says is wrong with it. */
export type PlannedStack =
  | { readonly name: string; readonly changes: PlannedChanges }
  | { readonly name: string; readonly error: string };

/** The plan as Terraform keeps it, beside what it downloaded. */
const kept = ".terraform/signin-alerts.tfplan";

/** Terraform ends its lines at 78 characters, so a cause may stand in any of several. */
const mostLines = 12;

/** The first error, as Terraform words it, without its frame. */
function errorIn(text: string): string {
  const framed = /^[\s│╷]*Error:[^╵]*/mu.exec(text)?.[0] ?? text;
  return framed
    .split("\n")
    .map((line) => line.replace(/^[\s│╷╵]+/u, "").trimEnd())
    .filter((line) => line !== "")
    .slice(0, mostLines)
    .join(" ");
}

/** @see https://developer.hashicorp.com/terraform/internals/json-format#change-representation */
function changesIn(plan: string): PlannedChanges {
  const actions = listIn(objectIn(jsonIn(plan))["resource_changes"]).map((resource) =>
    listIn(objectIn(objectIn(resource)["change"])["actions"])
      .map((action) => textIn(action))
      .sort()
      .join(),
  );
  const count = (action: string) => actions.filter((found) => found === action).length;
  return {
    create: count("create"),
    update: count("update"),
    replace: count("create,delete"),
    delete: count("delete"),
  };
}

function planOf(
  { name, folder }: DeployedStack,
  { run }: TerraformProgram,
  out: string,
): PlannedStack {
  const inFolder = `-chdir=${folder}`;
  const file = join(out, `${name}.json`);
  // One that fails must leave none of an earlier run.
  orUnusable(file, "removed", () => {
    rmSync(file, { force: true });
  });
  const steps = [
    [inFolder, "init", "-input=false", "-no-color"],
    // Without a lock: a lock is a write.
    [inFolder, "plan", "-input=false", "-no-color", "-lock=false", `-out=${kept}`],
  ];
  for (const step of steps) {
    const { succeeded, output, errors } = run(step);
    if (!succeeded) return { name, error: errorIn(errors === "" ? output : errors) };
  }
  const shown = run([inFolder, "show", "-json", kept]);
  if (!shown.succeeded) return { name, error: errorIn(shown.errors) };
  orUnusable(file, "written", () => {
    writeFileSync(file, shown.output);
  });
  return { name, changes: changesIn(shown.output) };
}

/** Plans in a folder that are of none of these stacks, by path: `coverage` would read them as well. */
export function otherPlans(stacks: readonly DeployedStack[], out: string): readonly string[] {
  const own = new Set(stacks.map(({ name }) => `${name}.json`));
  return orUnusable(out, "read", () => readdirSync(out))
    .filter((file) => file.endsWith(".json") && !own.has(file))
    .sort()
    .map((file) => join(out, file));
}

/**
 * Plans stacks one after the other, and keeps each plan as JSON in a folder: what `coverage` and `review`
 * read. A stack that Terraform refuses does not end it.
 * @param onStack - called before each stack
 * @throws UnusableInputError where the folder cannot be written
 */
export function planStacks(
  stacks: readonly DeployedStack[],
  program: TerraformProgram,
  out: string,
  onStack: (name: string, at: number) => void,
): readonly PlannedStack[] {
  orUnusable(out, "created", () => mkdirSync(out, { recursive: true }));
  return stacks.map((stack, at) => {
    onStack(stack.name, at);
    return planOf(stack, program, out);
  });
}
