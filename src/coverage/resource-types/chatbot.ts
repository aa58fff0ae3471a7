import type { ResourceType, ResourceTypes } from "./resource-type";

const channel: ResourceType = {
  isGlobal: true,
  key: "{place}/{configuration_name}",
  unique: "{place}/{configuration_name}",
  name: "configuration_name",
  loss: "the channel is notified of nothing until there is another",
};

/** Amazon Q Developer in chat applications. */
export const chatbot: ResourceTypes = {
  // AWS refuses a second configuration of a channel in an account.
  // https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1155
  aws_chatbot_slack_channel_configuration: {
    ...channel,
    unique: "{place}/{slack_team_id}/{slack_channel_id}",
    channel: {
      client: "slack",
      ids: { slack_team_id: /^T[0-9A-Z]+$/u, slack_channel_id: /^[CG][0-9A-Z]+$/u },
    },
  },
  // The provider finds a channel by its team, and fails where there are two.
  aws_chatbot_teams_channel_configuration: {
    ...channel,
    unique: "{place}/{team_id}",
    channel: {
      client: "teams",
      // https://docs.aws.amazon.com/chatbot/latest/APIReference/API_TeamsChannelConfiguration.html
      ids: {
        team_id: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu,
        channel_id: /^(?=.{1,255}$)[\w=+/.,-]*%3a[\w=+/.,-]*%40[\w=+/.,-]*$/iu,
      },
    },
  },
};
