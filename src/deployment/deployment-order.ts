import { existsSync } from "node:fs";
import { isAbsolute, join, normalize, sep } from "node:path";
import { readJsonObject, UnusableInputError } from "../json/read-json";
import { isJsonObject, listIn, textIn, type Json } from "../json/value";

/** A stack of the generated Terraform, as an engine deploys it. */
export interface DeployedStack {
  readonly name: string;
  /** Folder of its Terraform, from where the engine checks out, with slashes. */
  readonly folder: string;
  /** Names of the stacks that must have been applied before, sorted. */
  readonly after: readonly string[];
}

/**
 * Stacks in the order of deployment: those of a stage may be applied at once, after all of the stages
 * before. A trail comes before the hub, the hub before the accounts.
 */
export type DeploymentOrder = readonly (readonly DeployedStack[])[];

/** Every engine takes these as the name of a job, a project or a folder. */
const nameForm = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/u;

/**
 * Reads the order in which the stacks of generated Terraform are deployed.
 * @param dir - such as `cdktf.out`, from the root of the repository
 * @throws UnusableInputError for a folder that no engine would find in a checkout, and for what is not
 *   the output of CDKTF
 */
export function deploymentOrder(dir: string): DeploymentOrder {
  const root = normalize(dir).split(sep).join("/").replace(/\/$/u, "");
  if (isAbsolute(dir) || root.startsWith("..")) {
    throw new UnusableInputError(
      `${dir} is outside of the folder in which the command runs: run it in the root of the repository, and name a folder within, for that is what an engine checks out`,
    );
  }
  const file = join(dir, "manifest.json");
  if (!existsSync(file)) {
    throw new UnusableInputError(
      `${file} does not exist: run \`npm run synth\` first, or name the folder of the generated Terraform`,
    );
  }
  const entries = Object.entries(stacksIn(readJsonObject(file), file));
  const names = new Set(entries.map(([name]) => name));
  const problems = entries.flatMap(([name, stack]) => problemsOf(name, stack, names));
  if (entries.length === 0) problems.push("it has no stack");
  if (problems.length > 0) throw new UnusableInputError(`${file}: ${problems.join("; ")}`);
  const stacks = entries.map(([name, stack]) => ({
    name,
    folder: [...(root === "." ? [] : [root]), textIn(stack["workingDirectory"]) ?? ""].join("/"),
    after: [...new Set(dependenciesOf(stack))].sort(),
  }));
  return stagesOf(withLoneFirst(stacks), file);
}

function stacksIn({ stacks }: Json, file: string): Readonly<Record<string, Json>> {
  if (isJsonObject(stacks) && Object.values(stacks).every(isJsonObject)) {
    // Edge: each was looked at.
    return stacks as Readonly<Record<string, Json>>;
  }
  throw new UnusableInputError(`${file}: stacks is not an object of stacks, as CDKTF writes it`);
}

function dependenciesOf(stack: Json): readonly string[] {
  return listIn(stack["dependencies"]).flatMap((name) => textIn(name) ?? []);
}

function problemsOf(name: string, stack: Json, names: ReadonlySet<string>): string[] {
  const folder = textIn(stack["workingDirectory"]);
  return [
    ...(nameForm.test(name)
      ? []
      : [
          `the stack ${JSON.stringify(name)} has a name that not every engine takes: letters, digits, _ . and - are allowed`,
        ]),
    ...(folder !== undefined && folder.split("/").every((part) => nameForm.test(part))
      ? []
      : [`the workingDirectory of ${JSON.stringify(name)} is not a folder within the output`]),
    ...dependenciesOf(stack)
      .filter((other) => !names.has(other))
      .map(
        (other) => `${JSON.stringify(name)} depends on ${JSON.stringify(other)}, which is missing`,
      ),
  ];
}

/** What nothing waits for, and waits for nothing, such as the trail, goes before what others wait for. */
function withLoneFirst(stacks: readonly DeployedStack[]): readonly DeployedStack[] {
  const awaited = new Set(stacks.flatMap(({ after }) => after));
  const lone = stacks
    .filter(({ name, after }) => after.length === 0 && !awaited.has(name))
    .map(({ name }) => name)
    .sort();
  return stacks.map((stack) =>
    stack.after.length === 0 && awaited.has(stack.name) ? { ...stack, after: lone } : stack,
  );
}

function stagesOf(stacks: readonly DeployedStack[], file: string): DeploymentOrder {
  const stages: (readonly DeployedStack[])[] = [];
  const applied = new Set<string>();
  while (applied.size < stacks.length) {
    const next = stacks
      .filter(({ name, after }) => !applied.has(name) && after.every((other) => applied.has(other)))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    if (next.length === 0) {
      const left = stacks.filter(({ name }) => !applied.has(name)).map(({ name }) => name);
      throw new UnusableInputError(`${file}: these stacks wait for each other: ${left.join(", ")}`);
    }
    for (const { name } of next) applied.add(name);
    stages.push(next);
  }
  return stages;
}
