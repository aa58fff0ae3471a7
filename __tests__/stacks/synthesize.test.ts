import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TerraformStack, type App } from "cdktf";
import { SignInAlerts, synthesize } from "../../src/stacks";
import { inApp, MEMBER, smallOrganization } from "../coverage/small-organization";

const root = mkdtempSync(join(tmpdir(), "signin-alerts-synthesize-"));
const outdir = join(root, "cdktf.out");
const command = "CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS";
const member = `signin-account-${MEMBER}`;

afterEach(() => {
  Reflect.deleteProperty(process.env, command);
  rmSync(outdir, { recursive: true, force: true });
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** What a run prints, with the folder of the output as a project has it. */
function printedBy(build: (app: App) => void = inApp()): Readonly<Record<"out" | "err", string>> {
  const printed = { out: "", err: "" };
  const out = jest.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed.out += String(text);
    return true;
  });
  const err = jest.spyOn(console, "error").mockImplementation((text) => {
    printed.err += `${String(text)}\n`;
  });
  try {
    synthesize(build, { outdir });
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
  return { out: printed.out.replaceAll(outdir, "cdktf.out"), err: printed.err };
}

/** How the process would end. */
function codeOf(build: (app: App) => void): { code: unknown; err: string } {
  const before = process.exitCode;
  try {
    const { err } = printedBy(build);
    return { code: process.exitCode, err };
  } finally {
    process.exitCode = before;
  }
}

test("a first run lists the stacks, and what comes next", () => {
  const { out, err } = printedBy();
  const stacks = readdirSync(join(outdir, "stacks")).sort();
  expect(err).toBe("");
  const [listed, next] = out.split("\n\nNext:\n");
  expect(listed).toBe(
    [`${stacks.length} stacks in cdktf.out/stacks:`, ...stacks.map((name) => `  ${name}`)].join(
      "\n",
    ),
  );
  expect(next).toContain("  npx signin-alerts coverage cdktf.out ");
  expect(next).toContain("  npx signin-alerts plan cdktf.out ");
  expect(next).toMatch(/^ {2}terraform -chdir=cdktf\.out\/stacks\/signin-(?:hub|trail) plan /m);
});

test("a run that changes nothing says so", () => {
  printedBy();
  expect(printedBy().out).toMatch(
    /^\d+ stacks in cdktf\.out\/stacks, unchanged since the last run\.\n\nNext:\n/,
  );
});

test("a run names what changed in which stack, and counts the others", () => {
  printedBy();
  const { out } = printedBy(inApp({ recipients: ["somebody.else@example.com"] }));
  expect(out).toMatch(/^\d+ stacks in cdktf\.out\/stacks\. Since the last run:\n/);
  expect(out).toMatch(/^ {2}signin-hub +changed cdk\.tf\.json$/m);
  expect(out).toMatch(/^ {2}… and \d+ unchanged$/m);
});

test("a stack that is gone, or new, is listed", () => {
  const accounts = smallOrganization.accounts.filter(({ id }) => id !== MEMBER);
  printedBy();
  const without = printedBy(inApp({ accounts }));
  expect(without.out).toMatch(new RegExp(`^ {2}${member} +removed$`, "m"));
  expect(without.err).toMatch(/^Removed .*, a stack that the configuration no longer has\./);
  expect(printedBy().out).toMatch(new RegExp(`^ {2}${member} +new$`, "m"));
});

test("a file that Terraform wrote beside them is no change", () => {
  printedBy();
  writeFileSync(join(outdir, "stacks", "signin-hub", "terraform.tfstate"), "{}");
  expect(printedBy().out).toContain("unchanged since the last run.");
});

test("an app without an organization is not sent to the check", () => {
  const { out } = printedBy((app) => new TerraformStack(app, "mine"));
  expect(out).toMatch(/^1 stack in cdktf\.out\/stacks:\n {2}mine\n/);
  expect(out).not.toContain("coverage");
});

test("warnings of the configuration are printed, which only the command would show otherwise", () => {
  const route = { recipients: ["security@example.com"] };
  const { out } = printedBy(
    inApp({
      routes: [
        { name: "one", ...route },
        { name: "two", ...route },
      ],
    }),
  );
  expect(out).toMatch(/^! security@example\.com is notified twice of .+$/m);
  expect(out.match(/is notified twice/g)).toHaveLength(1);
});

test("nothing is printed where the cdktf command runs the app", () => {
  process.env[command] = "true";
  expect(printedBy()).toEqual({ out: "", err: "" });
  expect(readdirSync(join(outdir, "stacks"))).toContain("signin-hub");
});

test("fails without a stack trace for a wrong configuration, and writes nothing", () => {
  const { code, err } = codeOf((app) => {
    new SignInAlerts(app, "signin-alerts", { ...smallOrganization, recipients: ["nobody"] });
  });
  expect(code).toBe(1);
  expect(err).toContain("recipients");
  expect(err).not.toMatch(/^\s+at /m);
  expect(readdirSync(root)).toEqual([]);
});

test("fails in a sentence where the output cannot be written", () => {
  writeFileSync(outdir, "");
  const { code, err } = codeOf(inApp());
  expect(code).toBe(1);
  expect(err).toMatch(/cannot be read or written: .* \(E[A-Z]+\); /);
  expect(err).not.toMatch(/^\s+at /m);
});

test("fails as the bug that it is where the app throws anything else", () => {
  expect(() => {
    synthesize(() => {
      throw new TypeError("a bug");
    });
  }).toThrow("a bug");
});
