import { existsSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { run } from "../../src/cli/run";
import { openTerraform } from "../../src/cli/open-terraform";
import { madeRepository, stacksWith } from "./made-manifest";
import { providerCaches, standInTerraform } from "./stand-in-terraform";
import { noWaiting } from "../cli/no-waiting";

const { manifest } = madeRepository();

/** Plans one stack, with a home of its own. */
async function planned(variables: Readonly<Record<string, string>>) {
  const terraform = standInTerraform({});
  const written = { out: "", err: "" };
  const code = await run(
    ["plan", "--terraform", terraform],
    {
      out: (text) => (written.out += text),
      err: (text) => (written.err += text),
      outIsTerminal: false,
      errIsTerminal: false,
      env: { PATH: process.env["PATH"], HOME: resolve("home"), ...variables },
      now: () => 0,
      ...noWaiting,
      input: () => "",
    },
    openTerraform,
  );
  return { code, ...written, terraform };
}

beforeEach(() => {
  manifest(stacksWith({ a: [] }));
  mkdirSync("home");
});

test("providers are kept beside the stacks, where nobody says where", async () => {
  const { code, terraform } = await planned({});
  expect(code).toBe(0);
  expect(providerCaches(terraform)).toEqual([
    join(realpathSync("cdktf.out"), ".terraform-plugins"),
  ]);
  expect(existsSync("cdktf.out/.terraform-plugins")).toBe(true);
});

test.each([
  ["a variable", () => ({ TF_PLUGIN_CACHE_DIR: "mine" }), "mine"],
  ["a file that a variable names", () => ({ TF_CLI_CONFIG_FILE: "my.tfrc" }), "none"],
  [
    "the file of the home",
    () => {
      writeFileSync("home/.terraformrc", "");
      return {};
    },
    "none",
  ],
])("they are where %s says", async (_, said, where) => {
  const { code, terraform } = await planned(said());
  expect(code).toBe(0);
  expect(providerCaches(terraform)).toEqual([where]);
  expect(existsSync("cdktf.out/.terraform-plugins")).toBe(false);
});

test("fails where a file stands in their place", async () => {
  writeFileSync("cdktf.out/.terraform-plugins", "");
  const { code, err } = await planned({});
  expect(code).toBe(2);
  expect(err).toContain(
    "cdktf.out/.terraform-plugins cannot be created: it exists already (EEXIST)",
  );
});
