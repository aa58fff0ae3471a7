export { AlertTopic, type AlertTopicProps, type Recipient } from "./alert-topic";
