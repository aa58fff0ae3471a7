import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack, type App } from "cdktf";
import { AlertHub, ChatChannel, UserNotifications } from "../../modules";
import { catalog, isOfAnyService } from "../../src/catalog";

const hub = { account: "222222222222", region: "eu-central-1" };

/** A hub with a channel of Slack and one of Teams, and User Notifications of another account. */
export function stacksOfChat(app: App): void {
  const kinds = catalog.filter(({ onByDefault }) => onByDefault);
  const chat = new TerraformStack(app, "chat");
  const provider = new AwsProvider(chat, "hub", {
    alias: "hub",
    region: hub.region,
    allowedAccountIds: [hub.account],
  });
  const common = { provider, place: hub };
  const slack = new ChatChannel(chat, "slack", {
    ...common,
    name: "sign-ins-slack",
    slack: { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" },
  });
  const teams = new ChatChannel(chat, "teams", {
    ...common,
    name: "sign-ins-teams",
    teams: {
      tenantId: "0a1b2c3d-0000-4000-8000-00000000000a",
      teamId: "74361522-da01-538d-aa2e-ac7918c6bb92",
      channelId: "19%3aabc%40thread.tacv2",
    },
  });
  new AlertHub(chat, "alert-hub", {
    ...common,
    organizationId: "o-a1b2c3d4e5",
    namePrefix: "signin-alerts",
    routes: [
      { name: "slack", topicArn: slack.topicArn, kinds, messages: "chat" },
      { name: "teams", topicArn: teams.topicArn, kinds, messages: "chat" },
    ],
  });
  const notifications = new TerraformStack(app, "notifications");
  const account = "333333333333";
  new UserNotifications(notifications, "notifications", {
    provider: new AwsProvider(notifications, "member", {
      region: "us-east-1",
      allowedAccountIds: [account],
    }),
    place: { account },
    name: "sign-ins",
    hubRegions: ["us-east-1", "eu-central-1"],
    regions: ["us-east-1", "us-east-2", "eu-north-1"],
    kinds: kinds.filter((kind) => !isOfAnyService(kind)),
    emails: [{ name: "soc", address: "soc@example.com" }],
    aggregation: "SHORT",
  });
}
