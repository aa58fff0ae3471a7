import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { busPolicyBlocker, smallOrganization } from "../coverage/report/sample-report";
import { capturedRun } from "./captured-run";

const folders = {
  base: smallOrganization,
  same: smallOrganization,
  broken: { ...smallOrganization, gap: () => busPolicyBlocker },
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "signin-alerts-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function written(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

const plan = {
  format_version: "1.2",
  terraform_version: "1.14.3",
  resource_changes: [
    {
      address: "aws_sns_topic.topic",
      type: "aws_sns_topic",
      change: { actions: ["delete", "create"], before: { name: "a" }, after: { name: "b" } },
    },
  ],
};

/** The plan with another name, so that its replacement is a line of its own. */
const otherPlan = JSON.parse(JSON.stringify(plan).replace('"a"', '"c"')) as unknown;

function review(head: string, ...more: readonly string[]) {
  return capturedRun(["review", "--base", "base", "--head", head, "--no-config", ...more], {
    folders,
  });
}

test("a harmless change ends with 0, one that loses coverage with 1", async () => {
  expect((await review("same")).code).toBe(0);
  const { code, out } = await review("broken");
  expect(code).toBe(1);
  expect(out).toContain("**❌ 18 alerts lost**");
});

test("plans show what is replaced, and are named after their stacks", async () => {
  mkdirSync(join(folder, "signin-trail"));
  const files = [written("signin-hub.json", plan), written("signin-trail/plan.json", otherPlan)];
  const { code, out } = await review("same", "--plan", ...files);
  expect(code).toBe(1);
  expect(out).toContain("**❌ 2 resources on the way of alerts destroyed or replaced**");
  expect(out).toContain("`aws_sns_topic.topic` in signin-hub is destroyed and created again");
  expect(out).toContain("`aws_sns_topic.topic` in signin-trail is destroyed and created again");
  expect(out).toContain("**name changes** from `a` to `b`");
  expect(out).toContain("**2 names of the contract would change or go**");
});

test("the configuration is that of the place, or the one named, and the review says which", async () => {
  const argv = ["review", "--base", "base", "--head", "same"];
  const { out, code } = await capturedRun(argv, { folders });
  expect(out).toContain("Compared with the configuration `signin-alerts.yaml`.");
  expect(code).toBe(1);
  expect(out).toContain("forwarding-rule-missing");
  expect((await review("same")).out).toContain("No configuration was given");
  const named = await review("same", "--base-config", "signin-alerts.yaml", "--format", "json");
  expect(JSON.parse(named.out)).toMatchObject({
    configurations: { base: "signin-alerts.yaml", head: null },
  });
  expect((await review("same", "--base-config", "nowhere.yaml")).code).toBe(2);
});

test("two configurations of one name outside of the working folder are told apart by their folders", async () => {
  const text = readFileSync("signin-alerts.yaml", "utf8");
  const [before, after] = ["before", "after"].map((name) => {
    mkdirSync(join(folder, name));
    return written(`${name}/signin-alerts.yaml`, text);
  });
  const argv = ["review", "--base", "base", "--head", "same", "--config", after ?? ""];
  const { out } = await capturedRun([...argv, "--base-config", before ?? ""], { folders });
  expect(out).toContain(
    "Compared with the configuration `after/signin-alerts.yaml`; the base with `before/signin-alerts.yaml`.",
  );
  const alone = await capturedRun([...argv, "--base-config", after ?? ""], { folders });
  expect(alone.out).toContain("`signin-alerts.yaml`; the base with `signin-alerts.yaml`.");
});

test("fails on the plan of a stack that does not exist, and names those that do", async () => {
  const { code, err } = await review("same", "--plan", written("hub.json", plan));
  expect(code).toBe(2);
  expect(err).toContain("hub is no stack of the head, which has signin-hub, signin-trail");
});

test("a review is written as JSON too", async () => {
  const { out } = await review("broken", "--format", "json");
  expect(JSON.parse(out)).toMatchObject({ version: 2, harmless: false, unchanged: 0 });
});

test.each([
  ["a plan that is cut off", '{"format_version"', "is not valid JSON, perhaps it is cut off"],
  ["a plan of another major", { ...plan, terraform_version: "2.0.0" }, "Terraform 2.0.0"],
  ["a state", { ...plan, values: {} }, "is a Terraform state, not a plan"],
])("fails on %s with one line and 2", async (_, content, message) => {
  const { code, out, err } = await review("same", "--plan", written("signin-hub.json", content));
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(message);
  expect(err).toMatch(/^signin-alerts: [^\n]+\n$/);
});

test("fails without a head, on a folder that is none and on a plan that is none", async () => {
  expect(await capturedRun(["review", "--base", "base"], { folders })).toMatchObject({ code: 2 });
  expect((await review("nowhere")).err).toBe("signin-alerts: nowhere is no folder\n");
  expect((await review("same", "--plan", "nowhere.json")).err).toContain("cannot be read");
});
