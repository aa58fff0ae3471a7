import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordOf } from "../backtest/records";
import { smallOrganization } from "../coverage/small-organization";
import { codeBlocks } from "../docs/pages";
import { capturedRun } from "./captured-run";

const folder = mkdtempSync(join(tmpdir(), "signin-backtest-"));
const config = join(folder, "signin-alerts.json");
writeFileSync(config, JSON.stringify(smallOrganization));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const hostile = `<script>alert(1)</script> | [x](http://x) \u001B[31m\u202E @all`;

function run(records: readonly unknown[], ...more: readonly string[]) {
  return capturedRun(["backtest", "-", "--config", config, ...more], {
    input: records.map((each) => JSON.stringify(each)).join("\n"),
  });
}

const root = recordOf("root-sign-in", "1");
const off = recordOf("role-switch", "2");
const elsewhere = recordOf("root-sign-in", "3", { recipientAccountId: "999999999999" });
const flood = Array.from({ length: 10 }, (_, i) => recordOf("failed-sign-in", `f${i}`));

test.each([
  ["0 where every sign-in has an alert, or none on purpose", [root, off], 0],
  ["1 where a sign-in has none", [root, elsewhere], 1],
  ["1 where SNS would suspend mail", flood, 1],
  ["2 where something cannot be read", [root, "{"], 2],
  ["1 where there is a gap, though something cannot be read", [elsewhere, "{"], 1],
  ["2 where nothing is a record", [{ Version: 1 }], 2],
] as const)("ends with %s", async (_, records, code) => {
  expect((await run(records)).code).toBe(code);
});

test("the record that the page has for people without a log has the alert that the page says", async () => {
  const [record] = codeBlocks("docs/backtest.md").filter(({ info }) => info === "json");
  const file = join(folder, "event.json");
  writeFileSync(file, record?.code ?? "");
  const { code, out } = await capturedRun(["backtest", file, "--config", "signin-alerts.yaml"]);
  expect({ code, out }).toEqual({
    code: 0,
    out: expect.stringMatching(/root-sign-in [^]*\n✓ 1 of 1 sign-in with an alert\n$/u) as string,
  });
});

test("more messages of a minute than wanted are shown, and end with 0", async () => {
  const { code, out } = await run([root, { ...root, eventID: "4" }], "--per-minute", "1");
  expect(code).toBe(0);
  expect(out).toMatch(/Where mail would flood\n.*Minutes with over 1/su);
});

test("the table says what was read and what would have become of it", async () => {
  const { out } = await run([root, off, elsewhere, elsewhere]);
  expect(out).toContain("│ 2026-01-15 │ 1      │ 1        │");
  expect(out).toContain("│ root-sign-in │ critical │ default │ 1 ");
  expect(out).toContain("│ security@example.com │ default │ 1 ");
  expect(out).toContain("account 999999999999 is not in the configuration");
  expect(out).toContain(
    "4 records in 1 file, 1 in several files: 3 sign-ins, 2026-01-15 to 2026-01-15.",
  );
  expect(out).toContain(
    "✗ 1 of 3 sign-ins with an alert, 1 without one on purpose, 1 without one, and not on purpose",
  );
});

test("JSON holds the result and its version", async () => {
  const { out } = await run([root, elsewhere], "--format", "json");
  expect(JSON.parse(out)).toMatchObject({ version: 1, gap: true, signIns: 2, alerted: 1 });
});

const hostileRecords = [
  root,
  recordOf("root-sign-in", "5", { awsRegion: hostile }),
  recordOf("root-sign-in", "6", { eventName: hostile }),
  hostile,
];

test.each(["table", "json", "markdown", "html"])(
  "nothing of a record moves a cursor or is markup in %s",
  async (format) => {
    const { out } = await run(hostileRecords, "--format", format);
    expect(out).not.toMatch(/[\u001B\u202E]/u);
    expect(out).toContain("alert(1)");
    if (format === "html") expect(out).not.toContain("<script");
    if (format === "markdown") expect(out).not.toMatch(/<script|\]\(http|@all/u);
  },
);

test("the page has a bar for each severity of each day, and neither script nor address", async () => {
  const later = { ...root, eventID: "7", eventTime: "2026-01-17T00:00:00Z" };
  const { out } = await run([root, later], "--format", "html");
  expect(out.match(/<rect class="critical" x/gu)).toHaveLength(2);
  expect(out).toContain("<title>2026-01-16: 0</title>");
  expect(out).toContain("<title>2026-01-17: 1, critical 1</title>");
  expect(out).toContain("prefers-color-scheme: dark");
  expect(out).not.toMatch(/<script|https?:\/\//u);
});

test("more than two months are shown by month", async () => {
  const later = { ...root, eventID: "8", eventTime: "2026-06-17T00:00:00Z" };
  const { out } = await run([root, later], "--format", "markdown");
  expect(out).toContain("| Month | Alerts |");
  expect(out.match(/^\| 2026-\d\d \|/gmu)).toHaveLength(6);
});

test("years without an alert are not listed where they are too many", async () => {
  const later = { ...root, eventID: "9", eventTime: "9999-12-31T00:00:00Z" };
  const { out } = await run([root, later], "--format", "markdown");
  expect(out.match(/^\| \d{4}-\d\d \|/gmu)).toEqual(["| 2026-01 |", "| 9999-12 |"]);
});

test("the same input gives the same bytes in every format", async () => {
  for (const format of ["table", "json", "markdown", "html"]) {
    const [one, two] = [
      await run(hostileRecords, "-f", format),
      await run(hostileRecords, "-f", format),
    ];
    expect(one).toEqual(two);
  }
});

test.each([["0"], ["-1"], ["1.5"], ["many"]])("fails on %s messages a minute", async (text) => {
  const { code, err } = await run([root], "--per-minute", text);
  expect(code).toBe(2);
  expect(err).toContain("must be a whole number from 1");
});
