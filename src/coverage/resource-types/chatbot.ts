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
  aws_chatbot_slack_channel_configuration: channel,
  // The provider finds a channel by its team, and fails where there are two.
  aws_chatbot_teams_channel_configuration: { ...channel, unique: "{place}/{team_id}" },
};
