import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { runs } from "../property-runs";
import { crash, ended } from "./ended";
import { blow, damaged } from "./hostile-json";

const root = mkdtempSync(join(tmpdir(), "signin-alerts-words-"));
const [list, project, output] = ["accounts.csv", "project", "cdktf.out"].map((name) =>
  join(root, name),
) as [string, string, string];

const answers = [
  ...["--organization", "o-a1b2c3d4e5", "--management-account", "111111111111"],
  ...[
    "--hub-account",
    "111111111111",
    "--hub-region",
    "eu-central-1",
    "--recipient",
    "a@example.com",
  ],
];

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** What moves a cursor, or is a bug's own words. */
function expectPlain(written: string): void {
  expect(written).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/u);
  expect(written).not.toMatch(crash);
  expect(written).not.toMatch(/ENOENT:|EISDIR:/u);
}

const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "",
    ".",
    "..",
    "-",
    "--",
    "nope.csv",
    "a\0b",
    "\u001b[31m",
    "\u202ea",
    "__proto__",
    "constructor",
  ),
  fc.constantFrom("a".repeat(5000), "/dev/null", "/nope/nope", "github", "gitlab", "plan"),
);

test("whatever names a list of accounts, the refusal is one sentence, and nothing is written", async () => {
  await fc.assert(
    fc.asyncProperty(words, async (word) => {
      const { code, written } = await ended([
        "init",
        project,
        `--accounts=${root}/${word}`,
        ...answers,
      ]);
      expect(code).toBe(2);
      expectPlain(written);
      expect(written).toMatch(
        /^signin-alerts: [^\n]*(?:cannot be read|lists? no|first line)[^\n]*\n$/u,
      );
      expect(existsSync(project)).toBe(false);
    }),
    runs(300),
  );
});

const cells = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom(
    ...["id", "name", "tags", "Account ID", "", "111111111111", '="111111111111"', "'012345678901"],
    ...[
      '"',
      '""',
      "a\nb",
      "=cmd|' /C calc'!A0",
      "__proto__=x",
      "a=1;a=2",
      "ACTIVE",
      "1.1E+11",
      "\uFEFF",
    ],
  ),
);

test("whatever stands in a table of accounts, it is written whole or refused in words", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cells, { maxLength: 4 }), { maxLength: 5 }),
      fc.constantFrom(",", ";", "\t"),
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.constantFrom("", "\uFEFF", "sep=;\n"),
      async (rows, separator, end, first) => {
        const table = [["id", "name"], ["111111111111", "management"], ...rows];
        writeFileSync(list, first + table.map((row) => row.join(separator)).join(end));
        const { code, written } = await ended(["init", project, "--accounts", list, ...answers]);
        expectPlain(written);
        expect([0, 2]).toContain(code);
        expect(existsSync(project)).toBe(code === 0);
        rmSync(project, { recursive: true, force: true });
      },
    ),
    runs(200),
  );
});

test("whatever words the order of deployment is asked with, the refusal is in words", async () => {
  await fc.assert(
    fc.asyncProperty(words, words, words, async (folder, format, action) => {
      const { code, written } = await ended([
        ...["matrix", `${root}/${folder}`, `--format=${format}`, `--action=${action}`],
      ]);
      expect(code).toBe(2);
      expectPlain(written);
    }),
    runs(300),
  );
});

const stackOf = (name: string, ...dependencies: readonly string[]) => ({
  name,
  ...{ workingDirectory: `stacks/${name}`, synthesizedStackPath: `stacks/${name}/cdk.tf.json` },
  ...{ constructPath: name, annotations: [], dependencies },
});
const manifest = {
  version: "0.21.0",
  stacks: { hub: stackOf("hub"), account: stackOf("account", "hub") },
};

test("whatever a list of stacks holds, its order is written or refused in words", async () => {
  for (const name of ["hub", "account"]) {
    const folder = join(output, "stacks", name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "cdk.tf.json"), "{}");
  }
  await fc.assert(
    fc.asyncProperty(
      blow,
      fc.constantFrom("json", "github", "gitlab", "atlantis", "spacelift", "terragrunt"),
      async (each, format) => {
        const text = JSON.stringify(damaged(manifest, each)) as string | undefined;
        writeFileSync(join(output, "manifest.json"), text ?? "");
        const { code, written } = await ended(["matrix", output, "--format", format]);
        expectPlain(written);
        expect([0, 2]).toContain(code);
      },
    ),
    runs(400),
  );
});
