import type { RegionStrategy, SignInAlertsProps } from "../../src/stacks";
import { describeTerraform } from "./describe-terraform";
import { organizationOf, small } from "./organizations";
import { TerraformWorkspace } from "./terraform";
import { changesIn } from "./terraform-plan";

const directions: readonly (readonly [RegionStrategy, RegionStrategy])[] = [
  ["provider-per-region", "region-argument"],
  ["region-argument", "provider-per-region"],
];

describeTerraform("an organization that changes its region strategy", () => {
  /** What each stack plans, by the action and the address. */
  async function planned(
    workspace: TerraformWorkspace,
    props: SignInAlertsProps,
  ): Promise<readonly string[]> {
    workspace.change(organizationOf(props));
    const plans = await workspace.planAll();
    return [...plans.values()].flatMap((plan) =>
      changesIn(plan).map(({ address, change }) => `${change.actions.join()} ${address}`),
    );
  }

  test.each(directions)(
    "from %s to %s destroys and creates nothing",
    async (from, to) => {
      const workspace = await TerraformWorkspace.open(
        organizationOf({ ...small, regionStrategy: from }),
      );
      try {
        await workspace.applyAll();
        const before = workspace.record.existing;
        // Without a word of the move Terraform would destroy, or cannot even plan to.
        const careless = planned(workspace, { ...small, regionStrategy: to }).catch(
          (error: unknown) => [String(error)],
        );
        expect((await careless).join()).toMatch(/delete aws_|Provider configuration not present/);

        const moved = { ...small, regionStrategy: to, movedFrom: from };
        expect(await planned(workspace, moved)).toEqual([]);
        await workspace.applyAll();
        expect(await planned(workspace, moved)).toEqual([]);
        expect(await planned(workspace, { ...small, regionStrategy: to })).toEqual([]);
        expect(workspace.record.existing).toEqual(before);
        expect(workspace.record.changes.filter(({ action }) => action !== "create")).toEqual([]);
      } finally {
        workspace.close();
      }
    },
    120_000,
  );
});
