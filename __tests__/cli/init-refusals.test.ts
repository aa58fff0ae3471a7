import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { runs } from "../property-runs";
import { capturedRun } from "./captured-run";
import { csv, initFolder, json, ofAws, organization, others } from "./init-run";

const { folder, list, init } = initFolder();

const signs = fc.constantFrom(...Array.from('id,name;\t"\n\r=|1a{}[]:\\'));

test("fails, and writes nothing, whatever stands in a list of no accounts", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: signs }), async (text) => {
      const { code, err } = await init(`id,name,tags\n${text}`, ...organization, ...others);
      expect(code).toBe(2);
      expect(err).not.toBe("");
      expect(existsSync(folder)).toBe(false);
    }),
    runs(100),
  );
});

test("fails with everything that is missing, at once, where there is no terminal", async () => {
  const { code, err } = await capturedRun(["init", folder]);
  expect(code).toBe(2);
  expect(err).toBe(
    "Missing, and there is no terminal to ask: --accounts, --organization, --management-account, --hub-account, --hub-region, --recipient. Nothing was written.\n",
  );
  expect(existsSync(folder)).toBe(false);
});

test("fails with every wrong answer, where it stands, and writes nothing", async () => {
  const { code, err } = await init(
    "id,name\n111111111111,management\n1.23457E+11,excel\n22222222222,zero\n33333333333x,\n111111111111,again\n",
    ...organization,
    ...["--hub-account", "999999999999", "--hub-region", "eu-sout-1", "--recipient", "nobody"],
  );
  expect(code).toBe(2);
  expect(err).toContain(`${list}:3  id\n  problem: a spreadsheet has rounded this account id`);
  expect(err).toContain(`${list}:4  id\n  problem: an account id has 12 digits, this has 11`);
  expect(err).toContain(`${list}:5  id\n`);
  expect(err).toContain(`${list}:5  name\n  problem: the name is empty`);
  expect(err).toContain(`${list}:6  id\n  problem: two stacks would have one name`);
  expect(err).toContain("--hub-region\n  problem: AWS has no region of this name");
  expect(err).toContain("--recipient\n  problem: this is not a valid e-mail address");
  expect(err).toMatch(/^7 problems; nothing was written\.$/m);
  expect(existsSync(folder)).toBe(false);
});

test("fails where the hub is not among the accounts", async () => {
  const { err } = await init(csv, ...organization, ...others, "--hub-account", "333333333333");
  expect(err).toMatch(
    /^--hub-account\n {2}problem: the hub account is not in the list of accounts/,
  );
});

test.each([
  ["securty tooling", "did you mean security tooling?"],
  ["finance", "give its id, or its name as in the list"],
])("fails where no account is called as the hub is, %s", async (name, fix) => {
  const { err } = await init(csv, ...organization, ...others, "--hub-account", name);
  expect(err).toMatch(/^--hub-account\n {2}problem: no account of the list has this id or name$/m);
  expect(err).toContain("security tooling (222222222222)");
  expect(err).toContain(`fix:     ${fix}\n`);
  expect(err).not.toContain("12 digits");
});

test("fails where a file exists already, with all of them, before anything is asked", async () => {
  mkdirSync(folder);
  for (const file of ["main.ts", "package.json"]) writeFileSync(join(folder, file), "mine");
  const { code, err } = await capturedRun(["init", folder], { typed: [] });
  expect(code).toBe(2);
  expect(err).toContain("has main.ts, package.json already, and nothing was written");
  expect(readdirSync(folder).sort()).toEqual(["main.ts", "package.json"]);
  expect(readFileSync(join(folder, "main.ts"), "utf8")).toBe("mine");
});

test("fails in a sentence where the folder is a file", async () => {
  writeFileSync(folder, "");
  const { code, err } = await init(csv, ...organization, ...others);
  expect(code).toBe(2);
  expect(err).toMatch(/cannot be (?:read|written): .*\(E[A-Z]+\)/);
});

test("fails where the list is of another organization than the options say", async () => {
  const { err } = await init(
    json(ofAws("111111111111", "a")),
    "--organization",
    "o-9999999999",
    ...others,
  );
  expect(err).toContain(
    "--organization is o-9999999999, but the list of accounts belongs to o-a1b2c3d4e5",
  );
});

test.each([
  [
    "has no titles",
    "111111111111,management\n",
    "the first line must name the columns id and name",
  ],
  ["has a column twice", "id,name,Account Name\n", "two columns are called name"],
  [
    "has a field too many",
    "id,name\n1,a,b\n",
    ":2 has more fields than the first line has columns",
  ],
  ["has quotes that do not end", 'id,name\n1,"a\n2,b', ":2 a field in quotes does not end"],
  ["has text after quotes", 'id,name\n1,"a"b\n', ":2 a field in quotes does not end"],
  ["is not UTF-8", "id,name\n1,\uFFFD\n", "is not text in UTF-8"],
  ["is UTF-16", "i\0d\0", "is not text in UTF-8"],
  ["has no account", "id,name\n", "lists no active account"],
  ["is empty", "", "is empty: the command that was to fill it may have failed"],
  ["is blank", "\uFEFF \n\n", "is empty: the command that was to fill it may have failed"],
  ["is broken JSON", "{", "is not valid JSON"],
  ["is other JSON", "{}", "lists no accounts"],
  ["is a page of a list", '{"Accounts":[],"NextToken":"x"}', "is incomplete"],
  ["holds what is no account", "[1]", "account 1 is not an account"],
])("fails where the list %s", async (_, text, says) => {
  const { code, err } = await init(text, ...organization, ...others);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(says) as string });
  expect(existsSync(folder)).toBe(false);
});

test("fails where a person leaves", async () => {
  const { code, err } = await capturedRun(["init", folder], { typed: ["", "o-a1b2c3d4e5"] });
  expect(code).toBe(2);
  expect(err).toMatch(/signin-alerts: the input ended\n$/);
  expect(existsSync(folder)).toBe(false);
});

test.each([
  ["nope.csv", "nope.csv cannot be read: it does not exist (ENOENT); check its name"],
  [".", ". cannot be read: it is a folder (EISDIR); name a file"],
  ["", "a file without a name cannot be read: it does not exist (ENOENT); check its name"],
])("fails in a sentence where the list %j cannot be read", async (name, says) => {
  const { code, err } = await capturedRun(["init", folder, "--accounts", name, ...others]);
  expect({ code, err }).toEqual({ code: 2, err: `signin-alerts: ${says}\n` });
});

test("fails in a sentence where a name has a sign that no file may have", async () => {
  const { code, err } = await capturedRun(["init", "a\0b", "--accounts", list, ...others]);
  expect(code).toBe(2);
  expect(err).toContain("its name has a sign that no file may have");
});

test.each([
  ["a=1;a=2", "has the tag a twice: remove one"],
  ["=1", "has a tag without a name: write name=value"],
])("fails on the tags %s of an account, of which one would be lost", async (tags, says) => {
  const { err } = await init(`id,name,tags\n111111111111,a,${tags}\n`, ...organization, ...others);
  expect(err).toBe(`signin-alerts: ${list}:2 ${says}\n`);
});
