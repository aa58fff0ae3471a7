import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { loadConfiguration } from "../../src/plan";
import { runs } from "../property-runs";
import { capturedRun } from "./captured-run";
import { csv, initFolder, json, ofAws, organization, others } from "./init-run";

const { folder, list, init } = initFolder();

const written = () => loadConfiguration(join(folder, "signin-alerts.yaml"));

test("a project is written from a table, and says what to do next", async () => {
  const { code, out, err } = await init(csv, ...organization, ...others);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(
    /^Wrote \.gitignore, \.npmrc, cdktf\.json, help, main\.ts, .* 2 accounts\.\n\nNext:\n/,
  );
  const [, way = ""] =
    /^ {2}npm run tarball\n {2}cd (\S+) && npm install "\$OLDPWD\/[\w-]+\.tgz"\n {2}npm run synth\n/m.exec(
      out,
    ) ?? [];
  expect(resolve(way)).toBe(resolve(folder));
  expect(written()).toEqual({
    organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
    hub: { account: "222222222222", region: "eu-central-1" },
    accounts: [
      { id: "111111111111", name: "management", roleName: "none" },
      { id: "222222222222", name: "security tooling" },
    ],
    trail: { type: "create" },
    recipients: ["security@example.com"],
  });
  const text = readFileSync(join(folder, "signin-alerts.yaml"), "utf8");
  expect(text).toMatch(
    /^# yaml-language-server: \$schema=\.\/node_modules\/cdktf-aws-signin-alerts\//,
  );
  expect(text).not.toContain("Replace the ids");
  for (const file of readdirSync(folder)) {
    expect(readFileSync(join(folder, file), "utf8")).not.toContain("{{");
  }
});

test("the list that AWS prints says which organization it is, and the hub may be named", async () => {
  const { code, out } = await init(
    json(
      ofAws("111111111111", "management"),
      ofAws("222222222222", "security tooling"),
      ofAws("333333333333", "closed", { Status: "SUSPENDED" }),
      ofAws("444444444444", "closing", { Status: undefined, State: "PENDING_CLOSURE" }),
    ),
    ...["--hub-account", "security tooling", "--hub-region", "eu-central-1"],
    ...["--recipient", "a@example.com", "--recipient", "b@example.com", "--trail", "existing"],
  );
  expect(code).toBe(0);
  expect(out).toContain("Left out: account 333333333333 closed is SUSPENDED.\n");
  expect(out).toContain("Left out: account 444444444444 closing is PENDING_CLOSURE.\n");
  expect(written()).toMatchObject({
    organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
    hub: { account: "222222222222" },
    accounts: [{ name: "management" }, { name: "security tooling" }],
    trail: { type: "existing" },
    recipients: ["a@example.com", "b@example.com"],
  });
});

test.each([
  ["says that a trail is created where nobody was asked, and what to write else", [], true],
  ["says nothing of a trail that was chosen", ["--trail", "create"], false],
] as const)("%s", async (_, argv, isSaid) => {
  const { out } = await init(csv, ...organization, ...others, ...argv);
  expect(out.includes("Not asked, and chosen: `trail: { type: create }`")).toBe(isSaid);
  expect(out.includes("write `type: existing` before the first deployment")).toBe(isSaid);
  expect(written().trail).toEqual({ type: "create" });
});

test("a list comes from standard input, too", async () => {
  const argv = ["init", folder, "--accounts", "-", ...organization, ...others];
  expect(await capturedRun(argv, { input: csv })).toMatchObject({ code: 0, err: "" });
  expect(written().accounts).toHaveLength(2);
});

test("a spreadsheet of another language is read: byte order mark, semicolons, CRLF, quotes, tags", async () => {
  const text = [
    "\uFEFFAccount ID;Account Name;Tags;Organizational Unit;Joined",
    '111111111111;"management; ""main"""; ;;x',
    '222222222222;"security\r\ntooling";env=prod|team=a=b;Security/Prod;x',
    ";;;;",
  ].join("\r\n");
  const { code, out } = await init(text, ...organization, ...others);
  expect(code).toBe(0);
  expect(out).toMatch(/^Not used from .*: Joined\.$/m);
  expect(written().accounts).toEqual([
    { id: "111111111111", name: 'management; "main"', roleName: "none" },
    {
      ...{ id: "222222222222", name: "security\r\ntooling" },
      tags: { env: "prod", team: "a=b", "organizational-unit": "Security/Prod" },
    },
  ]);
});

test("what spreadsheets do to keep zeros, and to name a separator, is understood", async () => {
  const table =
    'sep=;\r\nid;name\r\n\'222222222222;hub\r\n="012345678901";zero\r\n"=""111111111111""";mine\r\n';
  const plain = table.replace('="012345678901"', '"=""012345678901"""');
  expect((await init(plain, ...organization, ...others)).err).toBe("");
  expect(written().accounts.map(({ id }) => id)).toEqual([
    "222222222222",
    "012345678901",
    "111111111111",
  ]);
});

test("the engine may be CDK Terrain", async () => {
  await init(csv, ...organization, ...others, "--engine", "cdktn");
  const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  expect(manifest).toMatchObject({
    dependencies: { cdktf: expect.stringMatching(/^npm:cdktn@/) as string },
    overrides: { "cdktf-aws-signin-alerts": { cdktf: "$cdktf" } },
  });
});

test("a person at a terminal is asked for what is missing, and again where it is wrong", async () => {
  const typed = [
    ...["nowhere.csv", ""],
    ...["nope", "o-a1b2c3d4e5", "111111111111", "222222222222"],
    ...["eu-sout-1", "eu-central-1", "nobody", "a@example.com, b@example.com"],
    ...["management", "", "security tooling", "33333333333 log", "333333333333 log: archive", ""],
    ...["perhaps", "y"],
  ];
  const { code, err } = await capturedRun(["init", folder], { typed });
  expect(err).toContain("nowhere.csv cannot be read");
  expect(err).toContain("problem: this is not a valid organization id");
  expect(err).toContain("did you mean");
  expect(err).toContain("problem: this is not a valid e-mail address");
  expect(err).toContain("problem: the name is empty");
  expect(err).toContain('write "033333333333" if that is the account');
  expect(code).toBe(0);
  expect(written()).toMatchObject({
    accounts: [{ name: "management" }, { name: "security tooling" }, { name: "log: archive" }],
    trail: { type: "existing" },
  });
});

test("who answers nothing is shown what may be answered, and no earlier mistake again", async () => {
  writeFileSync(list, csv);
  const argv = ["init", folder, "--accounts", list, ...organization];
  const typed = ["", "nope", "", "security tooling", "", "eu-central-1", "a@example.com", "n"];
  const { code, err } = await capturedRun(argv, { typed });
  expect(code).toBe(0);
  const allowed = "allowed: the id or name of one of management (111111111111), security tooling (";
  expect(err.split(allowed)).toHaveLength(3);
  expect(err.match(/value: +"nope"/gu)).toHaveLength(1);
  expect(err).toContain("this needs an answer");
});

test("nothing is asked of a person who has said everything", async () => {
  writeFileSync(list, csv);
  const argv = ["init", folder, "--accounts", list, ...organization, ...others];
  expect(await capturedRun(argv, { typed: [] })).toMatchObject({ code: 0, err: "" });
});

const anyName = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1 }),
    fc.constantFrom(
      "null",
      "~",
      "on",
      "1e3",
      "# x",
      "- a",
      "a: b",
      "'",
      '"',
      "{",
      "*a",
      "&a",
      "🚀",
      "---",
      "0x1",
    ),
  )
  .filter((name) => name.trim() === name && name !== "");

test("whatever accounts are called, the configuration has their names", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyName, { minLength: 2, maxLength: 6 }), async (names) => {
      rmSync(folder, { recursive: true, force: true });
      const accounts = names.map((name, i) => ofAws(String(111111111111 * (i + 1)), name));
      const { err } = await init(json(...accounts), ...others);
      expect(err).toBe("");
      expect(written().accounts.map(({ name }) => name)).toEqual(names);
      const quoted = names.map(
        (name, i) => `${111111111111 * (i + 1)},"${name.replaceAll('"', '""')}"`,
      );
      rmSync(folder, { recursive: true });
      expect((await init(["id,name", ...quoted].join("\n"), ...organization, ...others)).err).toBe(
        "",
      );
      expect(written().accounts.map(({ name }) => name)).toEqual(names);
    }),
    runs(40),
  );
});
