import { inventoryOfStacks } from "../../../src/coverage";
import { stacksOf } from "../small-organization";
import { said } from "../said";

/** The problems of two stacks that have these Terraform blocks. */
function problemsOf(one: unknown, other: unknown): readonly string[] {
  const stacks = [one, other].map((terraform, index) => ({
    name: `stack-${index}`,
    document: { terraform },
  }));
  return inventoryOfStacks(stacks).problems.map(
    (problem) => `${problem.resource?.stack ?? ""} ${said(problem)}`,
  );
}

const local = (path: string) => ({ backend: { local: { path } } });
const s3 = (more: object) => ({ backend: { s3: { bucket: "b", key: "k", region: "r", ...more } } });
const cloud = (name: string) => [{ cloud: [{ organization: "o", workspaces: [{ name }] }] }];

test.each<[string, unknown, unknown]>([
  ["a file", local("/srv/state"), local("/srv/state")],
  ["a file beside the folder", local("../state"), [local("./../state")]],
  ["an object in S3", s3({}), s3({ encrypt: true })],
  ["a workspace", cloud("w"), cloud("w")],
  ["a place of another backend", { backend: { pg: {} } }, { backend: { pg: {} } }],
])("two stacks that keep their state in %s are found", (_, one, other) => {
  expect(problemsOf(one, other)).toEqual([
    expect.stringMatching(/^stack-1 shared-state: the stack stack-0, /u),
  ]);
});

test.each<[string, unknown, unknown]>([
  ["other files", local("/srv/state"), local("/srv/other")],
  ["their own folders", local("state"), local("state")],
  ["nothing that is written", {}, {}],
  ["other objects", s3({}), s3({ key: "l" })],
  ["other workspaces", cloud("w"), cloud("v")],
])("two stacks that keep their state in %s are fine", (_, one, other) => {
  expect(problemsOf(one, other)).toEqual([]);
});

test("no secret of a backend is shown", () => {
  const pg = { backend: { pg: { conn_str: "postgres://user:secret@host/db" } } };
  expect(problemsOf(pg, pg)).toHaveLength(1);
  expect(problemsOf(pg, pg).join()).not.toContain("secret");
  expect(problemsOf(s3({}), s3({}))[0]).toContain('the stack stack-0, s3, bucket "b", key "k"');
});

test("the stacks that are generated share no state", () => {
  const s3Backend = { type: "s3", bucket: "states", region: "eu-central-1" } as const;
  for (const backend of [{ type: "local" } as const, s3Backend]) {
    expect(inventoryOfStacks(stacksOf({ backend })).problems).toEqual([]);
  }
});
