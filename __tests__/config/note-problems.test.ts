import { resolve } from "../../src/plan";
import { checkConfiguration, type ConfigurationDraft } from "../../src/stacks";
import { smallOrganization } from "../coverage/small-organization";
import { problemsOf as problemsOfFile, withProblem } from "./faulty-file";

const note = "Runbook: https://wiki.example.com/root";

type Kinds = ConfigurationDraft["kinds"];

function problemsOf(kinds: Kinds): readonly string[] {
  return checkConfiguration({ ...smallOrganization, kinds }).map(
    ({ path, problem }) => `${path.join(".")}: ${problem}`,
  );
}

function kindIn(kinds: NonNullable<Parameters<typeof resolve>[0]["kinds"]>, name: string) {
  return resolve({ ...smallOrganization, kinds }).kinds.find((kind) => kind.name === name);
}

describe("a kind with keys of its own", () => {
  test("has severity and note", () => {
    const kinds = { "sso-sign-in": { severity: "high", note } } as const;
    expect(problemsOf(kinds)).toEqual([]);
    expect(kindIn(kinds, "sso-sign-in")).toMatchObject({ severity: "high", note });
  });

  test("is on, with the severity of the catalog where none is given", () => {
    const kinds = { "role-switch": { note } };
    expect(kindIn(kinds, "role-switch")).toMatchObject({ severity: "low", note });
  });

  test("means the same as the short form where it has a severity alone", () => {
    const long = { "root-sign-in": { severity: "high" } } as const;
    expect(resolve({ ...smallOrganization, kinds: long })).toEqual(
      resolve({ ...smallOrganization, kinds: { "root-sign-in": "high" } }),
    );
  });
});

test.each<[string, Kinds, RegExp]>([
  ["a quote", { "root-sign-in": { note: 'the "root" user' } }, /^kinds\.root-sign-in\.note: .* "/],
  ["two lines", { "root-sign-in": { note: "a\nb" } }, /\.note: .*nobody sees/],
  ["no text", { "root-sign-in": { note: "" } }, /\.note: the note is empty/],
  ["201 characters", { "root-sign-in": { note: "x".repeat(201) } }, /\.note: .*201 characters/],
])("a note fails with %s", (_, kinds, problem) => {
  expect(problemsOf(kinds)).toEqual([expect.stringMatching(problem)]);
});

test.each([
  ["a severity that does not exist", "{ severity: urgent }", /severity does not accept this value/],
  ["a severity of off", '{ severity: "off" }', /severity does not accept this value/],
  ["an unknown key", "{ notes: x }", /the key "notes" does not exist here; did you mean note\?/],
  ["a number as the note", "{ note: 7 }", /YAML reads the number 7; write "7"/],
  ["a list", "[high]", /root-sign-in does not accept this value/],
  ["a number", "7", /root-sign-in does not accept this value/],
  ["a misspelt word", "hgih", /root-sign-in does not accept this value; did you mean high\?/],
  ["nothing", "", /root-sign-in does not accept this value/],
])("a kind fails with %s", (_, value, problem) => {
  const text = withProblem({ write: `kinds:\n  root-sign-in: ${value}` });
  const found = problemsOfFile(text).map((each) => `${each.problem}; ${each.fix}`);
  expect(found).toEqual([expect.stringMatching(problem)]);
});
