import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, changes } from "../../__tests__/fixtures/real/changes";
import { recorded } from "../../__tests__/fixtures/real/organization";
import { RealTerraform } from "../../__tests__/others/real-provider/real-terraform";
import type { SynthesizedStack } from "../../__tests__/terraform/synthesized-stacks";
import type { TerraformPlan } from "../../__tests__/terraform/terraform-plan";
import { findProvider } from "./provider";
import { RealFixtureText } from "./real-fixture-text";
import { lost, MotoServer, notStored } from "./server";

// Writes __tests__/fixtures/real/changes: npx tsx steps/judges/real-changes.ts [PYTHON THAT HAS MOTO AND BOTO3] [CHANGE…]
const folder = join(__dirname, "../../__tests__/fixtures/real/changes");
const [python = "python3", ...only] = process.argv.slice(2);

/** The Terraform of stacks as it was planned: without what the server does not store. A line is a resource. */
function writeTerraform(name: string, stacks: readonly SynthesizedStack[]): void {
  const documents = stacks.map((stack) => [stack.name, plannedConfiguration(stack)] as const);
  const lines = JSON.stringify(Object.fromEntries(documents)).replaceAll(/\},"/g, '},\n"');
  writeFileSync(join(folder, `${name}.tf.json`), `${lines}\n`);
}

function plannedConfiguration({ configuration }: SynthesizedStack): object {
  const { provider, terraform, moved, resource = {} } = configuration;
  const kept = Object.entries(resource)
    .filter(([type]) => !notStored.includes(type))
    .map(([type, bodies]) => [type, without(["//", ...(lost[type] ?? [])], bodies)] as const);
  return { provider, terraform, moved, resource: Object.fromEntries(kept) };
}

/** Bodies without cdktf's comments and what the server loses. */
function without(names: readonly string[], bodies: object): object {
  // Edge: cdktf wrote them.
  return JSON.parse(
    JSON.stringify(bodies, (key, value: unknown) => (names.includes(key) ? undefined : value)),
  ) as object;
}

/** A plan without what a review does not read: of a resource that stays, all but its address. */
function small(plan: TerraformPlan): object {
  const kept = Object.entries(plan).filter(([key]) => !unread.includes(key));
  const changed = plan.resource_changes?.map((resource) => {
    const { actions } = resource.change;
    const isKept = actions.every((action) => ["no-op", "read"].includes(action));
    return isKept ? { ...resource, change: { actions } } : resource;
  });
  return { ...Object.fromEntries(kept), resource_changes: changed };
}

/** What a review does not read of a plan. */
const unread = ["relevant_attributes", "prior_state", "planned_values"];
const known = new Set(before().map((stack) => stack.name));
const one = "signin-account-222222222222";

function textOf(stack: SynthesizedStack): string {
  return JSON.stringify(plannedConfiguration(stack));
}

function isChange({ resource_changes: resources = [] }: TerraformPlan): boolean {
  const actions = resources.flatMap(({ change }) => change.actions);
  return !actions.every((action) => ["no-op", "read"].includes(action));
}

async function record(terraform: RealTerraform): Promise<void> {
  await terraform.inOrder(async (stack) => {
    await terraform.plan(stack);
    await terraform.apply(stack);
  });
  if (only.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const unchanged = new Map(before().map((stack) => [stack.name, textOf(stack)]));
  writeTerraform("before", before());
  for (const [name, changeOf] of Object.entries(changes)) {
    if (only.length > 0 && !only.includes(name)) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
    const { stacks, replace = {} } = changeOf();
    const text = new RealFixtureText();
    const altered = stacks.filter((stack) => unchanged.get(stack.name) !== textOf(stack));
    writeTerraform(name, altered);
    mkdirSync(join(folder, name), { recursive: true });
    terraform.change(stacks);
    const plans = await terraform.inOrder((stack) => {
      const address = replace[stack];
      return address === undefined
        ? terraform.plan(stack)
        : terraform.plan(stack, `-replace=${address}`);
    });
    const telling = [...plans].filter(([stack, plan]) => !known.has(stack) || isChange(plan));
    // A plan that changes nothing says nothing, but that of one stack where none changes.
    const kept = telling.length > 0 ? telling : [...plans].filter(([stack]) => stack === one);
    for (const [stack, plan] of kept) {
      writeFileSync(join(folder, name, `${stack}.json`), text.of(small(plan)));
    }
    console.log(`wrote ${name}`);
  }
}

async function main(): Promise<void> {
  const cache = join(__dirname, "../../node_modules/.cache/judges/provider");
  const mirror = process.env["TF_AWS_PROVIDER_MIRROR"];
  const provider = findProvider({ mirror, cache, versions: ">= 6", terraform: "terraform" });
  if (typeof provider === "string") throw new Error(provider);
  const log = join(mkdtempSync(join(tmpdir(), "moto-")), "log");
  const accounts = recorded.accounts.map(({ id }) => id);
  const server = await MotoServer.start({ python, accounts, log });
  const terraform = new RealTerraform(before(), provider, server);
  try {
    await record(terraform);
  } finally {
    await server.stop();
    terraform.close();
  }
}

void main();
