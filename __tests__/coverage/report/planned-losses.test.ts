import { plannedLosses } from "../../../src/coverage/report/review/planned-losses";
import { resourceRows } from "../../../src/coverage/report/review/resource-rows";

interface Change {
  readonly address?: string;
  readonly type?: string;
  readonly actions: readonly string[];
  readonly before?: object | null;
  readonly after?: object | null;
  readonly deposed?: string;
}

function plan(...changes: readonly Change[]): unknown {
  return {
    format_version: "1.2",
    terraform_version: "1.14.3",
    resource_changes: changes.map(
      ({
        address = "aws_sns_topic.a",
        type = "aws_sns_topic",
        actions,
        before = null,
        after = null,
        deposed,
      }) => ({
        address,
        type,
        mode: "managed",
        ...(deposed !== undefined && { deposed }),
        change: { actions, before, after },
      }),
    ),
  };
}

const named = (name: string) => ({ name });

test("creations, updates and reads take nothing away", () => {
  const changes = ["create", "update", "no-op", "read"].map((action) => ({
    actions: [action],
    before: named("a"),
    after: named("a"),
  }));
  expect(plannedLosses("signin-hub", plan(...changes))).toEqual([]);
});

test("what was deposed by an earlier apply, and goes now, takes nothing away", () => {
  const change = { actions: ["delete"], before: named("a"), deposed: "0123abcd" };
  expect(plannedLosses("signin-hub", plan(change))).toEqual([]);
});

test("a resource that is destroyed loses its name", () => {
  expect(plannedLosses("hub", plan({ actions: ["delete"], before: named("a") }))).toEqual([
    expect.objectContaining({ action: "destroy", name: "a", nameAfter: { fate: "gone" } }),
  ]);
});

test("a replacement keeps its name or changes it, in either order of its actions", () => {
  const kept = { actions: ["delete", "create"], before: named("a"), after: named("a") };
  const changed = { actions: ["create", "delete"], before: named("a"), after: named("b") };
  expect(plannedLosses("hub", plan(kept, changed)).map(({ nameAfter }) => nameAfter)).toEqual([
    { fate: "kept" },
    { fate: "changed", to: "b" },
  ]);
});

test("a name that is made again at another address has moved", () => {
  const gone = { actions: ["delete"], before: named("a") };
  const made = { address: "aws_sns_topic.b", actions: ["create"], after: named("a") };
  const [loss] = plannedLosses("hub", plan(gone, made));
  expect(loss?.nameAfter).toEqual({ fate: "moved", address: "aws_sns_topic.b" });
  expect(resourceRows(loss ? [loss] : []).join("")).toContain("a `moved` block would keep it");
});

test("a name that changes in place is told, and what is forgotten", () => {
  const renamed = { actions: ["update"], before: named("a"), after: named("b") };
  const forgotten = { actions: ["forget"], before: named("a") };
  const actions = plannedLosses("hub", plan(renamed, forgotten)).map(({ action }) => action);
  expect(actions).toEqual(["rename", "forget"]);
});

test("rows begin with names that break, and say what a loss means for people", () => {
  const subscription = {
    address: "aws_sns_topic_subscription.a",
    type: "aws_sns_topic_subscription",
    actions: ["delete", "create"],
  };
  const bucket = {
    address: "aws_s3_bucket.a",
    type: "aws_s3_bucket",
    actions: ["delete"],
    before: { bucket: "logs" },
  };
  const rows = resourceRows(plannedLosses("signin-hub", plan(subscription, bucket)));
  expect(rows).toEqual([
    "- `aws_s3_bucket.a` in signin-hub is destroyed, **name `logs` goes** — Terraform stops where log files are in it",
    "- `aws_sns_topic_subscription.a` in signin-hub is destroyed and created again — the recipient must confirm by mail again",
  ]);
});

test("resources that go alike share a row", () => {
  const rule = (region: string) => ({
    address: `aws_cloudwatch_event_rule.${region}`,
    type: "aws_cloudwatch_event_rule",
    actions: ["delete"],
    before: named("signin-alerts-forward"),
  });
  const losses = plannedLosses("account", plan(rule("us-east-1"), rule("us-east-2")));
  expect(resourceRows(losses)).toEqual([
    "- `aws_cloudwatch_event_rule.us-east-1` in account and 1 more like it are destroyed, **name `signin-alerts-forward` goes** — events that it would match are lost",
  ]);
});

test.each([
  ["a state", { format_version: "1.0", values: {} }, "is a Terraform state, not a plan"],
  ["something else", { stacks: [] }, "is no plan"],
  ["nothing", null, "is no plan"],
  ["another format", { format_version: "2.0" }, "in format 2.0"],
  ["another major", { format_version: "1.2", terraform_version: "2.0.1" }, "Terraform 2.0.1"],
  ["a plan that failed", { format_version: "1.2", errored: true }, "ended with an error"],
])("fails on %s with one line", (_, json, message) => {
  expect(() => plannedLosses("hub", json)).toThrow(message);
  expect(() => plannedLosses("hub", json)).toThrow(/^[^\n]+$/);
});
