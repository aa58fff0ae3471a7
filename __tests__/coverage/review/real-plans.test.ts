import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inventoryOfStacks, type StackDocument } from "../../../src/coverage";
import type { PlanFile, Version } from "../../../src/coverage/report";
import { changes } from "../../fixtures/real/changes";
import { sampleReport, smallOrganization } from "../report/sample-report";
import { reviewed, type Reviewed } from "./review-of";

const folder = join(__dirname, "../../fixtures/real/changes");

type Documents = Readonly<Record<string, StackDocument["document"]>>;

/** The Terraform of stacks, as it was when the plans were made. */
function terraform(name: string): Documents {
  return JSON.parse(readFileSync(join(folder, `${name}.tf.json`), "utf8")) as Documents;
}

function versionOf(documents: Documents): Version {
  const stacks = Object.entries(documents).map(([name, document]) => ({ name, document }));
  const inventory = inventoryOfStacks(stacks);
  // What of it would arrive is no matter of plans, and depends on what AWS is found to do.
  return { coverage: sampleReport(smallOrganization), inventory };
}

function plansOf(change: string): readonly PlanFile[] {
  return readdirSync(join(folder, change)).map((file) => ({
    name: file.replace(".json", ""),
    json: JSON.parse(readFileSync(join(folder, change, file), "utf8")) as unknown,
  }));
}

const unchanged = terraform("before");
const base = versionOf(unchanged);
const heads = new Map(
  Object.keys(changes).map((name) => {
    const kept = name === "stacks-renamed" ? {} : unchanged;
    return [name, versionOf({ ...kept, ...terraform(name) })];
  }),
);

function reviewOfChange(name: string, plans = plansOf(name)): Reviewed {
  const head = heads.get(name);
  if (head === undefined) throw new Error(`no change is called ${name}`);
  return reviewed(base, head, plans);
}

test("every change has plans", () => {
  const folders = readdirSync(folder).filter((name) => !name.endsWith(".json"));
  expect(folders.sort()).toEqual([...heads.keys()].sort());
});

test.each(["account-renamed", "construct-moved"])("%s is harmless by its plan", (name) => {
  const { harmless, review, markdown } = reviewOfChange(name);
  expect(review.losses).toEqual([]);
  expect(harmless).toBe(true);
  expect(markdown).toContain("By the plan of signin-account-222222222222, no resource");
});

test.each<[string, readonly string[]]>([
  ["construct-renamed", ["`signin-alerts-forward` created again as", "a `moved` block"]],
  ["replacement-forced", ["is destroyed and created again, name `signin-alerts-forward` kept"]],
  [
    "recipient-exchanged",
    [
      "`email:security@example.com` is not notified by it any more",
      "➕ `email:soc@example.com` is new",
      "➖ `email:security@example.com` is no longer notified of: what",
    ],
  ],
  ["region-retired", ["**name `signin-alerts-forward` goes**"]],
  [
    "hub-moved",
    [
      "The hub is signin-alerts in 222222222222 us-east-1 instead of",
      "`email:security@example.com` must confirm again",
      "where the old one is destroyed or left behind",
    ],
  ],
  ["stacks-renamed", ["would create what they hold from an empty state", "left behind in AWS"]],
])("%s takes something away by its plans, and without", (name, says) => {
  for (const found of [reviewOfChange(name), reviewOfChange(name, [])]) {
    if (name === "replacement-forced" && found.review.planned.length === 0) continue;
    expect(found.harmless).toBe(false);
    const text = found.markdown.replaceAll(/&#(\d+);/gu, (_, code: string) =>
      String.fromCharCode(Number(code)),
    );
    for (const each of says) expect(text).toContain(each);
  }
});

test("a hub that moves is all that the plan creates, though it destroys nothing", () => {
  const { review } = reviewOfChange("hub-moved");
  const moved = review.losses.filter(({ action }) => action === "move");
  expect(moved.filter(({ plan }) => plan === "signin-hub").length).toBeGreaterThan(20);
});

test("stacks that change without a plan are compared, and named", () => {
  const [hub] = plansOf("recipient-exchanged").filter(({ name }) => name === "signin-hub");
  const { markdown, review } = reviewOfChange("recipient-exchanged", hub ? [hub] : []);
  expect(review.unplanned).toEqual(["signin-trail"]);
  expect(markdown).toContain(
    "By the plan of signin-hub, and by the generated Terraform alone of signin-trail, which changes without a plan",
  );
  expect(review.losses.map(({ plan }) => plan)).toContain("signin-trail");
});

const [hubPlan] = plansOf("recipient-exchanged");
const json = hubPlan?.json as Readonly<Record<string, unknown>>;

test.each<[string, string, unknown, string]>([
  ["the plan of another stack", "signin-trail", json, "is not one of its generated Terraform"],
  ["a plan of no stack", "plan", json, "plan is no stack of the head, which has"],
  [
    "an older plan",
    "signin-account-222222222222",
    plansOf("region-retired").find(({ name }) => name.endsWith("-222222222222"))?.json,
    "is not one of its generated Terraform (",
  ],
  ["a plan of a part", "signin-hub", { ...json, complete: false }, "of a part only"],
  [
    "a plan with deferred changes",
    "signin-hub",
    { ...json, deferred_changes: [{}] },
    "of a part only",
  ],
  ["a plan that failed", "signin-hub", { ...json, errored: true }, "ended with an error"],
  [
    "a plan that leaves resources out",
    "signin-hub",
    { ...json, resource_changes: [] },
    "is not in it",
  ],
  ["an empty plan", "signin-hub", { format_version: "1.2" }, "holds no planned values"],
  ["what validate says", "signin-hub", { format_version: "1.0", valid: true }, "validate -json"],
  [
    "the schemas of providers",
    "signin-hub",
    { format_version: "1.0", provider_schemas: {} },
    "providers schema",
  ],
  ["a state", "signin-hub", { format_version: "1.0", values: {} }, "is a Terraform state"],
])("fails on %s with one line", (_, name, plan, message) => {
  const review = () => reviewOfChange("recipient-exchanged", [{ name, json: plan }]);
  expect(review).toThrow(message);
  expect(review).toThrow(/^[^\n]+$/u);
});

/** The recorded plan of the base, with its changes altered. */
function plansOfBase(alter: (change: Readonly<Record<string, unknown>>) => object) {
  return plansOf("account-renamed").map(({ name, json: plan }) => {
    const known = plan as {
      readonly resource_changes: readonly Readonly<Record<string, unknown>>[];
    };
    return { name, json: { ...known, resource_changes: known.resource_changes.map(alter) } };
  });
}

const creation = (resource: object) => ({ ...resource, change: { actions: ["create"] } });

test("a state that knows nothing is said, though each resource is only created", () => {
  const { harmless, markdown } = reviewed(base, base, plansOfBase(creation));
  expect(harmless).toBe(false);
  expect(markdown).toContain("knows nothing of what the base has there");
});

test("what the base has and was not applied yet is told, and no loss", () => {
  const plans = plansOfBase((resource) =>
    resource["type"] === "aws_sqs_queue" ? creation(resource) : resource,
  );
  const { harmless, markdown } = reviewed(base, base, plans);
  expect(harmless).toBe(true);
  expect(markdown).toContain("creates 2 resources that the base has already");
});

test("what was deleted by hand and is created again is no loss", () => {
  const plans = plansOfBase(creation).map(({ name, json: plan }) => {
    const drift = plan.resource_changes.map((resource) => ({
      ...resource,
      change: { actions: ["delete"] },
    }));
    return { name, json: { ...plan, resource_drift: drift } };
  });
  const { review, harmless } = reviewed(base, base, plans);
  expect(review.others).toEqual([]);
  expect(harmless).toBe(true);
});
