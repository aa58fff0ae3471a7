import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { isNode, parse, parseDocument, stringify } from "yaml";
import { edited, type Edit } from "../../src/config/edit";
import { patchedYaml } from "../../src/config/patched-yaml";
import { runs } from "../property-runs";

const example = readFileSync(join(__dirname, "../../signin-alerts.yaml"), "utf8");
const joined = { id: "777777777777", name: "joined", tags: { env: "dev" } };
const join7: Edit = { path: ["accounts", 6], set: joined };

/** Lines of a text that another does not have, in order. */
function newLines(before: string | undefined, after: string | undefined): readonly string[] {
  const old = new Set(before?.split("\n"));
  return (after ?? "").split("\n").filter((line) => !old.has(line));
}

test("an account is added behind the others, and nothing else changes", () => {
  const patched = patchedYaml(example, [join7]);
  expect(newLines(example, patched)).toEqual([
    '  - id: "777777777777"',
    "    name: joined",
    "    tags:",
    "      env: dev",
  ]);
  expect(patched?.replace(/ {2}- id: "777777777777"\n.*\n.*\n.*\n/, "")).toBe(example);
});

test("an account is removed with the comments that belong to it", () => {
  const patched = patchedYaml(example, [{ path: ["accounts", 5], remove: true }]);
  expect(newLines(example, patched)).toEqual([]);
  expect(patched).not.toContain("sandbox");
  expect(patched).not.toContain("A service control policy denies");
  expect(patched).toContain("# need no opt-in, unless it says otherwise.");
});

test("brackets and braces are set as the author sets them", () => {
  const region: Edit = { path: ["accounts", 3, "optInRegions", 1], set: "me-south-1" };
  expect(patchedYaml(example, [region])).toBe(
    example.replace("optInRegions: [eu-south-1]", "optInRegions: [eu-south-1, me-south-1]"),
  );
  const text = "accounts:\n  - { id: a, name: b, regions: [c] }\n";
  const name: Edit = { path: ["accounts", 0, "name"], set: "[ b ]" };
  expect(patchedYaml(text, [name])).toBe(
    'accounts:\n  - { id: a, name: "[ b ]", regions: [ c ] }\n',
  );
});

test("what a printer would write otherwise stays as it is", () => {
  const text = [
    "# accounts",
    "accounts:   # all of them",
    "",
    "",
    "    - { id: '111111111111' ,name: a }   # first",
    "    - {id: '222222222222', name: b}",
    "",
    "recipients: [ 'a@example.com',",
    "   'b@example.com' ]",
    "organization:",
    "    id:    o-a1b2c3d4e5   # ours",
    "    managementAccount:   '111111111111'",
    "",
  ].join("\n");
  const patched = patchedYaml(text, [
    { path: ["accounts", 2], set: { id: "333333333333", name: "c" } },
    { path: ["organization", "managementAccount"], set: "222222222222" },
  ]);
  expect(patched).toBe(
    text
      .replace("name: b}\n", "name: b}\n    - { id: '333333333333', name: c }\n")
      .replace("managementAccount:   '111111111111'", "managementAccount: '222222222222'"),
  );
});

test("a list at the margin, single quotes and Windows' ends of lines stay", () => {
  const text =
    "\uFEFFaccounts:\r\n- id: '111111111111'\r\n  name: 'a'\r\nregions: [us-east-1] # one\r\n";
  const patched = patchedYaml(text, [
    { path: ["accounts", 1], set: { id: "222222222222", name: "b" } },
    { path: ["accounts", 0, "optInRegions"], set: ["eu-south-1"] },
  ]);
  expect(patched).toBe(
    "\uFEFFaccounts:\r\n- id: '111111111111'\r\n  name: 'a'\r\n  optInRegions:\r\n  - eu-south-1\r\n- id: '222222222222'\r\n  name: b\r\nregions: [us-east-1] # one\r\n",
  );
});

test("fails to take an alias apart, and writes nothing then", () => {
  const text = "a: &list [x]\nb: *list\n";
  expect(patchedYaml(text, [{ path: ["b", 1], set: "y" }])).toBeUndefined();
  expect(patchedYaml(text, [{ path: ["a", 1], set: "y" }])).toBeUndefined();
});

const name = fc.oneof(
  fc.constantFrom("payments", "a: b", "# no comment", "yes", "0123", "x\ny", "é", '"', "'", "- a"),
  fc.string({ minLength: 1 }),
);
const account = fc.record(
  {
    id: fc.stringMatching(/^\d{12}$/),
    name,
    optInRegions: fc.array(name, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ["id", "name"] },
);
const layout = fc.record({
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  flowCollectionPadding: fc.boolean(),
  collectionStyle: fc.constantFrom<"any" | "flow">("any", "flow"),
});

/** A text with comments between its lines and behind some of them, as a person might leave it. */
function commented(text: string, at: readonly number[]): string {
  const lines = text.split("\n");
  const isPlain = (line: string) => /^(?!.*["'|>]).*\w$/.test(line) && !line.includes("\\");
  return lines
    .flatMap((line, i) => {
      if (!at.includes(i) || !isPlain(line)) return [line];
      return [`${/^ */.exec(line)?.[0] ?? ""}# before ${i}`, `${line}   # behind ${i}`];
    })
    .join("\n");
}

test("whatever is added and removed, the text holds it and keeps the other comments", () => {
  fc.assert(
    fc.property(
      fc.array(account, { minLength: 2, maxLength: 6 }),
      fc.array(account, { minLength: 1, maxLength: 3 }),
      layout,
      fc.array(fc.nat(30), { maxLength: 8 }),
      fc.nat(5),
      (accounts, added, style, comments, removed) => {
        const value = { organization: { id: "o-a1b2c3d4e5" }, accounts, recipients: ["a@b.c"] };
        const printed = stringify(value, { ...style, lineWidth: 0 });
        const text = style.collectionStyle === "flow" ? printed : commented(printed, comments);
        fc.pre(JSON.stringify(parse(text)) === JSON.stringify(value));
        const at = removed % accounts.length;
        const edits: readonly Edit[] = [
          ...added.map((set, i): Edit => ({ path: ["accounts", accounts.length + i], set })),
          { path: ["accounts", at], remove: true },
        ];
        const patched = patchedYaml(text, edits);
        expect(parse(patched ?? "")).toEqual(edited(value, edits));
        const node = parseDocument(text).getIn(["accounts", at]);
        const [from = 0, , to = 0] = (isNode(node) ? node.range : undefined) ?? [];
        const kept = [...text.matchAll(/# behind \d+/g)]
          .filter(({ index }) => index < from || index >= to)
          .map(([comment]) => comment);
        for (const comment of kept) expect(patched).toContain(comment);
      },
    ),
    runs(80),
  );
});
