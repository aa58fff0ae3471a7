import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recorded } from "../../__tests__/fixtures/real/organization";
import { RealTerraform } from "../../__tests__/others/real-provider/real-terraform";
import { organizationOf } from "../../__tests__/terraform/organizations";
import { findProvider } from "./provider";
import { RealFixtureText } from "./real-fixture-text";
import { MotoServer } from "./server";

// Writes __tests__/fixtures/real: npx tsx steps/judges/real-fixtures.ts [PYTHON THAT HAS MOTO AND BOTO3]
const folder = join(__dirname, "../../__tests__/fixtures/real");
const [python = "python3"] = process.argv.slice(2);
const accounts = recorded.accounts.map(({ id }) => id);
const text = new RealFixtureText();

async function record(server: MotoServer, terraform: RealTerraform): Promise<void> {
  const write = async (kind: string, print: (stack: string) => Promise<object>): Promise<void> => {
    rmSync(join(folder, kind), { recursive: true, force: true });
    mkdirSync(join(folder, kind), { recursive: true });
    for (const [stack, printed] of await terraform.inOrder(print)) {
      writeFileSync(join(folder, kind, `${stack}.json`), text.of(printed));
    }
    console.log(`wrote ${kind}`);
  };
  await write("first-plan", (stack) => terraform.plan(stack));
  await terraform.inOrder((stack) => terraform.apply(stack));
  await write("state", (stack) => terraform.state(stack));
  await write("tfstate", (stack) => Promise.resolve(terraform.stateFile(stack)));
  await terraform.inOrder(async (stack) => {
    await terraform.plan(stack, "-refresh-only");
    await terraform.apply(stack);
  });
  await write("refreshed-state", (stack) => terraform.state(stack));
  const done = accounts.flatMap((account) => changedByHand(server, account));
  writeFileSync(join(folder, "changed-by-hand.txt"), done.join("\n") + "\n");
  await write("drift-plan", (stack) => terraform.plan(stack));
  await write("refresh-only-plan", (stack) => terraform.plan(stack, "-refresh-only"));
  await terraform.inOrder((stack) => terraform.apply(stack));
  await write("drifted-state", (stack) => terraform.state(stack));
}

/** Changes what the server has; what was changed. */
function changedByHand(server: MotoServer, account: string): readonly string[] {
  const { stdout, stderr, status } = spawnSync(python, [join(__dirname, "by-hand.py"), account], {
    encoding: "utf8",
    env: { ...process.env, ...server.environment },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split("\n");
}

async function main(): Promise<void> {
  const cache = join(__dirname, "../../node_modules/.cache/judges/provider");
  const mirror = process.env["TF_AWS_PROVIDER_MIRROR"];
  const provider = findProvider({ mirror, cache, versions: ">= 6", terraform: "terraform" });
  if (typeof provider === "string") throw new Error(provider);
  const log = join(mkdtempSync(join(tmpdir(), "moto-")), "log");
  const server = await MotoServer.start({ python, accounts, log });
  const terraform = new RealTerraform(organizationOf(recorded), provider, server);
  try {
    await record(server, terraform);
  } finally {
    await server.stop();
    terraform.close();
  }
}

void main();
