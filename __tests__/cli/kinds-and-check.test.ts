import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultRegions } from "../../src/aws/regions";
import { byCause, catalog } from "../../src/catalog";
import { costLines } from "../../src/cli/cost-lines";
import { smallOrganization } from "../coverage/small-organization";
import { capturedRun } from "./captured-run";

test.each(["table", "json", "markdown"])("kinds as %s names every kind", async (format) => {
  const { code, out } = await capturedRun(["kinds", "--format", format]);
  expect(code).toBe(0);
  for (const { name, severity } of catalog) {
    expect(out).toContain(name);
    expect(out).toContain(severity);
  }
});

test("check shows what a valid configuration holds", async () => {
  const { code, out } = await capturedRun(["check", "--config", "signin-alerts.yaml"]);
  expect(code).toBe(0);
  expect(out).toContain("✓ signin-alerts.yaml is valid");
  expect(out).toContain("444444444444  18 regions  payments-prod");
  const [open, rest] = byCause(catalog.filter(({ onByDefault }) => onByDefault));
  expect(out).toContain(`default (${rest.length} kinds): security@example.com`);
  expect(out).toContain(`open (${open.length} kinds that anybody can cause): security@example.com`);
});

test("check names the regions that a list leaves out, though every account has them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "signin-check-"));
  try {
    const file = join(folder, "signin-alerts.json");
    const regions = defaultRegions("aws").filter(
      (name) => !["eu-west-2", "us-west-1"].includes(name),
    );
    writeFileSync(
      file,
      JSON.stringify({ ...smallOrganization, regions, acceptMissingRegions: undefined }),
    );
    const { out } = await capturedRun(["check", "--config", file]);
    expect(out).toContain(
      "  not covered   2 regions open to every account: eu-west-2, us-west-1\n",
    );
    const json = await capturedRun(["check", "--config", file, "--format", "json"]);
    expect(JSON.parse(json.out)).toMatchObject({ uncoveredRegions: ["eu-west-2", "us-west-1"] });
  } finally {
    rmSync(folder, { recursive: true });
  }
  const { out } = await capturedRun(["check", "--config", "signin-alerts.yaml"]);
  expect(out).not.toContain("not covered");
});

test("check keeps a name with a line break in the column of names", async () => {
  const folder = mkdtempSync(join(tmpdir(), "signin-check-"));
  try {
    const file = join(folder, "signin-alerts.json");
    const [first, ...others] = smallOrganization.accounts;
    const accounts = [{ ...first, name: "two\n  lines" }, ...others];
    writeFileSync(file, JSON.stringify({ ...smallOrganization, accounts }));
    const { out } = await capturedRun(["check", "--config", file]);
    expect(out).toMatch(/^ {16}\d{12} {2}[ \d]\d regions {2}two lines$/m);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("check counts one of a thing in the singular", () => {
  const item = { dollars: 0.3, quantity: 1, price: 0.3, per: 1, basis: "configuration" } as const;
  const lines = costLines([
    { ...item, item: "custom metrics" },
    { ...item, item: "dashboards: the first three of an account" },
  ]).join("\n");
  expect(lines).toContain("1 custom metric\n");
  expect(lines).toContain("1 dashboard: the first three of an account");
});

test("check shows which recipients of which route get JSON", async () => {
  const file = "__tests__/fixtures/configurations/formats.yaml";
  const { code, out } = await capturedRun(["check", "--config", file]);
  expect(code).toBe(0);
  expect(out).toContain("JSON by https, sqs in pager\n");
  expect(out).toContain("JSON by https, sqs in pager-open\n");
  expect(out).not.toMatch(/JSON by .* in mail/u);
});

test.each(["--version", "-V"])("%s shows the version of the package", async (option) => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(await capturedRun([option])).toEqual({ code: 0, out: `${version}\n`, err: "" });
});

test("check as JSON has accounts, regions, kinds and recipients", async () => {
  const { out } = await capturedRun(["check", "-c", "signin-alerts.yaml", "-f", "json"]);
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    hub: { account: "222222222222", region: "eu-central-1" },
    routes: [
      { name: "default", recipients: ["security@example.com"] },
      { name: "open", recipients: ["security@example.com"] },
    ],
  });
});

test("check takes signin-alerts.yaml where SIGNIN_ALERTS_CONFIG is empty", async () => {
  const { code, out } = await capturedRun(["check"], { env: { SIGNIN_ALERTS_CONFIG: "" } });
  expect(code).toBe(0);
  expect(out).toContain("✓ signin-alerts.yaml is valid");
});

test.each([
  [1, /ignored +1 entry$/m],
  [2, /ignored +2 entries$/m],
])("check counts %d that is ignored in plain English", async (count, says) => {
  jest.useFakeTimers({
    now: new Date("2026-12-01T12:00:00Z"),
    doNotFake: ["nextTick", "setImmediate", "setInterval", "setTimeout", "performance"],
  });
  const folder = mkdtempSync(join(tmpdir(), "signin-alerts-"));
  try {
    const file = join(folder, "ignoring.yaml");
    const entry = `{ sourceCidr: 203.0.113.0/24, until: "2027-06-30", reason: a robot }`;
    const list = `ignore: [${Array.from({ length: count }, () => entry).join(", ")}]`;
    writeFileSync(file, `${readFileSync("signin-alerts.yaml", "utf8")}\n${list}\n`);
    expect((await capturedRun(["check", "--config", file])).out).toMatch(says);
  } finally {
    rmSync(folder, { recursive: true });
    jest.useRealTimers();
  }
});

test("fails on a wrong configuration with every problem and 2", async () => {
  const folder = mkdtempSync(join(tmpdir(), "signin-alerts-"));
  try {
    const file = join(folder, "wrong.yaml");
    writeFileSync(file, "organization:\n  id: x\naccounts: []\n");
    const { code, out, err } = await capturedRun(["check", "--config", file]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("organization.managementAccount");
    expect(err).toContain("hub");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
