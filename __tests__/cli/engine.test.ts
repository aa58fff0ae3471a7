import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withEngine } from "../../src/cli/init/engines";
import { codeBlocks } from "../docs/pages";
import { repository } from "../package/repository-copy";
import { capturedRun } from "./captured-run";

const root = mkdtempSync(join(tmpdir(), "signin-alerts-engine-"));
const file = join(root, "package.json");
afterAll(() => {
  rmSync(root, { recursive: true });
});

type Manifest = Readonly<Record<string, unknown>>;
const template = JSON.parse(
  readFileSync(join(repository, "template/package.json"), "utf8"),
) as Manifest;

test("CDK Terrain is what the page describes, and the template has CDKTF", () => {
  const [page] = codeBlocks("docs/cdk-terrain.md").filter(({ info }) => info === "json");
  const described = JSON.parse(page?.code ?? "") as Manifest;
  const { dependencies, overrides } = withEngine(template, "cdktn");
  expect(overrides).toEqual(described["overrides"]);
  expect(dependencies).toEqual({
    ...(described["dependencies"] as object),
    "cdktf-aws-signin-alerts": "^0.1.0",
  });
  expect(withEngine(template, "cdktf")).toEqual(template);
});

test("a project is moved by one command, and back, and keeps what is its own", async () => {
  const own = { ...template, license: "MIT", overrides: { left: "1.0.0" } };
  const text = `${JSON.stringify(own, null, "\t")}\n`;
  writeFileSync(file, text);
  expect(await capturedRun(["engine", "cdktn", root])).toMatchObject({ code: 0, err: "" });
  const moved = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  expect(moved).toMatchObject({ license: "MIT", overrides: { left: "1.0.0" } });
  expect(Object.keys(moved["overrides"] as object)).toHaveLength(3);
  expect((await capturedRun(["engine", "cdktn", root])).out).toContain("has CDK Terrain already.");
  expect((await capturedRun(["engine", "cdktf", root])).out).toMatch(/has CDKTF now\.\n\nNext:\n/);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(own);
  expect(readFileSync(file, "utf8")).toContain('\n\t"license"');
});

test.each([
  ["holds no JSON", "{", "is not valid JSON"],
  ["holds a list", "[]", "does not hold a JSON object"],
])("fails where package.json %s", async (_, text, says) => {
  writeFileSync(file, text);
  const { code, err } = await capturedRun(["engine", "cdktn", root]);
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(says) as string });
  expect(readFileSync(file, "utf8")).toBe(text);
});

test("fails where there is no package.json, or no such engine", async () => {
  rmSync(file);
  expect((await capturedRun(["engine", "cdktn", root])).err).toContain("cannot be read");
  expect((await capturedRun(["engine", "pulumi", root])).code).toBe(2);
});
