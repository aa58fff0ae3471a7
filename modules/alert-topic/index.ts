export { AlertTopic, byEmail, type AlertTopicProps, type Recipient } from "./alert-topic";
export type { Publisher } from "./policies";
