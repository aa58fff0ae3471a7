import {
  ChatbotSlackChannelConfiguration,
  type ChatbotSlackChannelConfigurationConfig,
} from "@cdktf/provider-aws/lib/chatbot-slack-channel-configuration";
import { ChatbotTeamsChannelConfiguration } from "@cdktf/provider-aws/lib/chatbot-teams-channel-configuration";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { managedPolicyArn, policyDocument, type Place } from "../../src/aws";
import type { SlackChannel, TeamsChannel } from "../../src/aws/chat-channels";
import { AlertTopic } from "../alert-topic";
import { checkChannel, checkPartition } from "./checks";
import { chatRoleName } from "./names";
import { chatTrustStatement, guardrailName } from "./policies";

/** Properties of a {@link ChatChannel}: of Slack or of Teams. */
export type ChatChannelProps = {
  /** Provider of the account and region of `place`. */
  readonly provider: TerraformProvider;
  /** Account and region of the hub. */
  readonly place: Place;
  /**
   * Name of the topic, of its key's alias and of the channel's configuration, and the beginning of the
   * role's: 1 to 59 letters, digits, hyphens and underscores.
   */
  readonly name: string;
  /**
   * ARN of a customer-managed key whose policy lets `events.amazonaws.com` use
   * `kms:GenerateDataKey*` and `kms:Decrypt` without a condition.
   * @default - a key is made
   */
  readonly existingKeyArn?: string;
} & (
  | { readonly slack: SlackChannel; readonly teams?: undefined }
  | { readonly teams: TeamsChannel; readonly slack?: undefined }
);

/**
 * A channel of Slack or Microsoft Teams that a topic of its own tells, through Amazon Q Developer in
 * chat applications. Only rules of a route with `messages: "chat"` are understood there.
 *
 * AWS itself subscribes to the topic; SNS decrypts what it delivers, so topic policy and key need
 * nothing for the chat service.
 * @throws RangeError for ids and names that AWS would refuse, and for a partition without the service
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/what-is.html
 */
export class ChatChannel extends Construct {
  /** ARN of the topic, for a route with `messages: "chat"`. */
  public readonly topicArn: string;
  /** Name of the topic. */
  public readonly topicName: string;

  constructor(scope: Construct, id: string, props: ChatChannelProps) {
    super(scope, id);
    const { provider, place, name, existingKeyArn, slack, teams } = props;
    const { partition = "aws" } = place;
    checkPartition(partition);
    checkChannel(props);
    const topic = new AlertTopic(this, "Topic", {
      provider,
      place,
      name,
      recipients: [],
      publisher: "rules",
      ...(existingKeyArn !== undefined && { existingKeyArn }),
    });
    this.topicArn = topic.arn;
    this.topicName = name;
    const role = new IamRole(this, "Role", {
      provider,
      name: chatRoleName(name),
      description: `Lets ${slack ? "Slack" : "Microsoft Teams"} show alerts of the topic ${name}, and do nothing else`,
      assumeRolePolicy: policyDocument(chatTrustStatement(place.account)),
    });
    const common = {
      provider,
      configurationName: name,
      iamRoleArn: role.arn,
      guardrailPolicyArns: [managedPolicyArn(partition, guardrailName)],
      snsTopicArns: [topic.arn],
      loggingLevel: "ERROR",
      // Nobody acts with the channel's role: whoever wants to run a command brings a role of their own.
      userAuthorizationRequired: true,
    } satisfies Partial<ChatbotSlackChannelConfigurationConfig>;
    if (slack) {
      new ChatbotSlackChannelConfiguration(this, "Resource", {
        ...common,
        slackTeamId: slack.workspaceId,
        slackChannelId: slack.channelId,
      });
    } else {
      new ChatbotTeamsChannelConfiguration(this, "Resource", { ...common, ...teams });
    }
  }
}
