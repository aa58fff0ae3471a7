import {
  ChatbotSlackChannelConfiguration,
  type ChatbotSlackChannelConfigurationConfig,
} from "@cdktf/provider-aws/lib/chatbot-slack-channel-configuration";
import { ChatbotTeamsChannelConfiguration } from "@cdktf/provider-aws/lib/chatbot-teams-channel-configuration";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import {
  managedPolicyArn,
  policyDocument,
  type Partition,
  type Place,
  type PolicyStatement,
} from "../../src/aws";
import {
  slackForms,
  teamsForms,
  type IdForm,
  type SlackChannel,
  type TeamsChannel,
} from "../../src/aws/chat-channels";
import { AlertTopic } from "../alert-topic";
import { roleArguments, roleProblems, type CreatedRoles } from "../created-roles";
import { chatRoleName } from "../names";
import { refuseOtherShapes } from "../property-shapes";
import { refuse } from "../property-validation";

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
   * @default - a key is created
   */
  readonly existingKeyArn?: string;
  /** Path and permissions boundary of the role that is created. @default - neither */
  readonly createdRoles?: CreatedRoles;
} & (
  | { readonly slack: SlackChannel; readonly teams?: undefined }
  | { readonly teams: TeamsChannel; readonly slack?: undefined }
);

/** Who may use the channel's role: the chat service, for this account. */
function chatTrustStatement(account: string): PolicyStatement {
  return {
    Sid: "ChatAssumesRole",
    Effect: "Allow",
    Principal: { Service: "chatbot.amazonaws.com" },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:SourceAccount": account } },
  };
}

/**
 * Without guardrails AWS uses AdministratorAccess; this one refuses everything, whatever roles
 * members of the channel bring.
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/understanding-permissions.html
 */
const guardrailName = "AWSDenyAll";

/** Longest name of a role. */
const MAXIMUM_ROLE_NAME_LENGTH = 64;

interface PropertyForm extends IdForm {
  readonly property: string;
  readonly value: string;
}

function formsOf({ slack, teams }: Partial<ChatChannelProps>): readonly PropertyForm[] {
  if (slack) {
    return [
      { property: "slack.workspaceId", value: slack.workspaceId, ...slackForms.workspaceId },
      { property: "slack.channelId", value: slack.channelId, ...slackForms.channelId },
    ];
  }
  if (!teams)
    throw new RangeError("'slack' or 'teams' must be given: no channel would be notified");
  return [
    { property: "teams.tenantId", value: teams.tenantId, ...teamsForms.tenantId },
    { property: "teams.teamId", value: teams.teamId, ...teamsForms.teamId },
    { property: "teams.channelId", value: teams.channelId, ...teamsForms.channelId },
  ];
}

/** Refuses ids and names that AWS would refuse, all at once. */
function validateChannel(props: ChatChannelProps): void {
  const forms: readonly PropertyForm[] = [
    {
      property: "name",
      value: props.name,
      form: new RegExp(`^[\\w-]{1,${MAXIMUM_ROLE_NAME_LENGTH - chatRoleName("").length}}$`, "u"),
      allowed: `1 to ${MAXIMUM_ROLE_NAME_LENGTH - chatRoleName("").length} letters, digits, hyphens and underscores`,
    },
    ...formsOf(props),
  ];
  const problems = forms
    .filter(({ value, form }) => !form.test(value))
    .map(({ property, value, allowed }) => `'${property}' must be ${allowed}, got: ${value}`);
  refuse([...problems, ...roleProblems(props.createdRoles)]);
}

/** Refuses a partition without the service. */
function validatePartition(partition: Partition): void {
  if (partition === "aws") return;
  throw new RangeError(
    `chat is offered in the partition aws alone, got: ${partition}; use an AlertTopic there`,
  );
}

/**
 * A channel of Slack or Microsoft Teams that a topic of its own notifies, through Amazon Q Developer in
 * chat applications. Only rules of a route with `messages: "chat"` are shown there.
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
    refuseOtherShapes(props, {
      provider: "provider",
      place: "place",
      name: "text",
      slack: "object?",
      teams: "object?",
      existingKeyArn: "text?",
      createdRoles: "object?",
    });
    const { provider, place, name, existingKeyArn, slack, teams } = props;
    const { partition = "aws" } = place;
    validatePartition(partition);
    validateChannel(props);
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
      ...roleArguments(place, props.createdRoles),
      assumeRolePolicy: policyDocument(chatTrustStatement(place.account)),
    });
    const common = {
      provider,
      configurationName: name,
      iamRoleArn: role.arn,
      guardrailPolicyArns: [managedPolicyArn(partition, guardrailName)],
      snsTopicArns: [topic.arn],
      loggingLevel: "ERROR",
      // No user acts with the channel's role: to run a command, a user brings a role of their own.
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
