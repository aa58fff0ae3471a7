import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ConfigurationFileError,
  SignInAlerts,
  loadConfiguration,
  synthesize,
} from "../../src/stacks";
import { withProblem } from "../config/faulty-file";
import { StackContents } from "../stacks/stack-contents";
import { synthesizedStacks } from "../terraform/synthesized-stacks";
import { codeBlocks } from "./pages";

// Samples that are not written by `npm run docs`: they are shortened, or another program prints them.
const folder = mkdtempSync(join(tmpdir(), "signin-alerts-text-blocks-"));
const file = join(folder, "signin-alerts.yaml");
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function sample(page: string, word: string): string {
  const found = codeBlocks(page).find(({ info, code }) => info === "text" && code.includes(word));
  if (!found) throw new Error(`${page} shows nothing with: ${word}`);
  return found.code;
}

/** The stacks of the example with that in the place of this. */
function stacksWith(replace: string, write: string): readonly StackContents[] {
  writeFileSync(file, withProblem({ replace, write }));
  const configuration = loadConfiguration(file);
  return synthesizedStacks((app) => {
    new SignInAlerts(app, "signin-alerts", configuration);
  }).map((stack) => new StackContents(stack));
}

test("the README shows what the first synthesis of the example prints", () => {
  const outdir = join(folder, "cdktf.out");
  const write = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    synthesize(
      (app) => {
        new SignInAlerts(app, "signin-alerts", loadConfiguration("signin-alerts.yaml"));
      },
      { outdir },
    );
    const printed = String(write.mock.calls[0]?.[0]).replaceAll(outdir, "cdktf.out");
    // Elsewhere the script of the project would not know the folder.
    const command = /npx signin-alerts (coverage|plan) cdktf\.out/gu;
    expect(printed.match(command)).toHaveLength(2);
    const words = (text: string) => text.replaceAll(command, "npm run $1").split(/\s+/);
    expect(words(printed)).toEqual(words(sample("README.md", "8 stacks")));
  } finally {
    write.mockRestore();
  }
});

test("nine accounts have nine times the alerts of one, in the README", () => {
  const [, ofOne] = /of (\d+) │ critical/.exec(sample("README.md", "critical")) ?? [];
  const alerts = (9 * Number(ofOne)).toLocaleString("en");
  const readme = readFileSync("README.md", "utf8");
  expect(readme).toContain(`For nine accounts there are eleven stacks`);
  expect(readme).toContain(`\`✓ covered: ${alerts} of ${alerts} alerts would arrive\``);
});

test("the problem that the README shows is reported in these words, shortened where a … stands", () => {
  writeFileSync(file, withProblem({ replace: "eu-south-1", write: "eu-sout-1" }));
  const message = (): string => {
    try {
      loadConfiguration(file);
      return "";
    } catch (error) {
      if (!(error instanceof ConfigurationFileError)) throw error;
      return error.message.replaceAll(file, "signin-alerts.yaml");
    }
  };
  const parts = sample("README.md", "eu-sout-1").trimEnd().split("…");
  const [begin = "", end = ""] = parts;
  expect(parts).toHaveLength(2);
  expect(message().startsWith(begin)).toBe(true);
  expect(message().endsWith(end)).toBe(true);
});

test("the plan that the page on pull requests shows names what a new region adds to the account, and all of it", () => {
  const account = (stacks: readonly StackContents[]): readonly string[] =>
    stacks
      .filter(({ name }) => name.endsWith("555555555555"))
      .flatMap(({ resources }) => resources.map(({ address }) => address));
  const before = new Set(account(stacksWith("", "")));
  const name = "name: payments-dev";
  const after = account(stacksWith(name, `${name}\n    optInRegions: [eu-south-1]`));
  const plan = sample("docs/pull-requests.md", "will be created");
  const shown = [...plan.matchAll(/# (\S+) will be created/g)].map(({ 1: address }) => address);
  const added = after.filter((address) => !before.has(address));
  expect(shown).toEqual(added.sort());
  expect(plan).toContain(`Plan: ${added.length} to add, 0 to change, 0 to destroy.`);
});
