/** @jest-environment-options {"ownModules": true} */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import { App } from "cdktf";
import { transformSync, type Plugin } from "esbuild";
import type { EventEnvelope } from "../../src/catalog";
import { manifest } from "../package/packed-package";
import { repository } from "../package/repository-copy";
import { codeBlocks } from "./pages";
import { noWaiting } from "../cli/no-waiting";

// What the guide says is what is done, in this process: the entry takes its place in the list, and
// what the commands of the guide write is made of it.
const guide = codeBlocks("CONTRIBUTING.md").filter(
  ({ line }) => line > lineOf("## A new alert kind"),
);
const [entry, event] = ["ts src/catalog/kinds/", "json __tests__/events/"].map((start) => {
  const block = guide.find(({ info }) => info.startsWith(start));
  if (block === undefined) throw new Error(`the guide has no block of ${start}`);
  return { file: join(repository, block.info.split(" ")[1] ?? ""), code: block.code };
}) as [Written, Written];
const recorded = JSON.parse(event.code) as EventEnvelope;

interface Written {
  readonly file: string;
  readonly code: string;
}

function lineOf(heading: string): number {
  const lines = readFileSync(join(repository, "CONTRIBUTING.md"), "utf8").split("\n");
  return lines.findIndex((line) => line.startsWith(heading));
}

/** The list with the entry of the guide at its end. */
const listWithEntry = readFileSync(entry.file, "utf8").replace(
  /\n\];\s*$/,
  () => `\n${entry.code}];\n`,
);

jest.doMock(entry.file, () => {
  const { code } = transformSync(listWithEntry, { loader: "ts", format: "cjs" });
  const list: { exports: unknown } = { exports: {} };
  const load = compileFunction(code, ["require", "module", "exports"]) as (
    ...scope: readonly unknown[]
  ) => void;
  load(createRequire(entry.file), list, list.exports);
  return list.exports;
});

/* eslint-disable @typescript-eslint/no-require-imports -- these load the list with the entry */
const { catalog } = require("../../src/catalog") as typeof import("../../src/catalog");
const { run } = require("../../src/cli/run") as typeof import("../../src/cli/run");
const { openTerraform } =
  require("../../src/cli/open-terraform") as typeof import("../../src/cli/open-terraform");
const stacks = require("../../src/stacks") as typeof import("../../src/stacks");
const { generatedFiles } =
  require("../../docs/generated-files") as typeof import("../../docs/generated-files");
const { bundled, functionBundle } =
  require("../../packaging/bundles") as typeof import("../../packaging/bundles");
const { kindsIn, mailOf } =
  require("../catalog/mail-of-kind") as typeof import("../catalog/mail-of-kind");
const { signInRecords } = require("../catalog/records") as typeof import("../catalog/records");
/* eslint-enable @typescript-eslint/no-require-imports */

const kind = catalog.find(({ name }) => name === "session-sharing");
const configuration = join(repository, "signin-alerts.yaml");
const outdir = mkdtempSync(join(tmpdir(), "signin-alerts-guide-"));
const written: Record<string, string> = {};

beforeAll(async () => {
  const app = new App({ outdir });
  new stacks.SignInAlerts(app, "signin-alerts", stacks.loadConfiguration(configuration));
  app.synth();
  for (const page of ["README.md", "docs/alert-kinds.md"]) {
    written[page] = (await generatedFiles.find(({ file }) => file === page)?.content()) ?? "";
  }
}, 60_000);
afterAll(() => {
  rmSync(outdir, { recursive: true, force: true });
});

/** What the command writes of the synthesized stacks. */
async function outputOf(...argv: readonly string[]): Promise<string> {
  let written = "";
  const out = (text: string) => {
    written += text;
  };
  const quiet = { outIsTerminal: false, errIsTerminal: false, env: {}, now: () => 0, ...noWaiting };
  await run(argv, { out, err: out, input: () => "", ...quiet }, openTerraform);
  return written;
}

test("every command of the guide is a script of the package, or Jest", () => {
  const commands = guide
    .filter(({ info }) => info === "sh")
    .flatMap(({ code }) => code.trim().split("\n"));
  expect(commands.length).toBeGreaterThan(5);
  for (const command of commands) {
    const [, script] = /^npm run ([\w:-]+)/.exec(command) ?? [];
    if (script === undefined) expect(command).toMatch(/^npx jest __tests__\//);
    else expect(Object.keys(manifest.scripts)).toContain(script);
  }
});

test("the kind of the guide has a rule in the hub, which matches its events", () => {
  const file = join(outdir, "stacks/signin-hub/cdk.tf.json");
  const hub = JSON.parse(readFileSync(file, "utf8")) as {
    readonly resource: {
      readonly aws_cloudwatch_event_rule: Readonly<
        Record<string, { readonly name: string; readonly event_pattern: string }>
      >;
    };
  };
  const rules = Object.values(hub.resource.aws_cloudwatch_event_rule);
  const rule = rules.find(({ name }) => name.includes("session-sharing"));
  expect(rule?.event_pattern).toContain("SessionShared");
  const others = rules.filter(({ name }) => name.endsWith("unrecognized-sign-in"));
  expect(others).toHaveLength(1);
  expect(others[0]?.event_pattern).toContain('"anything-but"');
  expect(others[0]?.event_pattern).toContain("SessionShared");
});

test("every alert of the kind would arrive, with the words of the guide", async () => {
  const coverage = await outputOf("coverage", outdir, "--config", configuration);
  expect(coverage).toMatch(/✓ covered: ([\d,]+) of \1 alerts would arrive/);
  const trace = await outputOf("trace", outdir, "--kind", "session-sharing");
  expect(trace).toContain("was handed to somebody else");
});

test("the table of kinds, the README's numbers and the code of the Lambda function know the kind", async () => {
  expect(written["docs/alert-kinds.md"]).toMatch(
    /^\| `session-sharing` +\| Console session handed to somebody else/m,
  );
  const [, kinds] = /An alert is one of (\d+) kinds/.exec(written["README.md"] ?? "") ?? [];
  expect(Number(kinds)).toBe(catalog.filter(({ onByDefault }) => onByDefault).length);
  const withEntry: Plugin = {
    name: "list-with-entry",
    setup: (build) => {
      build.onLoad({ filter: /\.ts$/ }, ({ path }) =>
        path === entry.file ? { contents: listWithEntry, loader: "ts" } : undefined,
      );
    },
  };
  const options = { ...functionBundle.options, plugins: [withEntry] };
  expect(await bundled({ ...functionBundle, options })).toContain("session-sharing");
});

test("the recorded event is of the kind alone, no other record is, and its mail has the words of the guide", () => {
  const kindsOf = kindsIn(catalog);
  const namesOf = (each: EventEnvelope) => kindsOf(each).map(({ name }) => name);
  expect(namesOf(recorded)).toEqual(["session-sharing"]);
  for (const { event: other } of signInRecords) {
    expect(namesOf(other)).toHaveLength(1);
    expect(namesOf(other)).not.toContain("session-sharing");
  }
  expect(kind && mailOf(kind, recorded)).toContain(
    "A console session of 555555555555 was handed to somebody else",
  );
});
