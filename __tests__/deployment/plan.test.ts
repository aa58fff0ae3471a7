import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { run } from "../../src/cli/run";
import { openTerraform } from "../../src/cli/open-terraform";
import { madeRepository, organizationOf, stacksWith } from "./made-manifest";
import { calls, standInTerraform } from "./stand-in-terraform";
import { capturedRun } from "../cli/captured-run";
import { noWaiting } from "../cli/no-waiting";

const { manifest } = madeRepository();

async function planned(...args: readonly string[]) {
  const written = { out: "", err: "" };
  const env = { ...process.env, TF_PLUGIN_CACHE_DIR: "plugins" };
  const code = await run(
    ["plan", ...args],
    {
      out: (text) => (written.out += text),
      err: (text) => (written.err += text),
      outIsTerminal: false,
      errIsTerminal: false,
      env,
      now: () => 0,
      ...noWaiting,
      input: () => "",
    },
    openTerraform,
  );
  return { code, ...written };
}

test("each stack is planned in the order of deployment, without a lock, and kept as JSON", async () => {
  manifest(organizationOf(2));
  const terraform = standInTerraform({});
  const { code, out } = await planned("--terraform", terraform);
  expect(code).toBe(0);
  const stacks = [
    "signin-trail",
    "signin-hub",
    "signin-account-100000000000",
    "signin-account-100000007919",
  ];
  expect(calls(terraform)).toEqual([
    "version -json",
    ...stacks.flatMap((name) => {
      const folder = `-chdir=cdktf.out/stacks/${name}`;
      const file = ".terraform/signin-alerts.tfplan";
      return [
        `${folder} init -input=false -no-color`,
        `${folder} plan -input=false -no-color -lock=false -out=${file}`,
        `${folder} show -json ${file}`,
      ];
    }),
  ]);
  expect(readdirSync("plans").sort()).toEqual(stacks.map((name) => `${name}.json`).sort());
  expect(out).toContain("✓ signin-trail");
  expect(out).toContain("4 plans in plans. Next: npx signin-alerts coverage plans");
});

test("it says what each plan changes", async () => {
  manifest(stacksWith({ a: [], b: [] }));
  const terraform = standInTerraform({
    actions: {
      a: [["create"], ["create"], ["update"], ["delete", "create"], ["create", "delete"], ["read"]],
    },
  });
  const { out } = await planned("--terraform", terraform);
  expect(out).toContain("✓ a  2 to create, 1 to change, 2 to replace\n");
  expect(out).toContain("✓ b  no changes\n");
});

test("a plan of a stack that is gone is named, and one of a stack that fails is removed", async () => {
  manifest(stacksWith({ a: [], b: [] }));
  await planned("--terraform", standInTerraform({}));
  manifest(stacksWith({ a: [] }));
  const terraform = standInTerraform({ refused: { a: "Error: no" } });
  const { out } = await planned("--terraform", terraform);
  expect(out).toContain("! plans/b.json is of no stack that was planned");
  expect(readdirSync("plans")).toEqual(["b.json"]);
});

test("only the stacks that are named are planned", async () => {
  manifest(organizationOf(3));
  const terraform = standInTerraform({});
  await planned("--terraform", terraform, "--stack", "signin-hub", "--out", "elsewhere");
  expect(readdirSync("elsewhere")).toEqual(["signin-hub.json"]);
});

test("fails with the whole cause, though Terraform says it in many lines, and with the first alone", async () => {
  manifest(stacksWith({ a: [] }));
  const lines = [
    "could not connect to",
    "the registry:",
    "failed to request",
    "discovery document:",
  ];
  const refusal = [
    "╷",
    "│ Error: Failed to query available provider packages",
    "│ ",
    ...lines.map((line) => `│ ${line}`),
    "│ no such host",
    "╵",
    "╷",
    "│ Error: and another",
    "╵",
  ].join("\n");
  const { out } = await planned("--terraform", standInTerraform({ refused: { a: refusal } }));
  expect(out).toContain("discovery document: no such host\n");
  expect(out).not.toContain("another");
});

test("fails with an error of several stacks once, and names the mirror where no registry answers", async () => {
  manifest(stacksWith({ a: [], b: [], c: [], d: [] }));
  const registry = "Error: Failed to query available provider packages";
  const refused = { a: registry, b: registry, c: "Error: no credentials" };
  const { code, out } = await planned("--terraform", standInTerraform({ refused }));
  expect(code).toBe(2);
  expect(out.split("Failed to query")).toHaveLength(2);
  expect(out).toContain("✗ b  the same error as a\n✗ c  Error: no credentials\n✓ d");
  expect(out).toContain("3 of 4 stacks could not be planned.\nWhere the registry of providers");
  expect(out).toContain("TF_CLI_CONFIG_FILE");
});

test("fails without a word of mirrors where the registry is not the cause", async () => {
  manifest(stacksWith({ a: [] }));
  const terraform = standInTerraform({ refused: { a: "Error: No valid credential sources" } });
  expect((await planned("--terraform", terraform)).out).not.toContain("TF_CLI_CONFIG_FILE");
});

test("fails with what Terraform says of a stack, and plans the others", async () => {
  manifest(stacksWith({ a: [], b: [] }));
  const refusal = "╷\n│ Error: No valid credential sources\n│ \n│   on cdk.tf.json line 1\n╵\n";
  const terraform = standInTerraform({ refused: { a: `${refusal}\u001B[31m` } });
  const { code, out } = await planned("--terraform", terraform);
  expect(code).toBe(2);
  expect(out).toMatch(/^✗ a {2}Error: No valid credential sources on cdk.tf.json line 1/mu);
  expect(out).toContain("✓ b");
  expect(out).not.toContain("\u001B");
  expect(out).toContain("1 of 2 stacks could not be planned.");
});

test.each([
  [
    "is missing",
    () => "no-such-terraform",
    /no-such-terraform cannot be started: install Terraform/u,
  ],
  ["is too old", () => standInTerraform({ version: "1.9.8" }), /is version 1.9.8.*need 1.10/u],
  ["is something else", () => standInTerraform({ version: 7 }), /does not say which version/u],
])("fails where Terraform %s, before any stack is touched", async (_, program, message) => {
  manifest(stacksWith({ a: [] }));
  const { code, err } = await planned("--terraform", program());
  expect(code).toBe(2);
  expect(err).toMatch(message);
  expect(readdirSync(".")).not.toContain("plans");
});

test("fails for a matrix of no engine, and names the engines", async () => {
  manifest(stacksWith({ a: [] }));
  const { code, err } = await capturedRun(["matrix"]);
  expect(code).toBe(2);
  expect(err).toContain(
    "add --format with one of json, github, gitlab, atlantis, spacelift, terragrunt",
  );
});

test("fails for a stack that does not exist, and names those that do", async () => {
  manifest(stacksWith({ a: [], b: [] }));
  const { code, err } = await planned("--stack", "c");
  expect(code).toBe(2);
  expect(err).toContain("cdktf.out has no stack c; it has a, b");
});

test("fails where a folder stands in the place of a plan", async () => {
  manifest(stacksWith({ a: [] }));
  mkdirSync("plans/a.json", { recursive: true });
  const { code, err } = await planned("--terraform", standInTerraform({}));
  expect(code).toBe(2);
  expect(err).toContain("plans/a.json cannot be removed");
});

test("a program of no name is Terraform", async () => {
  manifest(stacksWith({ a: [] }));
  const { PATH = "" } = process.env;
  process.env["PATH"] = "";
  const { code, err } = await planned("--terraform", "");
  process.env["PATH"] = PATH;
  expect(code).toBe(2);
  expect(err).toContain("terraform cannot be started: install");
});

test("fails where the folder of plans cannot be created", async () => {
  manifest(stacksWith({ a: [] }));
  writeFileSync("plans", "");
  const { code, err } = await planned("--terraform", standInTerraform({}));
  expect(code).toBe(2);
  expect(err).toContain("plans cannot be created");
  expect(readFileSync("plans", "utf8")).toBe("");
});
