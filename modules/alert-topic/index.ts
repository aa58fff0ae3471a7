export type { Recipient } from "../../src/aws/recipient";
export { AlertTopic, byEmail, type AlertTopicProps } from "./alert-topic";
export type { Publisher } from "./policies";
