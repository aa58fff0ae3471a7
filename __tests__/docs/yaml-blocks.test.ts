import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { SignInAlerts, loadConfiguration } from "../../src/stacks";
import { repository } from "../package/repository-copy";
import { synthesizedStacks } from "../terraform/synthesized-stacks";
import { codeBlocks, pages, type CodeBlock } from "./pages";

interface Account {
  readonly id: string;
  readonly name: string;
}

interface Configuration {
  readonly accounts?: readonly Account[];
  readonly recipients?: readonly string[];
  readonly regions?: readonly string[];
  readonly routes?: readonly object[];
}

// Entries under `ignore` end some day.
jest.useFakeTimers({ now: new Date("2026-12-01T12:00:00Z"), doNotFake: ["performance"] });

const folder = mkdtempSync(join(tmpdir(), "signin-alerts-yaml-blocks-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const blocks = pages()
  .flatMap(codeBlocks)
  .filter(({ info }) => info === "yaml");
// Edge: the example and the pages are YAML.
const example = parse(
  readFileSync(join(repository, "signin-alerts.yaml"), "utf8"),
) as Required<Configuration>;

/** The example with the keys of the block instead of its own. */
function withBlock({ code }: CodeBlock): Configuration {
  const block = parse(code) as Configuration;
  const named = new Set(block.accounts?.map(({ id }) => id));
  const others = example.accounts.filter(({ id }) => !named.has(id));
  const accounts = [
    ...(block.accounts ?? []),
    // Where the block says which regions all accounts have, none has its own.
    ...(block.regions ? others.map(({ id, name }) => ({ id, name })) : others),
  ];
  const { recipients, ...rest } = example;
  return { ...rest, ...(!block.routes && { recipients }), ...block, accounts };
}

test("YAML is found at all", () => {
  expect(blocks.length).toBeGreaterThan(12);
});

test.each(blocks)("what $page says at line $line can be put into the example", (block) => {
  const file = join(folder, "signin-alerts.yaml");
  writeFileSync(file, stringify(withBlock(block)));
  const configuration = loadConfiguration(file);
  const stacks = synthesizedStacks((app) => {
    new SignInAlerts(app, "signin-alerts", configuration);
  });
  expect(stacks.length).toBeGreaterThan(1);
});
