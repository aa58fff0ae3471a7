import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Workflow } from "./workflow";

const root = join(__dirname, "../..");
const folder = join(root, ".github/workflows");
const workflows = readdirSync(folder).map((file) => ({
  file,
  workflow: parse(readFileSync(join(folder, file), "utf8")) as Workflow,
}));

test.each(workflows)("$file may do nothing but read unless a job asks for more", ({ workflow }) => {
  expect([{}, { contents: "read" }]).toContainEqual(workflow.permissions);
});

test.each(workflows)("$file uses actions of a major version or of one commit", ({ workflow }) => {
  const used = Object.values(workflow.jobs).flatMap(({ steps }) =>
    steps.flatMap(({ uses }) => uses ?? []),
  );
  expect(used.filter((action) => !/^[\w./-]+@(v\d+|[0-9a-f]{40})$/.test(action))).toEqual([]);
});

test("the job that publishes may write nothing to the repository, and runs every step first", () => {
  const publish = workflows.find(({ file }) => file === "release.yml")?.workflow.jobs["publish"];
  expect(publish?.permissions).toEqual({ contents: "read", "id-token": "write" });
  const commands = publish?.steps.flatMap(({ run }) => run ?? []) ?? [];
  expect(commands.indexOf("npm run check")).toBeGreaterThan(-1);
  expect(commands.at(-1)).toMatch(/ publish --provenance /);
});

test.each(
  readdirSync(join(root, ".github/ISSUE_TEMPLATE")).filter((file) => file !== "config.yml"),
)("the form %s says what it is for and asks for something that is required", (file) => {
  const text = readFileSync(join(root, ".github/ISSUE_TEMPLATE", file), "utf8");
  expect(parse(text)).toMatchObject({
    name: expect.any(String) as string,
    description: expect.any(String) as string,
    body: expect.arrayContaining([
      expect.objectContaining({ validations: { required: true } }),
    ]) as unknown[],
  });
});
