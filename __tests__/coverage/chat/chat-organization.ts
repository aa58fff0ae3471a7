import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack, type App } from "cdktf";
import {
  AlertHub,
  ChatChannel,
  UserNotifications,
  hubBusArn,
  hubBusName,
  type ChatChannelProps,
} from "../../../modules";
import { catalog, findKind, isOfAnyService, placeSample } from "../../../src/catalog";
import {
  coverageOf,
  inventoryOfStacks,
  traceEvent,
  type StackDocument,
  type TraceResult,
} from "../../../src/coverage";
import { synthesizedStacks } from "../../terraform/synthesized-stacks";
import { expected, HUB, HUB_REGION, inApp, MEMBER, smallOrganization } from "../small-organization";
import { said } from "../said";

const kinds = catalog.filter(({ onByDefault }) => onByDefault);
const hub = { account: HUB, region: HUB_REGION };
export const CHAT = "chat";
export const NOTIFICATIONS = "notifications";

const slack = { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" };

function provider(stack: TerraformStack, account: string, region: string): AwsProvider {
  return new AwsProvider(stack, region, { alias: region, region, allowedAccountIds: [account] });
}

/** A chat channel on the bus of the hub. */
export function withChat(
  client: Pick<ChatChannelProps, "slack"> | Pick<ChatChannelProps, "teams"> = { slack },
  messages: "mail" | "chat" = "chat",
): (app: App) => void {
  return (app) => {
    const stack = new TerraformStack(app, CHAT);
    const here = provider(stack, HUB, HUB_REGION);
    const props = { provider: here, place: hub, name: "sign-ins-chat", ...client };
    const channel = new ChatChannel(stack, "channel", props as ChatChannelProps);
    new AlertHub(stack, "hub", {
      provider: here,
      place: hub,
      organizationId: smallOrganization.organization.id,
      namePrefix: "chat",
      existingBus: {
        name: hubBusName("signin-alerts"),
        arn: hubBusArn(hub, "signin-alerts"),
      },
      routes: [{ topicArn: channel.topicArn, kinds, messages }],
    });
  };
}

/** User Notifications of the member. */
export function withNotifications(app: App): void {
  const stack = new TerraformStack(app, NOTIFICATIONS);
  new UserNotifications(stack, "notifications", {
    provider: provider(stack, MEMBER, "us-east-1"),
    place: { account: MEMBER },
    name: "sign-ins",
    hubRegions: ["us-east-1"],
    regions: ["eu-central-1", "us-east-1", "us-east-2"],
    kinds: kinds.filter((kind) => !isOfAnyService(kind)),
    emails: [
      { name: "soc", address: "soc@example.com" },
      { name: "on-call", address: "on-call@example.com" },
    ],
  });
}

/** The Terraform of the small organization and what is put beside it. */
export function stacksBeside(...added: readonly ((app: App) => void)[]): readonly StackDocument[] {
  return synthesizedStacks((app) => {
    inApp()(app);
    for (const add of added) add(app);
  }).map(({ name, configuration }) => ({ name, document: configuration }));
}

/** The trace of a kind's sample from a region of the member. */
export function traceIn(stacks: readonly StackDocument[], kind = "root-sign-in"): TraceResult {
  const sample = findKind(kind)?.sample;
  if (sample === undefined) throw new Error(`no kind ${kind}`);
  return traceEvent(
    inventoryOfStacks(stacks),
    placeSample(sample, { account: MEMBER, region: "us-east-2" }),
  );
}

/** What the coverage check finds, each as one line. */
export function findingsIn(stacks: readonly StackDocument[]): readonly string[] {
  return coverageOf(inventoryOfStacks(stacks), { expected }).findings.map(said);
}
