import { stacksOfChat } from "./chat-stacks";
import { describeTerraform } from "./describe-terraform";
import { TerraformWorkspace } from "./terraform";
import { changesIn } from "./terraform-plan";

describeTerraform("Terraform from init to destroy", () => {
  test("accepts, creates, keeps and destroys chat channels and User Notifications", async () => {
    const workspace = await TerraformWorkspace.open(stacksOfChat);
    try {
      await workspace.initAll();
      await workspace.applyAll();
      for (const type of [
        "aws_chatbot_slack_channel_configuration",
        "aws_chatbot_teams_channel_configuration",
        "aws_notifications_notification_configuration",
      ]) {
        expect([type, workspace.record.ofType(type).length]).toEqual([type, 1]);
      }
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
  }, 60_000);
});
