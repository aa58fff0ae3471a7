import type { SignInAlertsProps } from "../../src/stacks";
import { describeTerraform } from "./describe-terraform";
import { organizationOf, small } from "./organizations";
import { TerraformWorkspace } from "./terraform";
import {
  alteredAttributes,
  changesIn,
  replacementsIn,
  type ResourceChange,
} from "./terraform-plan";

const [management, hub] = small.accounts;
if (!management || !hub) throw new Error("the small organization has two accounts");

describeTerraform("a change of configuration", () => {
  let workspace: TerraformWorkspace;

  beforeAll(async () => {
    workspace = await TerraformWorkspace.open(organizationOf(small));
    await workspace.applyAll();
  }, 60_000);

  afterAll(() => {
    workspace.close();
  });

  /** The changes that a configuration plans, by stack; stacks without one are left out. */
  async function plannedBy(
    change: Partial<SignInAlertsProps>,
  ): Promise<ReadonlyMap<string, readonly ResourceChange[]>> {
    workspace.change(organizationOf({ ...small, ...change }));
    const plans = await workspace.planAll();
    for (const plan of plans.values()) expect(replacementsIn(plan)).toEqual([]);
    return new Map(
      [...plans]
        .map(([stack, plan]) => [stack, changesIn(plan)] as const)
        .filter(([, changes]) => changes.length > 0),
    );
  }

  test("of nothing plans nothing", async () => {
    expect((await plannedBy({})).size).toBe(0);
  });

  /** The planned changes of a stack, each in words. */
  function wordsFor(changes: ReadonlyMap<string, readonly ResourceChange[]>, stack: string) {
    const words = changes.get(stack)?.map(({ type, change }) => `${type} ${change.actions.join()}`);
    return words?.sort() ?? [];
  }

  /** What is counted: the heartbeats that must arrive, and the sign-ins that are forwarded. */
  function expectCountsOnly(changes: ReadonlyMap<string, readonly ResourceChange[]>): void {
    const all = [...(changes.get("signin-hub") ?? []), ...(changes.get("signin-trail") ?? [])];
    const isDashboard = ({ type }: ResourceChange) => type === "aws_cloudwatch_dashboard";
    const altered = all.filter((change) => !isDashboard(change));
    // The hub's shows how many heartbeats are expected.
    expect(all.filter(isDashboard).map(alteredAttributes)).toEqual([["dashboard_body"]]);
    const alarm = "aws_cloudwatch_metric_alarm";
    const filter = "aws_cloudwatch_log_metric_filter";
    expect(altered.map(({ type, change }) => [type, change.actions.join()])).toEqual([
      [alarm, "update"],
      ...altered.slice(1).map(() => [filter, "update"]),
    ]);
    expect(altered.slice(1).length).toBeGreaterThan(0);
    const [heartbeats, ...filters] = altered.map(alteredAttributes);
    expect(heartbeats).toEqual(["alarm_description", "threshold"]);
    for (const attributes of filters) expect(attributes).toEqual(["pattern"]);
  }

  test("of one account's regions adds resources in that account's stack, and is counted", async () => {
    const changes = await plannedBy({
      accounts: [management, { ...hub, optInRegions: ["eu-south-1"] }],
    });
    expect([...changes.keys()].sort()).toEqual([
      "signin-account-222222222222",
      "signin-hub",
      "signin-trail",
    ]);
    expect(wordsFor(changes, "signin-account-222222222222")).toEqual([
      "aws_cloudwatch_event_rule create",
      "aws_cloudwatch_event_rule create",
      "aws_cloudwatch_event_target create",
      "aws_cloudwatch_event_target create",
      "aws_sqs_queue create",
    ]);
    expectCountsOnly(changes);
  });

  test("that adds an account plans one stack more, is counted, and touches no other account", async () => {
    const changes = await plannedBy({
      accounts: [...small.accounts, { id: "333333333333", name: "new" }],
    });
    expect([...changes.keys()].sort()).toEqual([
      "signin-account-333333333333",
      "signin-hub",
      "signin-trail",
    ]);
    expectCountsOnly(changes);
  });

  test("of an account's name changes no resource", async () => {
    const changes = await plannedBy({ accounts: [management, { ...hub, name: "renamed" }] });
    expect(changes.size).toBe(0);
  });

  test("of a tag touches tags only", async () => {
    const changes = await plannedBy({ tags: { version: "2" } });
    expect(changes.size).toBe(4);
    for (const change of [...changes.values()].flat()) {
      expect([change.address, change.change.actions]).toEqual([change.address, ["update"]]);
      expect([change.address, alteredAttributes(change)]).toEqual([change.address, ["tags_all"]]);
    }
  });

  test("of the kinds updates patterns in place and adds rules to the hub", async () => {
    const changes = await plannedBy({ kinds: { "role-switch": "on", "iam-user-sign-in": "low" } });
    const types = (stack: string) => wordsFor(changes, stack);
    expect(new Set(types("signin-account-111111111111"))).toEqual(
      new Set(["aws_cloudwatch_event_rule update"]),
    );
    expect(new Set(types("signin-hub"))).toEqual(
      new Set([
        "aws_cloudwatch_dashboard update",
        "aws_cloudwatch_event_rule create",
        "aws_cloudwatch_event_target create",
        "aws_cloudwatch_event_target update",
      ]),
    );
  });

  test("of the recipients adds and removes subscriptions only", async () => {
    const changes = await plannedBy({ recipients: ["other@example.com"] });
    expect([...changes.keys()].sort()).toEqual(["signin-hub", "signin-trail"]);
    // Of the two topics of alerts and of operations in the hub, of the alarms on the log group beside the trail.
    const added = "aws_sns_topic_subscription create";
    const removed = "aws_sns_topic_subscription delete";
    expect(wordsFor(changes, "signin-hub")).toEqual([
      ...Array.from({ length: 3 }, () => added),
      ...Array.from({ length: 3 }, () => removed),
    ]);
    expect(wordsFor(changes, "signin-trail")).toEqual([added, removed]);
  });

  test("of who is notified of a broken path leaves those who are notified of sign-ins", async () => {
    const changes = await plannedBy({ operations: { recipients: ["platform@example.com"] } });
    const added = "aws_sns_topic_subscription create";
    expect([...changes.keys()].sort()).toEqual(["signin-hub", "signin-trail"]);
    expect(wordsFor(changes, "signin-hub")).toEqual([added, "aws_sns_topic_subscription delete"]);
    expect(wordsFor(changes, "signin-trail")).toEqual([added]);
  });

  test("of the heartbeat's hours touches schedules and the alarm that counts, nothing else", async () => {
    const changes = await plannedBy({ heartbeat: { hours: 6 } });
    const all = [...changes.values()].flat();
    expect(
      new Set(all.map((change) => `${change.type} ${alteredAttributes(change).join()}`)),
    ).toEqual(
      new Set([
        "aws_cloudwatch_event_rule schedule_expression",
        "aws_cloudwatch_metric_alarm period",
      ]),
    );
    expect(all).toHaveLength(small.accounts.length * 5 + 1);
  });

  test("of the order of accounts, regions and kinds plans nothing", async () => {
    const changes = await plannedBy({
      accounts: [hub, management],
      regions: [...(small.regions ?? [])].reverse(),
    });
    expect(changes.size).toBe(0);
  });
});
