import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalog } from "../../src/catalog";
import { manifest } from "../package/packed-package";
import { copyRepository } from "../package/repository-copy";
import { codeBlocks } from "./pages";

// What the guide says is what is done: each block with a path is put there, each command is run, in its order.
const guide = codeBlocks("CONTRIBUTING.md").filter(
  ({ line }) => line > lineOf("## A new alert kind"),
);
const entry = guide.find(({ info }) => info.startsWith("ts src/catalog/kinds/"));
const event = guide.find(({ info }) => info.startsWith("json __tests__/events/"));
const commands = guide
  .filter(({ info }) => info === "sh")
  .flatMap(({ code }) => code.trim().split("\n"));

const parent = mkdtempSync(join(tmpdir(), "signin-alerts-guide-"));
const folder = join(parent, "repository");
const outputs = new Map<string, string>();
/** The files that the guide has its reader write. */
const written = [entry, event].map((block) => block?.info.split(" ")[1] ?? "");

function lineOf(heading: string): number {
  const lines = readFileSync(join(__dirname, "../../CONTRIBUTING.md"), "utf8").split("\n");
  return lines.findIndex((line) => line.startsWith(heading));
}

/** What Node.js runs for a command of the guide: npm, npx and cdktf only pass it on. */
function programOf(command: string): readonly string[] {
  const [runner, script = "", ...rest] = command.replace(/^npm run/u, "npm").split(" ");
  const options = rest.filter((word) => word !== "--");
  if (runner === "npx") return [require.resolve(`${script}/bin/${script}`), "-i", ...options];
  const [tool = "", ...args] = (manifest.scripts[script] ?? "").split(" ");
  switch (tool) {
    case "tsx":
      return ["--import", "tsx", ...args, ...options];
    case "cdktf": {
      const { app } = JSON.parse(read("cdktf.json")) as { readonly app: string };
      return app.split(" ").slice(1);
    }
    case "prettier":
      // All else is formatted already: a check of its own sees to that.
      return [require.resolve("prettier/bin/prettier.cjs"), "--write", ...written];
    default:
      throw new Error(`the guide runs what this test does not know: ${command}`);
  }
}

function read(file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

beforeAll(() => {
  copyRepository(folder);
  const [list = "", file = ""] = written;
  const withEntry = read(list).replace(/\n\];\s*$/, `\n${entry?.code ?? ""}];\n`);
  writeFileSync(join(folder, list), withEntry);
  writeFileSync(join(folder, file), event?.code ?? "");
  for (const command of commands) {
    const options = { cwd: folder, encoding: "utf8", stdio: "pipe" } as const;
    outputs.set(command, execFileSync(process.execPath, programOf(command), options));
  }
}, 200_000);
afterAll(() => {
  rmSync(parent, { recursive: true, force: true });
});

function outputOf(word: string): string {
  const found = [...outputs].find(([command]) => command.includes(word));
  if (found === undefined) throw new Error(`the guide has no command with: ${word}`);
  return found[1];
}

test("the kind of the guide has a rule in the hub, which matches its events", () => {
  const hub = JSON.parse(read("cdktf.out/stacks/signin-hub/cdk.tf.json")) as {
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

test("every alert of the kind would arrive, with the words of the guide", () => {
  expect(outputOf("coverage")).toMatch(/✓ covered: (\d+) of \1 alerts would arrive/);
  expect(outputOf("trace")).toContain("was handed to somebody else");
});

test("the README's table and numbers and the code of the Lambda function know the kind", () => {
  expect(read("README.md")).toMatch(
    /^\| `session-sharing` +\| Console session handed to somebody else/m,
  );
  expect(read("src/formatter/function.js")).toContain("session-sharing");
  const [, kinds] = /An alert is one of (\d+) kinds/.exec(outputOf("coverage")) ?? [];
  expect(read("README.md")).toContain(`An alert is one of ${kinds} kinds in a region`);
  expect(Number(kinds)).toBe(catalog.filter(({ onByDefault }) => onByDefault).length + 1);
});

test("the recorded event is of the kind, and its mail stands in the snapshot", () => {
  const snapshot = read("__tests__/catalog/__snapshots__/catalog-of-records.test.ts.snap");
  expect(snapshot).toContain("## session-sharing: session-sharing (high)");
});
