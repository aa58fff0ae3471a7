import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describeTerraform } from "./describe-terraform";
import { startStandIn } from "./stand-in";
import { temporaryFolder } from "./synthesized-stacks";
import { findTerraform } from "./terraform-binary";
import { offline, run, type CommandResult } from "./terraform-command";

const ids = Array.from({ length: 10 }, (_, at) => String(111_111_111_111 + at));
const list = ["id,name", ...ids.map((id, at) => `${id},account-${at + 1}`)].join("\n");

const answers = [
  ["--organization", "o-a1b2c3d4e5"],
  ["--management-account", ids[0] ?? ""],
  ["--hub-account", ids[1] ?? ""],
  ["--hub-region", "eu-central-1"],
  ["--recipient", "security@example.com"],
].flat();

const typescript = ["--import", pathToFileURL(resolve("node_modules/tsx/dist/loader.mjs")).href];

describeTerraform("from a list of ten accounts to plans that can be reviewed", () => {
  const folder = temporaryFolder();

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  async function node(
    program: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<CommandResult> {
    const result = await run({
      command: process.execPath,
      args: [...typescript, resolve(program), ...args],
      folder,
      environment: { ...offline, ...environment },
    });
    if (result.code !== 0) throw new Error(`${program} ${args.join(" ")}:\n${result.stderr}`);
    return result;
  }

  test("init, synth and plan are enough, and the plans notify of every alert", async () => {
    writeFileSync(join(folder, "accounts.csv"), list);
    await node("src/cli/main.ts", ["init", ".", "--accounts", "accounts.csv", ...answers]);
    await node("main.ts", []);
    const stacks = readdirSync(join(folder, "cdktf.out/stacks"));
    expect(stacks).toHaveLength(12);
    const types = stacks.flatMap((stack) => {
      const file = join(folder, "cdktf.out/stacks", stack, "cdk.tf.json");
      const { resource } = JSON.parse(readFileSync(file, "utf8")) as { readonly resource: object };
      return Object.keys(resource);
    });
    const standIn = await startStandIn([...new Set(types)]);
    try {
      const { command = "terraform", registry = "" } = findTerraform() ?? {};
      const { stdout } = await node("src/cli/main.ts", ["plan"], {
        TERRAFORM_BINARY_NAME: command,
        TF_REATTACH_PROVIDERS: standIn.reattach(registry),
      });
      expect(stdout.match(/^✓ signin-.* to create$/gmu)).toHaveLength(12);
      expect(stdout).toContain("12 plans in plans.");
      expect(standIn.record.changes).toEqual([]);
    } finally {
      standIn.close();
    }
    const { stdout } = await node("src/cli/main.ts", ["coverage", "plans"]);
    expect(stdout).toMatch(/✓ covered: ([\d,]+) of \1 alerts/u);
  });
});
