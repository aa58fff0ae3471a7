export type { SlackChannel, TeamsChannel } from "../../src/aws/chat-channels";
export { ChatChannel, type ChatChannelProps } from "./chat-channel";
export { chatRoleName } from "../names";
