import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigurationFileError, SignInAlerts, loadConfiguration } from "../../src/stacks";
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

function sample(word: string): string {
  const found = codeBlocks("README.md").find(
    ({ info, code }) => info === "text" && code.includes(word),
  );
  if (!found) throw new Error(`the README shows nothing with: ${word}`);
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

test("the stacks that the README lists are those of the example", () => {
  const [, names = ""] = sample("Generated Terraform code").split("stacks: ");
  const stacks = stacksWith("", "").map(({ name }) => name);
  expect(names.trim().split(/,\s+/)).toEqual(stacks.sort());
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
  const parts = sample("eu-sout-1").trimEnd().split("…");
  const [begin = "", end = ""] = parts;
  expect(parts).toHaveLength(2);
  expect(message().startsWith(begin)).toBe(true);
  expect(message().endsWith(end)).toBe(true);
});

test("the plan that the README shows names what a new region adds to the account, and all of it", () => {
  const account = (stacks: readonly StackContents[]): readonly string[] =>
    stacks
      .filter(({ name }) => name.endsWith("555555555555"))
      .flatMap(({ resources }) => resources.map(({ address }) => address));
  const before = new Set(account(stacksWith("", "")));
  const name = "name: payments-dev";
  const after = account(stacksWith(name, `${name}\n    optInRegions: [eu-south-1]`));
  const plan = sample("will be created");
  const shown = [...plan.matchAll(/# (\S+) will be created/g)].map(({ 1: address }) => address);
  const added = after.filter((address) => !before.has(address));
  expect(shown).toEqual(added.sort());
  expect(plan).toContain(`Plan: ${added.length} to add, 0 to change, 0 to destroy.`);
});
