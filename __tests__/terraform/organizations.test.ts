import { describeTerraform } from "./describe-terraform";
import {
  everything,
  existingTrail,
  minimal,
  organizationOf,
  regionArgument,
  stackSet,
  wide,
} from "./organizations";
import { TerraformWorkspace } from "./terraform";
import { changesIn } from "./terraform-plan";

const organizations = [
  ["minimal", minimal],
  ["everything", everything],
  ["wide", wide],
  ["beside an existing trail", existingTrail],
  ["reached by one provider for each account", regionArgument],
  ["rolled out by a stack set", stackSet],
] as const;

describeTerraform("Terraform from init to destroy", () => {
  test.each(organizations)(
    "accepts, creates, keeps and destroys an organization that is %s",
    async (_, props) => {
      const workspace = await TerraformWorkspace.open(organizationOf(props));
      try {
        await workspace.initAll();
        await workspace.applyAll();
        expect(workspace.record.ofType("aws_cloudtrail")).toHaveLength(
          props.trail?.type === "existing" ? 0 : 1,
        );
        for (const [stack, plan] of await workspace.planAll()) {
          expect([stack, changesIn(plan).map(({ address }) => address)]).toEqual([stack, []]);
        }
        // An apply validates as `terraform validate` does.
        expect(workspace.warnings).toEqual([]);
        await workspace.destroyAll();
        expect(workspace.record.existing).toEqual([]);
      } finally {
        workspace.close();
      }
    },
    180_000,
  );
});
