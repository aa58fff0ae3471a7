import fc from "fast-check";
import { formProblems } from "../../src/config/form-problems";
import { configuration } from "../../src/config/keys";
import type { Key } from "../../src/config/keys/key";
import { formatPath, type ConfigurationDraft } from "../../src/config";
import { small } from "../terraform/organizations";

type Named = readonly [path: string, key: Key];

/** Every key of the table, with its path. */
function keysIn(path: string, key: Key): readonly Named[] {
  const inner = (keys: Readonly<Record<string, Key>>): readonly Named[] =>
    Object.entries(keys).flatMap(([name, each]) => keysIn(`${path}.${name}`, each));
  if (key.type === "group") return [[path, key], ...inner(key.keys)];
  if (key.type === "list") return [[path, key], ...keysIn(`${path}[]`, key.item)];
  if (key.type === "variants") return [[path, key], ...inner(key.variants)];
  return [[path, key]];
}

const all = keysIn("", configuration);
const texts = all.flatMap(([path, key]) =>
  key.type === "text" && key.form ? [{ path, form: key.form }] : [],
);

test("every key that may be left out documents what holds without it", () => {
  const silent = all.filter(
    ([path, { required, default: value, otherwise }]) =>
      !path.endsWith("[]") && !required && value === undefined && otherwise === undefined,
  );
  // Variants are chosen by their type, not left out.
  expect(silent.map(([path]) => path)).toEqual([
    ".rollout.terraform",
    ".rollout.stack-set",
    ".trail.create",
    ".trail.existing",
    ".backend.local",
    ".backend.s3",
    ".backend.cloud",
    ".backend.azurerm",
    ".backend.gcs",
    ".backend.http",
  ]);
});

test("every default has the form of its key, and is within its limits", () => {
  const wrong = all.filter(([, key]) => {
    if (key.default === undefined) return false;
    if (key.type === "text") return key.form?.test(String(key.default)) === false;
    if (key.type === "choice") return !key.choices.includes(String(key.default));
    if (key.type !== "number") return false;
    const value = Number(key.default);
    return "least" in key.limits
      ? value < key.limits.least || value > key.limits.most
      : !key.limits.includes(value);
  });
  expect(wrong).toEqual([]);
});

test("what is known of a form passes its own test; a pattern beside is for all of it, or for none", () => {
  for (const { path, form } of texts) {
    const { known = [], pattern } = form;
    const refused = known.filter((text) => !form.test(text));
    const fitting = known.filter((text) => pattern?.test(text));
    expect([path, refused]).toEqual([path, []]);
    expect([path, [[], known]]).toEqual([path, expect.arrayContaining([fitting])]);
  }
});

test("whatever a text is, its form explains it, and what it takes it for passes", () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.string({ unit: "binary" }), ({ form }, text) => {
      if (form.test(text)) return;
      const { problem, fix, meant } = form.explain(text);
      expect([problem, fix]).not.toContain("");
      if (meant !== undefined) expect(form.test(String(meant))).toBe(true);
    }),
  );
});

/** Blanks and signs in a row, which a pattern with two ways to divide them would try in each way. */
const longRuns = [" ", "\t", ", ", "0", "-", "a.", "/"].map((each) => each.repeat(200_000));

test.each(texts)("the form at $path looks at a long run of signs once", ({ form }) => {
  for (const text of longRuns.flatMap((run) => [run, `=${run}`, `us-east-1${run}x`])) {
    if (!form.test(text)) expect(form.explain(text).problem).not.toBe("");
  }
});

test.each<[string, ConfigurationDraft, readonly (readonly [string, unknown])[]]>([
  [
    "recipients",
    { recipients: ["a@example.com, b@example.com", "c@example.com"] },
    [["recipients", ["a@example.com", "b@example.com", "c@example.com"]]],
  ],
  [
    "recipients of which one is named before",
    { recipients: ["A@example.com", "a@example.com; b@example.com"] },
    [["recipients", ["A@example.com", "b@example.com"]]],
  ],
  ["regions", { regions: ["us-east-1 us-east-2"] }, [["regions", ["us-east-1", "us-east-2"]]]],
  [
    "kinds of a route",
    { routes: [{ name: "a", kinds: ["root-sign-in,assume-root"] }] },
    [["routes[0].kinds", ["root-sign-in", "assume-root"]]],
  ],
])("%s that are written as one are divided", (_, change, expected) => {
  const { problems } = formProblems({ ...small, ...change });
  const sets = problems.flatMap(({ edits = [] }) =>
    edits.map((edit) => [formatPath(edit.path), "set" in edit ? edit.set : undefined]),
  );
  expect(sets).toEqual(expected);
  expect(problems.map(({ problem }) => problem)).toEqual(["these are 2 in the place of one"]);
});

test.each<[string, ConfigurationDraft, string]>([
  ["a misspelt region", { hub: { account: "111111111111", region: "eu-centrl-1" } }, "hub.region"],
  ["hyphens in an id", { hub: { account: "1111-1111-1111", region: "us-east-1" } }, "hub.account"],
  [
    "a retention between two",
    { trail: { type: "create", logRetentionDays: 100 } },
    "trail.logRetentionDays",
  ],
  ["heartbeats each hour", { heartbeat: { hours: 1 } }, "heartbeat.hours"],
  [
    "a misspelt kind of a route",
    { routes: [{ name: "a", kinds: ["root-signin"] }] },
    "routes[0].kinds[0]",
  ],
])("after the proposed fix of %s that problem is gone", (_, change, path) => {
  const { problems, draft } = formProblems({ ...small, ...change });
  expect(problems.map((problem) => formatPath(problem.path))).toEqual([path]);
  expect(formProblems(draft).problems).toEqual([]);
});

test("a value of another type, or one that contains itself, is not judged by form", () => {
  const cyclic: Record<string, unknown> = { type: "create" };
  cyclic["retentionDays"] = cyclic;
  // As a caller in JavaScript would, whom no compiler warns.
  const draft = {
    regions: 5,
    hub: null,
    accounts: "x",
    trail: cyclic,
  } as unknown as ConfigurationDraft;
  expect(formProblems(draft).problems).toEqual([]);
});

test.each<[string, ConfigurationDraft, string]>([
  [
    "the entry of ignore, which would else be about every kind",
    {
      ignore: [
        { kinds: ["root-sign-in"], sourceCidr: "203.0.113.0/24", until: "2027-06-30", reason: "a" },
        { kinds: ["sso-sign-in"], sourceCidr: "203.0.113.0/24", until: "2027-06-30", reason: "a" },
      ],
    },
    "ignore[0]",
  ],
  [
    "the kind alone where others are beside it",
    {
      ignore: [
        {
          kinds: ["root-sign-in", "sso-sign-in"],
          sourceCidr: "203.0.113.0/24",
          until: "2027-06-30",
          reason: "a",
        },
      ],
    },
    "ignore[0].kinds[0]",
  ],
  [
    "the watch of root alone, and the key with the only watch",
    { watch: [{ name: "a", principals: ["arn:aws:iam::111111111111:root"] }] },
    "watch",
  ],
])("the fix takes away %s", (_, keys, place) => {
  const { problems } = formProblems(keys);
  const removed = problems.flatMap(({ edits = [] }) =>
    edits.flatMap((edit) => ("remove" in edit ? [formatPath(edit.path)] : [])),
  );
  expect(removed).toEqual([place]);
});
