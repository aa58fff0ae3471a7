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

  test("of one account's regions is planned in that account's stack only", async () => {
    const changes = await plannedBy({
      accounts: [management, { ...hub, optInRegions: ["eu-south-1"] }],
    });
    expect([...changes.keys()]).toEqual(["signin-account-222222222222"]);
    const actions = changes
      .get("signin-account-222222222222")
      ?.map(({ type, change }) => [type, change.actions.join()]);
    expect(actions?.sort()).toEqual([
      ["aws_cloudwatch_event_rule", "create"],
      ["aws_cloudwatch_event_target", "create"],
      ["aws_sqs_queue", "create"],
    ]);
  });

  test("that adds an account plans one stack more and touches no other", async () => {
    const changes = await plannedBy({
      accounts: [...small.accounts, { id: "333333333333", name: "new" }],
    });
    expect([...changes.keys()]).toEqual(["signin-account-333333333333"]);
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
    const types = (stack: string) =>
      changes.get(stack)?.map(({ type, change }) => `${type} ${change.actions.join()}`) ?? [];
    expect(new Set(types("signin-account-111111111111"))).toEqual(
      new Set(["aws_cloudwatch_event_rule update"]),
    );
    expect(new Set(types("signin-hub"))).toEqual(
      new Set([
        "aws_cloudwatch_event_rule create",
        "aws_cloudwatch_event_target create",
        "aws_cloudwatch_event_target update",
      ]),
    );
  });

  test("of the recipients adds and removes subscriptions only", async () => {
    const changes = await plannedBy({ recipients: ["other@example.com"] });
    expect([...changes.keys()]).toEqual(["signin-hub"]);
    expect(
      changes.get("signin-hub")?.map(({ type, change }) => [type, change.actions.join()]),
    ).toEqual(
      expect.arrayContaining([
        ["aws_sns_topic_subscription", "create"],
        ["aws_sns_topic_subscription", "delete"],
      ]),
    );
  });

  test("of the order of accounts, regions and kinds plans nothing", async () => {
    const changes = await plannedBy({
      accounts: [hub, management],
      regions: [...(small.regions ?? [])].reverse(),
    });
    expect(changes.size).toBe(0);
  });
});
