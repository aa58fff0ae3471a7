export {
  ChatChannel,
  type ChatChannelProps,
  type SlackChannel,
  type TeamsChannel,
} from "./chat-channel";
export { chatRoleName } from "./names";
