import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { catalog } from "../../src/catalog";
import { openTerraform } from "../../src/cli/open-terraform";
import { run } from "../../src/cli/run";
import { SignInAlerts, loadConfiguration } from "../../src/stacks";
import { noWaiting } from "./no-waiting";

const folder = mkdtempSync(join(tmpdir(), "signin-alerts-"));
const base = join(folder, "base");
const head = join(folder, "head");

async function signinAlerts(...argv: readonly string[]) {
  let out = "";
  let err = "";
  const io = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    outIsTerminal: false,
    errIsTerminal: false,
    env: {},
    now: () => 0,
    ...noWaiting,
    input: () => "",
  };
  const code = await run(argv, io, openTerraform);
  return { code, out, err };
}

beforeAll(() => {
  const app = new App({ outdir: base });
  new SignInAlerts(app, "signin-alerts", loadConfiguration("signin-alerts.yaml"));
  app.synth();
  cpSync(base, head, { recursive: true });
  const hub = join(head, "stacks", "signin-hub", "cdk.tf.json");
  writeFileSync(
    hub,
    readFileSync(hub, "utf8").replaceAll("security@example.com", "soc@example.com"),
  );
  const account = join(head, "stacks", "signin-account-444444444444", "cdk.tf.json");
  writeFileSync(
    account,
    readFileSync(account, "utf8").replaceAll(
      '"ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"',
      '"DISABLED"',
    ),
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("the example is covered", async () => {
  const { code, out, err } = await signinAlerts("coverage", base, "-c", "signin-alerts.yaml");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/✓ covered: ([\d,]{3,}) of \1 alerts would arrive/);
});

test("the mail of the example is shown with its way", async () => {
  const { code, out } = await signinAlerts("trace", base, "-k", "root-sign-in");
  expect(code).toBe(0);
  expect(out).toContain("✓ event bus policy");
  expect(out).toContain('│ "Root user sign-in to 111111111111');
});

test("a review of a broken example shows what is lost, where and to whom", async () => {
  const { code, out } = await signinAlerts("review", "--base", base, "--head", head);
  expect(code).toBe(1);
  expect(out).toMatch(/\*\*❌ \d{3} alerts lost\*\*/);
  expect(out).toMatch(/`signin-account-444444444444 aws_cloudwatch_event_rule[^`]*`/);
  const inUse = catalog.filter(({ onByDefault }) => onByDefault).length;
  expect(out).toContain(
    `➖ \`email:security@example.com\` is no longer notified of: all ${inUse} kinds`,
  );
  expect(out).toContain("➕ `email:soc@example.com` is new");
});

test.each([
  ["coverage", (dir: string) => [dir]],
  ["trace", (dir: string) => [dir, "-k", "root-sign-in"]],
  ["review", (dir: string) => ["--base", dir, "--head", dir]],
])(
  "fails with one line and 2 where %s is given the output of another configuration",
  async (command, rest) => {
    const config = "examples/existing-control-tower/signin-alerts.yaml";
    const other = join(folder, "other.yaml");
    const accounts = /(\d)\1{11}/g;
    const text = readFileSync(config, "utf8").replace(accounts, (id) => `9${id.slice(1)}`);
    writeFileSync(other, text);
    const { code, out, err } = await signinAlerts(command, ...rest(base), "-c", other);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^signin-alerts: [^\n]+\n$/);
    expect(err).toContain(`${base} was generated from another configuration than ${other}`);
    expect(err).toContain("it has its hub in 222222222222 eu-central-1 (event bus signin-alerts)");
  },
);

test.each([
  ["a folder that does not exist", () => join(folder, "nowhere"), "run `npm run synth` first"],
  ["a folder of something else", () => "docs", "is no output of this package"],
  ["a file that is not a plan", () => "package.json", "package.json: "],
])("fails on %s with one line and 2", async (_, path, message) => {
  const { code, out, err } = await signinAlerts("coverage", path());
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(message);
  expect(err).toMatch(/^signin-alerts: [^\n]+\n$/);
});
