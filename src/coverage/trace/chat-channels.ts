import { parseArn } from "../../aws";
import { blocked, blockersOf, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { isList } from "../inventory/value";
import { accountOf, known, requireAllowed, text, type ResourceIndex } from "../resource-index";

/** How a channel of each kind is named, and the forms of what names it. */
const clients: Readonly<
  Record<string, { readonly name: string; readonly ids: Readonly<Record<string, RegExp>> }>
> = {
  aws_chatbot_slack_channel_configuration: {
    name: "slack",
    ids: { slack_team_id: /^T[0-9A-Z]+$/u, slack_channel_id: /^[CG][0-9A-Z]+$/u },
  },
  aws_chatbot_teams_channel_configuration: {
    name: "teams",
    ids: { team_id: /^[0-9a-f-]{36}$/iu, channel_id: /%3a.*%40/iu },
  },
};

/** Every channel of chat. */
export function allChannels(index: ResourceIndex): readonly Resource[] {
  return Object.keys(clients).flatMap((type) => index.all(type));
}

/**
 * The topics that AWS subscribes a channel to.
 * @throws BlockedError where that is not known
 */
export function topicsOf(channel: Resource): readonly string[] {
  const arns = known(channel, "sns_topic_arns", channel.attributes["sns_topic_arns"]);
  if (!isList(arns)) return [];
  return arns.filter((arn) => typeof arn === "string");
}

/** The channels that a topic notifies. */
export function channelsOf(index: ResourceIndex, topicArn: string): readonly Resource[] {
  return (
    index
      .once("channels by topic", () => {
        const found = new Map<string, Resource[]>();
        for (const channel of allChannels(index)) {
          // A list that is not known is a finding.
          blockersOf(() => {
            for (const arn of topicsOf(channel)) {
              found.set(arn, [...(found.get(arn) ?? []), channel]);
            }
          });
        }
        return found;
      })
      .get(topicArn) ?? []
  );
}

/** Why channels of a topic, or one of them, show none of its messages. */
export function channelBlockers(
  index: ResourceIndex,
  topic: Resource,
  arn: string,
  channel?: Resource,
): readonly Finding[] {
  const channels = channel ? [channel] : channelsOf(index, arn);
  return channels.flatMap((each) => blockersOf(() => channelRecipient(index, topic, each)));
}

/**
 * A channel in words: `slack:workspace/channel` or `teams:team/channel`.
 * @throws BlockedError for a channel that cannot be created or notified
 */
export function channelRecipient(index: ResourceIndex, topic: Resource, channel: Resource): string {
  const account = accountOf(channel);
  if (accountOf(topic) !== account) {
    blocked("chat-channel-invalid", channel, `its topic is of the account ${accountOf(topic)}`);
  }
  const client = clients[channel.type];
  const ids = Object.entries(client?.ids ?? {}).map(([attribute, form]) => {
    const id = text(channel, attribute);
    return form.test(id)
      ? id
      : blocked("chat-channel-invalid", channel, `its ${attribute} is ${id}`);
  });
  checkRole(index, channel, account);
  return `${client?.name ?? ""}:${ids.join("/")}`;
}

/** AWS makes no channel whose role the chat service may not use. */
function checkRole(index: ResourceIndex, channel: Resource, account: string): void {
  const arn = text(channel, "iam_role_arn");
  const [role] = index.find("aws_iam_role", arn);
  if (role === undefined || parseArn(arn)?.account !== account) {
    blocked("role-missing", channel, `iam_role_arn ${arn}`);
  }
  const json = text(role, "assume_role_policy");
  requireAllowed(index, "role-trust-denies", role, [{ resource: role, json, kind: "trust" }], {
    principal: { service: "chatbot.amazonaws.com" },
    action: "sts:AssumeRole",
    resource: arn,
    context: { "aws:SourceAccount": account },
  });
}
